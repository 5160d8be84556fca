// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace sagascope::ui {

/// One line of plain text that ends in "…" when room is short; the tooltip then holds the whole.
class ElidedLabel : public QLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(const QString& text = {}, QWidget* parent = nullptr);

    void setFullText(const QString& text);
    [[nodiscard]] const QString& fullText() const { return m_text; }
    void setKeepsWhole(bool keepsWhole); ///< asks for room for the whole text as its minimum
    void setElideMode(Qt::TextElideMode mode);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void elide();
    QString m_text;
    bool m_keepsWhole = false;
    Qt::TextElideMode m_mode = Qt::ElideRight;
};

} // namespace sagascope::ui
