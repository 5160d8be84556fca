// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QStyledItemDelegate>

#include <functional>

namespace sagascope::ui {

/// A row of a list: a name, below it a muted line, and dots before and behind them where there is a colour. GUI thread.
class TwoLineDelegate : public QStyledItemDelegate
{
public:
    using Dot = std::function<QColor(const QModelIndex&)>; ///< an invalid colour: no dot

    explicit TwoLineDelegate(int secondLineRole, QObject* parent = nullptr);
    void setDots(Dot before, Dot behind);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    int m_secondLineRole;
    Dot m_before;
    Dot m_behind;
};

} // namespace sagascope::ui
