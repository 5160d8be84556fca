// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace sagascope::ui {

/// Paints a domain's heading with its colour, and its types with the domain's part of the name in the background.
/// Types that nobody publishes are muted.
class EventTypeDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    void paintHeading(QPainter& painter, const QRect& rect, const QString& domain) const;
    void paintType(QPainter& painter, const QRect& rect, const QModelIndex& index) const;
};

} // namespace sagascope::ui
