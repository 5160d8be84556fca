// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/consumers/FrameModel.h"

namespace sagascope::ui {

/// All groups, one column: the delegate paints them.
class GroupModel : public FrameModel
{
    Q_OBJECT

public:
    using FrameModel::FrameModel;
    [[nodiscard]] const metrics::GroupStanding& groupAt(int row) const { return *frame()->groups[std::size_t(row)]; }

protected:
    [[nodiscard]] QStringList keysOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QStringList columnsOf(const ConsumersFrame& frame) const override;
    /// Everything that the delegate paints, for ears.
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int) const override { return false; }
};

/// The members of the chosen group.
class MemberModel : public FrameModel
{
    Q_OBJECT

public:
    enum Column { Client, Host, Count, Assigned };
    using FrameModel::FrameModel;

protected:
    [[nodiscard]] QStringList keysOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QStringList columnsOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString tip(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column == Count; }
    [[nodiscard]] QVariant colour(int row, int column) const override;

private:
    [[nodiscard]] const metrics::GroupMember& member(int row) const;
};

/// The partitions of the chosen group.
class PartitionModel : public FrameModel
{
    Q_OBJECT

public:
    enum Column { Verdict, Topic, Partition, Lag, Age, In, Out, Outlook, Position, End, Reader };
    using FrameModel::FrameModel;
    [[nodiscard]] const metrics::PartitionStanding* at(int row) const; ///< null where there is no such row

protected:
    [[nodiscard]] QStringList keysOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QStringList columnsOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString tip(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override;
    [[nodiscard]] QVariant colour(int row, int column) const override;
};

/// What became of the followed event in every group that reads its partition.
class PassageModel : public FrameModel
{
    Q_OBJECT

public:
    enum Column { Group, Passage };
    using FrameModel::FrameModel;

protected:
    [[nodiscard]] QStringList keysOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QStringList columnsOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] bool isNumber(int) const override { return false; }
    [[nodiscard]] QVariant colour(int row, int column) const override;
};

/// Partition × group: how far behind in time.
class MatrixModel : public FrameModel
{
    Q_OBJECT

public:
    using FrameModel::FrameModel;
    /// Null where the group does not read the partition, and in the first column.
    [[nodiscard]] const metrics::PartitionStanding* at(const QModelIndex& index) const;
    /// 0 … 1: how hot a lag of that age is, against the oldest of the whole matrix, on a logarithmic scale.
    [[nodiscard]] double heatAt(const QModelIndex& index) const;
    [[nodiscard]] QString groupOf(int column) const; ///< empty for the first column

protected:
    [[nodiscard]] QStringList keysOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QStringList columnsOf(const ConsumersFrame& frame) const override;
    [[nodiscard]] QString text(int row, int column) const override;
    [[nodiscard]] QString tip(int row, int column) const override;
    [[nodiscard]] bool isNumber(int column) const override { return column > 0; }
};

} // namespace sagascope::ui
