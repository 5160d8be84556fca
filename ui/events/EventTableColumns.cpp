// SPDX-License-Identifier: GPL-3.0-or-later
// What of the live table must be read from the records: the cells of some columns, and what highlights ask.
#include <algorithm>
#include <array>
#include <memory>

#include "core/session/RecordFields.h"
#include "ui/events/EventTableModel.h"
#include "ui/state/ReaderZone.h"

namespace sagascope::ui {
namespace {

using session::RecordField;

/// Those that are always there, in the order of their columns.
constexpr std::array kBuiltInFields{RecordField::Kind::Key, RecordField::Kind::EventId, RecordField::Kind::CorrelationId,
                                    RecordField::Kind::CausationId};

} // namespace

std::optional<std::size_t> EventTableModel::fieldOf(int column) const
{
    static_assert(Causation - Key + 1 == int(kBuiltInFields.size()));
    if (column >= Key && column <= Causation)
        return std::size_t(column - Key);
    if (isPayload(column))
        return kBuiltInFields.size() + std::size_t(column - BuiltInCount);
    return std::nullopt;
}

int EventTableModel::addPayloadColumn(std::vector<std::string> path)
{
    const auto known = std::find(m_payloadColumns.begin(), m_payloadColumns.end(), path);
    if (known != m_payloadColumns.end())
        return BuiltInCount + int(known - m_payloadColumns.begin());
    const int column = columnCount();
    beginInsertColumns({}, column, column);
    m_payloadColumns.push_back(std::move(path));
    readFields();
    endInsertColumns();
    return column;
}

void EventTableModel::removePayloadColumn(int column)
{
    Q_ASSERT(isPayload(column));
    beginRemoveColumns({}, column, column);
    m_payloadColumns.erase(m_payloadColumns.begin() + (column - BuiltInCount));
    readFields();
    endRemoveColumns();
}

/// From now on these fields are read, and what was read before is forgotten.
void EventTableModel::readFields()
{
    std::vector<RecordField> fields;
    for (const RecordField::Kind kind : kBuiltInFields)
        fields.push_back({kind, {}});
    for (const std::vector<std::string>& path : m_payloadColumns)
        fields.push_back({RecordField::Kind::Payload, path});
    m_cells.setQuestion([fields = std::move(fields)] {
        return [reader = std::make_shared<session::RecordFields>(fields)](const session::Snapshot& snapshot,
                                                                         base::EventIndex event) {
            return reader->read(snapshot.events, event);
        };
    });
}

void EventTableModel::whenRead(std::vector<base::EventIndex> events, std::function<void()> then)
{
    m_cells.whenKnown(m_snapshot, std::move(events), std::move(then));
}

/// Rows between the first and the last of them that did not change cost no more than asking.
void EventTableModel::showRead(std::span<const base::EventIndex> events)
{
    int first = -1;
    int last = -1;
    for (const base::EventIndex event : events) {
        const int row = rowOf(event);
        first = first < 0 ? row : first;
        last = std::max(last, row);
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, columnCount() - 1));
}

void EventTableModel::setHighlights(const HighlightRules& rules)
{
    m_highlightRules = rules;
    m_highlights.setRules(rules, readerZone(m_state));
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {HighlightRole});
}

QVariant EventTableModel::highlight(base::EventIndex event) const
{
    const int rule = m_highlights.ruleOf(m_snapshot, event);
    return rule < 0 ? QVariant() : QVariant(rule);
}

} // namespace sagascope::ui
