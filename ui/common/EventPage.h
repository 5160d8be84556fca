// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <initializer_list>

class QBoxLayout;

namespace sagascope::ui {

/// An envelope and what it holds: below one another in a narrow place, side by side in a wide one. Where even that is not
/// enough it scrolls, so that the content never vanishes. Takes ownership of its parts. GUI thread.
class EventPage : public QScrollArea
{
    Q_OBJECT

public:
    EventPage(QWidget* envelope, std::initializer_list<QWidget*> content, QWidget* parent = nullptr);

    /// As wide as its parts must be: only its height may run short.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QBoxLayout* m_halves;
    QWidget* m_envelope;
    QWidget* m_content;
};

} // namespace sagascope::ui
