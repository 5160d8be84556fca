// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>
#include <QWidget>

#include "ui/consumers/FrameModel.h"

class QLabel;
class QStackedWidget;
class QTableView;

namespace sagascope::ui {

class EmptyState;
class ViewState;

/// Who held each partition of the chosen group, as far back as we have watched.
class LaneModel : public FrameModel
{
    Q_OBJECT

public:
    enum Column { Partition, Now, Lane };

    /// A member's time on a lane; 0 … 1 is the whole time that was watched.
    struct Bar
    {
        double from = 0;
        double to = 0;
        QString member; ///< client
        QString id;     ///< tells two members of one name apart
    };

    explicit LaneModel(const ViewState& state, QObject* parent = nullptr) : FrameModel(parent), m_state(state) {}
    [[nodiscard]] std::vector<Bar> barsAt(int row) const;

protected:
    [[nodiscard]] QStringList keysOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QStringList columnsOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int) const override { return false; }

private:
    [[nodiscard]] const metrics::PartitionStanding& at(int row) const { return *frame()->lanes[std::size_t(row)]; }
    const ViewState& m_state;
};

/// Paints the bars of a lane, each in a colour of its member.
class LaneDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

class LanesPage : public QWidget
{
    Q_OBJECT

public:
    explicit LanesPage(const ViewState& state, QWidget* parent = nullptr);

    void setFrame(const ConsumersFramePtr& frame);
    void retranslate();

private:
    void showEmpty();
    LaneModel m_model;
    QTableView* m_table;
    QLabel* m_note;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
};

} // namespace sagascope::ui
