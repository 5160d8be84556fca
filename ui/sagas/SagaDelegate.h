// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "core/saga/Saga.h"

namespace sagascope::ui {

/// Paints one saga in two lines: state, key and duration; caption, definition and counts.
class SagaDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static constexpr int kHeight = 44;

private:
    void paintLeft(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const;
    void paintMiddle(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const;
    void paintRight(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const;
};

} // namespace sagascope::ui
