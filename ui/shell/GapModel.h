// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/GapReading.h"

namespace sagascope::ui {

using Gaps = std::shared_ptr<const std::vector<kafka::OffsetGap>>;

/// Offsets that held no record, and what a second look found there. GUI thread.
class GapModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Topic, Partition, Offsets, Count, Contents, kColumns };

    explicit GapModel(Gaps gaps, QObject* parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    [[nodiscard]] const kafka::OffsetGap& gap(int row) const { return (*m_gaps)[std::size_t(row)]; }
    /// The first row from `row` on that nobody has looked into; the number of rows when there is none.
    [[nodiscard]] int nextUnknown(int row) const;
    void setContents(int row, base::Result<kafka::GapContents> contents);

private:
    [[nodiscard]] QString text(int row, Column column) const;
    [[nodiscard]] QString contentsText(int row) const;

    Gaps m_gaps;
    std::vector<std::optional<base::Result<kafka::GapContents>>> m_contents; ///< by row
};

} // namespace sagascope::ui
