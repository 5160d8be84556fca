// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "core/identity/Identifier.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

/// The event of an entity that came before another one, and the identifier that both carry.
struct PreviousEvent
{
    base::EventIndex event;
    identity::IdentifierKind kind{};
    std::string value;

    friend bool operator==(const PreviousEvent&, const PreviousEvent&) = default;
};

/// What is known of an event's entities, and what came before it in the life of them.
struct EntityPast
{
    bool hasEntity = false;                    ///< the event names an entity at all
    std::optional<PreviousEvent> any;          ///< the last one before it
    std::optional<PreviousEvent> ofSameType;   ///< the last one before it of its own event type

    friend bool operator==(const EntityPast&, const EntityPast&) = default;
};

/// An event's entities are what its identifiers name, without correlation, saga and trace ids: those that tie sagas together, and for
/// types that no saga reads those that the catalog declares. The traveller counts only where nothing else is named, since nearly
/// every event names one. Before means: received by the broker earlier (of equal
/// times: topic, partition, offset decide); without a broker time, read earlier. Copies of the event itself are no past of it,
/// nor is anything later than the snapshot's `asOf`.
/// Reads every row, and of types that no saga reads their records until one fits: call it in a worker. What it found so far when `isStopped` says so.
[[nodiscard]] EntityPast pastOfEntity(const Snapshot& snapshot, base::EventIndex event,
                                      const std::function<bool()>& isStopped = [] { return false; });

} // namespace sagascope::session
