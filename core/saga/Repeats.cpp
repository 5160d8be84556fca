// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Repeats.h"

#include <algorithm>
#include <unordered_map>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::saga {
namespace {

bool canRepeatFact(const Member& member)
{
    return member.repeat == identity::Repeat::None && member.step && !member.step->isRepeatable && member.facts->factHash != 0;
}

} // namespace

bool isAttempt(const store::EventRow& row)
{
    return row.has(store::EventFlag::Retry) || row.has(store::EventFlag::DeadLetter);
}

bool isBeforeInClass(base::EventIndex a, base::EventIndex b, const store::EventStore::View& events)
{
    const bool isAttemptA = isAttempt(events.row(a));
    const bool isAttemptB = isAttempt(events.row(b));
    return isAttemptA != isAttemptB ? isAttemptB : isBefore(a, b, events);
}

std::vector<base::EventIndex> orderedClass(base::EventIndex event, const store::EventStore::View& events,
                                           const identity::Identity::View& identity)
{
    std::vector<base::EventIndex> members = identity.sameIds().classOf(event);
    std::sort(members.begin(), members.end(),
              [&](base::EventIndex a, base::EventIndex b) { return isBeforeInClass(a, b, events); });
    return members;
}

RepeatMark repeatById(base::EventIndex event, const store::EventStore::View& events,
                      const identity::Identity::View& identity)
{
    if (identity.sameIds().isAlone(event))
        return {};
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
    constexpr std::size_t kFewMembers = 48;
    std::unordered_map<std::uint64_t, base::EventIndex> firstOfFact; // used for many; few are compared one by one
    for (std::size_t i = 0; i < members.size(); ++i) {
        Member& member = members[i];
        if (!canRepeatFact(member))
            continue;
        base::EventIndex first = member.event;
        if (members.size() > kFewMembers) {
            first = firstOfFact.try_emplace(member.facts->factHash, member.event).first->second;
        } else {
            const auto end = members.begin() + std::ptrdiff_t(i);
            const auto earlier = std::find_if(members.begin(), end, [&](const Member& other) {
                return other.facts->factHash == member.facts->factHash && canRepeatFact(other);
            });
            first = earlier->event;
        }
        if (first != member.event) {
            member.repeat = identity::Repeat::SameFact;
            member.repeatOf = first;
        }
    }
}

} // namespace sagascope::saga
