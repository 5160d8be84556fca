// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include "core/saga/Saga.h"
#include "ui/sagas/SagaOrder.h"

namespace sagascope::ui {

class SagaListModel;

/// Paints the saga list: cells of a table where there is room for columns, else each saga as a card of two lines; the rows
/// of groups in both.
class SagaDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit SagaDelegate(QObject* parent = nullptr);

    void setCards(bool areCards) { m_areCards = areCards; }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    static constexpr int kCardHeight = 44;
    static constexpr int kRowHeight = 28;

private:
    void paintBackground(QPainter& painter, const QStyleOptionViewItem& option, bool isGroup) const;
    void paintGroup(QPainter& painter, const QStyleOptionViewItem& option, const SagaListModel& model, int row) const;
    void paintCell(QPainter& painter, const QRect& rect, const SagaListModel& model, const QModelIndex& index) const;
    void paintEvidence(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const;
    void paintCard(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga, const QString& sign) const;
    void paintFirstLine(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga, const QString& sign) const;
    void paintSecondLine(QPainter& painter, const QRect& rect, const saga::SagaSummary& saga) const;
    bool m_areCards = true;
};

} // namespace sagascope::ui
