// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <memory>

#include "core/base/Time.h"
#include "core/session/Destination.h"
#include "core/session/Snapshot.h"
#include "core/session/TimeOrder.h"

namespace sagascope::session {

/// A session as it would have read at any moment: from everything that was read, exactly the records with a broker time
/// up to that moment, and the moment as the clock for time limits. Records to which Kafka gave no time always count.
/// What has no time of its own stays as it is: the connection, unreadable lines, records read twice.
///
/// Forward it costs what happened in between; back, it starts anew. It keeps a grouping and a tracker of its own, so its
/// SagaIds mean nothing elsewhere (see Snapshot::numbering). Where the session took over another catalog, it starts anew. One thread; what it gives away is immutable.
class Replay
{
public:
    Replay();
    Replay(Replay&&) noexcept;
    Replay& operator=(Replay&&) noexcept;
    ~Replay();

    /// `live` as of `to`. Null when stopped before arriving; asking again then goes on from there. Snapshots of one
    /// session, in the order of their making.
    [[nodiscard]] SnapshotPtr travel(const SnapshotPtr& live, const Destination& to,
                                     const std::function<bool()>& isStopped = [] { return false; });

private:
    struct Past;

    [[nodiscard]] base::Timestamp momentOf(const Snapshot& live, const Destination& to) const;
    void takeNew(const Snapshot& live);
    bool advance(const Snapshot& live, base::Timestamp moment, const std::function<bool()>& isStopped);
    [[nodiscard]] SnapshotPtr picture(const Snapshot& live) const;
    [[nodiscard]] double rateAt(base::Timestamp moment) const;

    TimeOrder m_order;
    std::unique_ptr<Past> m_past; ///< null before the first travel
};

} // namespace sagascope::session
