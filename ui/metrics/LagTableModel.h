// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "core/metrics/Lag.h"

namespace sagascope::ui {

/// How far each watched group is on each partition: the furthest behind first. Rows are few (groups × partitions).
class LagTableModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Group, Topic, Partition, Position, End, Lag, Age, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void setSamples(const std::vector<metrics::LagSample>& samples);

private:
    [[nodiscard]] QString text(const metrics::LagSample& sample, int column) const;
    std::vector<metrics::LagSample> m_samples;
};

} // namespace sagascope::ui
