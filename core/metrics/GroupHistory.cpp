// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/GroupHistory.h"

#include <algorithm>

#include "core/metrics/Poison.h"

namespace sagascope::metrics {
namespace {

using Readers = std::map<Place, std::size_t>;

/// Which member holds a partition.
Readers readersOf(const GroupReading& reading)
{
    Readers readers;
    for (std::size_t i = 0; i < reading.members.size(); ++i) {
        for (const Place& place : reading.members[i].assigned)
            readers.emplace(place, i);
    }
    return readers;
}

void sumUp(GroupStanding& standing)
{
    standing.isAgeComplete = true;
    bool isSure = true;
    for (const PartitionStanding& partition : standing.partitions) {
        standing.verdict = std::max(standing.verdict, partition.judgement.verdict);
        isSure = isSure && partition.judgement.reason != VerdictReason::TooFewLooks;
        const auto lag = partition.sample.lag();
        if (!lag)
            continue;
        standing.lag = standing.lag.value_or(0) + *lag;
        if (partition.sample.lagMs)
            standing.lagMs = std::max(standing.lagMs.value_or(0), *partition.sample.lagMs);
        else
            standing.isAgeComplete = false;
    }
    if (standing.verdict == Verdict::Ok && !isSure)
        standing.verdict = Verdict::Unknown;
}

} // namespace

void GroupHistory::take(GroupLookPtr look, std::vector<LagSample> samples)
{
    m_isAgain = m_board && look->round == m_board->look->round;
    auto board = std::make_shared<GroupBoard>();
    std::size_t next = 0;
    for (const GroupReading& reading : look->groups) {
        const std::size_t count = reading.samples.size();
        board->groups.push_back(standingOf(*look, reading, std::span(samples).subspan(next, count)));
        next += std::max<std::size_t>(count, 1); // a group without any has a line of its own
    }
    std::erase_if(m_groups, [&](const auto& entry) { return board->find(entry.first) == nullptr; });
    board->look = std::move(look);
    m_board = std::move(board);
}

GroupStanding GroupHistory::standingOf(const GroupLook& look, const GroupReading& reading, std::span<LagSample> samples)
{
    GroupStanding standing;
    standing.reading = &reading;
    const Readers readers = readersOf(reading);
    auto& histories = m_groups[reading.group];
    std::vector<base::Timestamp> moves;
    for (LagSample& sample : samples) {
        PartitionHistory& history = histories[{sample.topic, sample.partition}];
        PartitionStanding partition;
        if (const auto reader = readers.find({sample.topic, sample.partition}); reader != readers.end())
            partition.reader = reader->second;
        note(history, reading, sample, partition.reader);
        const auto kept = look.retention.find(sample.topic);
        partition.judgement = judge(history.window());
        partition.rates = ratesOf(history.window());
        partition.forecast = foretell(
            history.window(), kept == look.retention.end() ? std::nullopt : std::optional(kept->second), sample.low);
        partition.trail = history.trail();
        moves.push_back(history.lastMove());
        partition.sample = std::move(sample);
        standing.partitions.push_back(std::move(partition));
    }
    markPoisoned(standing.partitions, moves);
    sumUp(standing);
    return standing;
}

/// A look that failed says nothing: what was seen before it still stands.
void GroupHistory::note(PartitionHistory& history, const GroupReading& reading, const LagSample& sample,
                        std::optional<std::size_t> reader) const
{
    if (reading.state == GroupState::Unreadable)
        return;
    const auto hasReader = reading.membership == Membership::Told ? std::optional(reader.has_value()) : std::nullopt;
    history.take(sample, reader ? &reading.members[*reader] : nullptr, hasReader, m_isAgain);
}

} // namespace sagascope::metrics
