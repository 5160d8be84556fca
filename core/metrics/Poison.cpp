// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Poison.h"

#include <algorithm>
#include <map>

namespace sagascope::metrics {
namespace {

bool isBlocked(const PartitionStanding& partition)
{
    const Judgement& judgement = partition.judgement;
    return judgement.verdict == Verdict::Stalled
           || (judgement.verdict == Verdict::Stopped && judgement.reason == VerdictReason::CommitsCeased);
}

/// How the partitions of one topic do.
struct TopicHealth
{
    int well = 0;
    int badly = 0;

    void add(const PartitionStanding& partition)
    {
        const Verdict verdict = partition.judgement.verdict;
        const bool isFallingBehind = partition.forecast.course == Forecast::Course::NotShrinking;
        well += verdict == Verdict::Ok && !isFallingBehind ? 1 : 0;
        badly += verdict > Verdict::Ok || (verdict == Verdict::Ok && isFallingBehind) ? 1 : 0;
    }
    [[nodiscard]] bool isExceptional() const { return well >= badly || well + badly == 1; }
};

} // namespace

void markPoisoned(std::span<PartitionStanding> partitions, std::span<const base::Timestamp> lastMoves)
{
    struct Latest
    {
        std::size_t partitions = 0;
        base::Timestamp move = base::kNoTime;
        void add(base::Timestamp moved)
        {
            ++partitions;
            move = std::max(move, moved);
        }
    };
    Latest all;
    std::map<std::size_t, Latest> byReader;
    std::map<std::string_view, TopicHealth> byTopic;
    for (std::size_t i = 0; i < partitions.size(); ++i) {
        all.add(lastMoves[i]);
        byTopic[partitions[i].sample.topic].add(partitions[i]);
        if (partitions[i].reader)
            byReader[*partitions[i].reader].add(lastMoves[i]);
    }
    for (PartitionStanding& partition : partitions) {
        if (!isBlocked(partition) || !byTopic[partition.sample.topic].isExceptional())
            continue;
        const bool isAlone = !partition.reader || byReader[*partition.reader].partitions == 1;
        // What is blocked has not moved since, so the latest move is another's.
        const base::Timestamp move = isAlone ? all.move : byReader[*partition.reader].move;
        partition.isPoisoned = move != base::kNoTime && move > partition.judgement.since;
    }
}

} // namespace sagascope::metrics
