// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QColor>

#include <functional>

namespace sagascope::ui {

/// A small toggle with a coloured dot, a word and, when given, a count. The colour is asked for while painting, so a
/// theme switch needs nothing. Keyboard: Tab reaches it, Space toggles it.
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString& text, std::function<QColor()> dot = {}, QWidget* parent = nullptr);

    void setCount(qint64 count); ///< negative: none shown
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QString countText() const;
    std::function<QColor()> m_dot;
    qint64 m_count = -1;
};

} // namespace sagascope::ui
