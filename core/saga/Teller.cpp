// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Teller.h"

#include <algorithm>

#include "core/base/Prefetch.h"
#include "core/saga/Tell.h"

namespace sagascope::saga {
namespace {

/// Asks for the memory of groups that come soon: their events lie all over the store.
void fetchAhead(std::span<const ChangedGroup> groups, std::size_t i, const Moment& at)
{
    constexpr std::size_t kListAhead = 6;
    constexpr std::size_t kEventsAhead = 3;
    constexpr std::size_t kMost = 16; ///< events of one group
    if (i + kListAhead < groups.size() && groups[i + kListAhead].members)
        base::prefetch(groups[i + kListAhead].members->data());
    if (i + kEventsAhead >= groups.size())
        return;
    const std::span<const base::EventIndex> members = *groups[i + kEventsAhead].members;
    for (const base::EventIndex event : members.first(std::min(members.size(), kMost))) {
        base::prefetch(&at.events.row(event));
        base::prefetch(&at.events.row(event) + 1); // it is longer than a line of the cache
        base::prefetch(&at.ids.facts(event));
    }
}

} // namespace

void Teller::tell(std::span<const ChangedGroup> groups, std::span<Told> told, const Moment& at,
                  const std::function<bool(const Members&)>& isLeft)
{
    for (std::size_t i = 0; i < groups.size(); ++i) {
        fetchAhead(groups, i, at);
        if (groups[i].members && !isLeft(groups[i].members))
            told[i] = tell(groups[i].members, at);
    }
}

Told Teller::tell(const Members& members, const Moment& at)
{
    if (!isSaga(*members, at))
        return {};
    Told told = tell(members, nullptr, at);
    told.part = inferencePartOf(m_evaluation);
    return told;
}

Told Teller::tell(const Members& members, std::shared_ptr<const Inferred> inferred, const Moment& at)
{
    m_evaluation.arrange(*members, at.events, at.ids, inferred.get());
    m_evaluation.judge(at.now);
    Told told{lineOf(m_evaluation, m_texts), std::nullopt, m_evaluation.nextDeadline()};
    told.line.events = members;
    told.line.inferred = std::move(inferred);
    return told;
}

bool Teller::isSaga(std::span<const base::EventIndex> members, const Moment& at)
{
    return formsSaga(members, at.events, at.ids, repeats());
}

} // namespace sagascope::saga
