// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "core/session/Destination.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

/// Travels through a session on a thread of its own: asked for several moments, it goes to the latest. See Replay for
/// what a moment holds.
///
/// Construct, call and destroy on one thread. The destructor gives up what is under way and joins.
class TimeMachine
{
public:
    /// Called on the machine's thread for every arrival, with what was asked for.
    using Arrival = std::function<void(SnapshotPtr, const Destination&)>;

    explicit TimeMachine(Arrival onArrival);
    ~TimeMachine();

    /// Replaces a destination that is still waiting. Snapshots of one session, in the order of their making.
    void travel(SnapshotPtr live, const Destination& to);
    /// Another session begins: gives up what is under way and forgets all. No arrival of before comes after this.
    void forget();

private:
    struct Shared;
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::session
