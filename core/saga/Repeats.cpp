// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Repeats.h"

#include <algorithm>
#include <unordered_map>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::saga {
namespace {

bool isAttempt(const store::EventRow& row)
{
    return row.has(store::EventFlag::Retry) || row.has(store::EventFlag::DeadLetter);
}

} // namespace

std::vector<base::EventIndex> orderedClass(base::EventIndex event, const store::EventStore::View& events,
                                           const identity::Identity::View& identity)
{
    std::vector<base::EventIndex> members = identity.sameIds().classOf(event);
    std::sort(members.begin(), members.end(), [&](base::EventIndex a, base::EventIndex b) {
        const bool isAttemptA = isAttempt(events.row(a));
        const bool isAttemptB = isAttempt(events.row(b));
        return isAttemptA != isAttemptB ? isAttemptB : isBefore(a, b, events);
    });
    return members;
}

RepeatMark repeatById(base::EventIndex event, const store::EventStore::View& events,
                      const identity::Identity::View& identity)
{
    const std::vector<base::EventIndex> members = orderedClass(event, events, identity);
    const base::EventIndex first = members.front();
    if (first == event)
        return {};
    if (isAttempt(events.row(event)))
        return {identity::Repeat::Attempt, first};
    const std::uint64_t content = identity.facts(event).contentHash;
    for (const base::EventIndex earlier : members) {
        if (earlier == event)
            break;
        if (identity.facts(earlier).contentHash == content)
            return {identity::Repeat::Redelivery, earlier};
    }
    return {identity::Repeat::IdCollision, first};
}

void markSameFacts(MemberList& members)
{
    std::unordered_map<std::uint64_t, base::EventIndex> firstOfFact;
    for (Member& member : members) {
        const bool canRepeat = member.repeat == identity::Repeat::None && member.step && !member.step->isRepeatable
            && member.facts->factHash != 0;
        if (!canRepeat)
            continue;
        const auto [found, isFirst] = firstOfFact.try_emplace(member.facts->factHash, member.event);
        if (!isFirst) {
            member.repeat = identity::Repeat::SameFact;
            member.repeatOf = found->second;
        }
    }
}

} // namespace sagascope::saga
