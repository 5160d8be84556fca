// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Rule.h"
#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::session {

/// A saga to show as an example.
struct SagaExample
{
    base::SagaId id; ///< of the snapshot that was asked about; in WhatIf::appeared of WhatIf::changed
    std::string key;
    friend bool operator==(const SagaExample&, const SagaExample&) = default;
};

/// Some sagas: how many, and the first few of them.
struct SagaCount
{
    static constexpr std::size_t kMostExamples = 20;

    std::uint64_t count = 0;
    std::vector<SagaExample> examples; ///< in order of their keys
    friend bool operator==(const SagaCount&, const SagaCount&) = default;
};

/// Sagas that a change moves from one state to another. Names of definitions are empty where there is none.
struct StateMove : SagaCount
{
    std::string definition;       ///< that they follow after the change
    std::string definitionBefore; ///< mostly the same
    saga::SagaState from{};
    saga::SagaState to{};
    friend bool operator==(const StateMove&, const StateMove&) = default;
};

/// Sagas that come to another definition, whatever their state.
struct DefinitionMove : SagaCount
{
    std::string from; ///< empty: none
    std::string to;   ///< empty: none
    friend bool operator==(const DefinitionMove&, const DefinitionMove&) = default;
};

/// In how many sagas a rule's finding turns up or goes away.
struct FindingMove
{
    base::Rule rule{};
    std::uint64_t added = 0;
    std::uint64_t removed = 0;
    friend bool operator==(const FindingMove&, const FindingMove&) = default;
};

/// What a changed catalog would make of everything that a snapshot holds, beside what it is now. A saga of today and one of
/// then are the same when they have the same members, else when they have most in common; each has at most one
/// counterpart. Today's sagas without one are in `merged` or `vanished`. Immutable.
struct WhatIf
{
    SnapshotPtr changed; ///< the snapshot as it would be: same moment, other catalog, a numbering of its own
    bool isDescribedAnew = false; ///< joins, context or facts changed, so that every payload was read again

    std::uint64_t sagasBefore = 0;
    std::uint64_t sagasAfter = 0;
    std::array<std::uint64_t, saga::kSagaStateCount> statesBefore{};
    std::array<std::uint64_t, saga::kSagaStateCount> statesAfter{};

    std::uint64_t unchanged = 0;        ///< the same members, state, definition and findings
    std::vector<StateMove> moves;       ///< biggest first
    std::vector<DefinitionMove> redefined; ///< biggest first
    SagaCount merged;   ///< sagas of then that hold members of two or more of today's
    SagaCount split;    ///< today's sagas whose members are in two or more then
    SagaCount appeared; ///< sagas of then whose members are in no saga today
    SagaCount vanished; ///< today's sagas whose members are in no saga then
    std::vector<FindingMove> findings; ///< of sagas, not of single events; biggest change first

    /// Nothing would change.
    [[nodiscard]] bool isNothing() const;
};

/// Tells everything that the snapshot holds under a catalog made with Catalog::with(), at the same clock, and compares.
/// `onProgress` is told now and then how much is done (0 to 1). Null when `isStopped` says so on the way. Any thread; reads
/// nothing but the snapshot. About as dear as reading the records once more where joins or facts changed, and as grouping
/// and following them where only steps, outcomes or limits did.
[[nodiscard]] std::shared_ptr<const WhatIf> whatIf(const SnapshotPtr& snapshot,
                                                   std::shared_ptr<const catalog::Catalog> changed,
                                                   const std::function<void(double)>& onProgress = {},
                                                   const std::function<bool()>& isStopped = {});

} // namespace sagascope::session
