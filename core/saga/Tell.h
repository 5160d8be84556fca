// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

#include "core/identity/Identity.h"
#include "core/saga/Saga.h"
#include "core/store/EventStore.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::saga {

class Evaluation;
class RepeatIndex;

/// Whether a group is a saga: two or more events that belong together (copies don't count), or any event that is a
/// step of a definition.
[[nodiscard]] bool formsSaga(std::span<const base::EventIndex> members, const store::EventStore::View& events,
                             const identity::Identity::View& identity, RepeatIndex& repeats);

/// A saga told in full: a pure function of its members, what they are compared with, `now`, and what inference says of
/// it (null for most: nothing). Any thread.
[[nodiscard]] Story tell(std::span<const base::EventIndex> members, const store::EventStore::View& events,
                         const identity::Identity::View& identity, const catalog::Catalog& catalog,
                         base::Timestamp now, const Inferred* inferred = nullptr);
/// The same with an evaluation of the same catalog and store that was used before, which saves much when many sagas are
/// told one after the other.
[[nodiscard]] Story tell(Evaluation& evaluation, std::span<const base::EventIndex> members,
                         const store::EventStore::View& events, const identity::Identity::View& identity,
                         base::Timestamp now, const Inferred* inferred = nullptr);

[[nodiscard]] SagaStyle styleOf(const catalog::SagaDefinition* definition); ///< Unknown without a definition

} // namespace sagascope::saga
