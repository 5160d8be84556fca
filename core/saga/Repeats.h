// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/identity/Identity.h"
#include "core/saga/Member.h"
#include "core/store/EventStore.h"

namespace sagascope::saga {

/// How one event repeats another that has the same event id.
struct RepeatMark
{
    identity::Repeat repeat = identity::Repeat::None;
    base::EventIndex of; ///< invalid when it repeats nothing
};

[[nodiscard]] bool isAttempt(const store::EventRow& row); ///< on a retry or dead-letter topic
/// The order of those with one event id: ordinary topics first, then attempts; each by time.
[[nodiscard]] bool isBeforeInClass(base::EventIndex a, base::EventIndex b, const store::EventStore::View& events);
/// All events with this one's event id in that order.
[[nodiscard]] std::vector<base::EventIndex> orderedClass(base::EventIndex event, const store::EventStore::View& events,
                                                         const identity::Identity::View& identity);

/// Attempt, redelivery or id collision; compares with everything received, inside its saga or not. Costs grow with the
/// number of events with this id: who asks about many asks a RepeatIndex.
[[nodiscard]] RepeatMark repeatById(base::EventIndex event, const store::EventStore::View& events,
                                    const identity::Identity::View& identity);

/// Marks later members that state an earlier member's fact under another event id. The members must be in logical
/// order, with steps assigned and repeats by id marked.
void markSameFacts(MemberList& members);

} // namespace sagascope::saga
