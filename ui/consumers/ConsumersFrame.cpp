// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/ConsumersFrame.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace sagascope::ui {
namespace {

// Lag is no part of the order: rows would change places under the reader's eyes with every look.
auto rank(const metrics::GroupStanding& group)
{
    const bool isMissing = group.reading->state != metrics::GroupState::Known;
    return std::tuple(-int(group.verdict), isMissing, std::string_view(group.reading->group));
}

auto rank(const metrics::PartitionStanding& partition)
{
    return std::tuple(!partition.isPoisoned, -int(partition.judgement.verdict), std::string_view(partition.sample.topic),
                      partition.sample.partition);
}

template <typename T> std::vector<const T*> ranked(const std::vector<T>& all)
{
    std::vector<const T*> sorted;
    for (const T& one : all)
        sorted.push_back(&one);
    std::sort(sorted.begin(), sorted.end(), [](const T* a, const T* b) { return rank(*a) < rank(*b); });
    return sorted;
}

std::vector<ConsumersFrame::MatrixRow> matrixOf(const std::vector<const metrics::GroupStanding*>& groups)
{
    std::map<metrics::Place, std::vector<const metrics::PartitionStanding*>> rows;
    for (std::size_t column = 0; column < groups.size(); ++column) {
        for (const metrics::PartitionStanding& partition : groups[column]->partitions) {
            auto& cells = rows[{partition.sample.topic, partition.sample.partition}];
            cells.resize(groups.size());
            cells[column] = &partition;
        }
    }
    std::vector<ConsumersFrame::MatrixRow> matrix;
    for (auto& [place, cells] : rows)
        matrix.push_back({place, std::move(cells)});
    return matrix;
}

void addLanes(ConsumersFrame& frame)
{
    for (const metrics::PartitionStanding& partition : frame.chosen->partitions) {
        frame.lanes.push_back(&partition);
        for (const metrics::OwnerSpan& span : partition.trail->owners)
            frame.lanesFrom = frame.lanesFrom == base::kNoTime ? span.from : std::min(frame.lanesFrom, span.from);
    }
}

} // namespace

ConsumersFramePtr consumersFrame(const metrics::GroupBoardPtr& board, const ConsumersQuery& query)
{
    auto frame = std::make_shared<ConsumersFrame>();
    frame->query = query;
    frame->board = board;
    if (!board)
        return frame;
    frame->groups = ranked(board->groups);
    frame->chosen = board->find(query.group);
    if (!frame->chosen && !frame->groups.empty())
        frame->chosen = frame->groups.front();
    if (frame->chosen) {
        frame->partitions = ranked(frame->chosen->partitions);
        addLanes(*frame);
    }
    frame->matrix = matrixOf(frame->groups);
    for (const auto* group : frame->groups)
        frame->oldestMs = std::max(frame->oldestMs, group->lagMs.value_or(0));
    if (query.event)
        frame->passages = metrics::fanOut(*board, query.event->record.place, query.event->record.offset);
    return frame;
}

} // namespace sagascope::ui
