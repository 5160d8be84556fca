// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/identity/Evidence.h"
#include "core/identity/Identifier.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

/// How one event has to do with another, closest first. An event that is related in several ways counts as the closest.
enum class Relation : std::uint8_t { Cause, Effect, Repeat, SameSaga, SameEntity };
inline constexpr std::size_t kRelations = 5;

struct RelatedEvent
{
    base::EventIndex event;
    Relation relation = Relation::SameSaga;
    identity::Evidence evidence = identity::Evidence::Declared; ///< of a cause or effect
    identity::Repeat repeat = identity::Repeat::None;           ///< how one repeats the other
    identity::IdentifierKind kind{};                            ///< SameEntity: of the identifier that both carry …
    std::string value;                                          ///< … and the identifier

    friend bool operator==(const RelatedEvent&, const RelatedEvent&) = default;
};

/// What a snapshot holds that has to do with one event: causes and effects of its saga's edges, and declared ones outside
/// of it; repeats; the rest of its saga in logical order; and what shares an identifier with it that is no correlation,
/// saga or trace id, in order of arrival. (What is too common to join sagas, such as a busy traveller, is an entity all the same.)
/// Nothing that is later than the snapshot's `asOf`.
struct RelatedEvents
{
    std::vector<RelatedEvent> events;             ///< by relation, of each the first kMost (SameEntity: the last)
    std::array<std::size_t, kRelations> counts{}; ///< how many there are

    static constexpr std::size_t kMost = 200;
};

/// Reads every row: call it in a worker. What it found so far when `isStopped` says so.
[[nodiscard]] RelatedEvents relatedEvents(const Snapshot& snapshot, base::EventIndex event,
                                          const std::function<bool()>& isStopped = [] { return false; });

} // namespace sagascope::session
