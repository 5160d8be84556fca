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

/// All events with this one's event id in logical order: ordinary topics first, then attempts; each by time.
[[nodiscard]] std::vector<base::EventIndex> orderedClass(base::EventIndex event, const store::EventStore::View& events,
                                                         const identity::Identity::View& identity);

/// Attempt, redelivery or id collision; compares with everything received, inside its saga or not.
[[nodiscard]] RepeatMark repeatById(base::EventIndex event, const store::EventStore::View& events,
                                    const identity::Identity::View& identity);

/// Marks later members that state an earlier member's fact under another event id. The members must be in logical
/// order, with steps assigned and repeats by id marked.
void markSameFacts(MemberList& members);

} // namespace sagascope::saga
