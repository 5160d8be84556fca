// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/capture/CaptureStatus.h"
#include "core/causation/ServiceMap.h"
#include "core/identity/Identity.h"
#include "core/metrics/GroupBoard.h"
#include "core/metrics/Lag.h"
#include "core/metrics/LagHistory.h"
#include "core/metrics/Throughput.h"
#include "core/saga/Saga.h"
#include "core/saga/SagaTracker.h"
#include "core/session/EventSource.h"
#include "core/session/IdSieve.h"
#include "core/store/EventStore.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::session {

/// `records = events + undecodable + later`; repeated coordinates and unreadable lines stand beside that sum.
struct Counts
{
    std::uint64_t records = 0;
    std::uint64_t events = 0;
    std::uint64_t undecodable = 0;
    std::uint64_t later = 0;
    std::uint64_t sameCoordinates = 0;
    std::uint64_t unreadableLines = 0;
    std::uint64_t sagas = 0; ///< alive
    std::array<std::uint64_t, saga::kSagaStateCount> sagasByState{};
    std::uint64_t correlatedEvents = 0; ///< members of a saga
};

/// Everything the screens, the report and the tests read, as of one moment. Immutable; any thread; cheap to hold for
/// a while (it shares its chunks with later ones).
struct Snapshot
{
    std::uint64_t sequence = 0; ///< no two snapshots of a session have the same; it grows while `numbering` stays
    base::Timestamp takenAt = base::kNoTime; ///< the clock for time limits at that moment; kNoTime before any record
    /// The moment that this speaks of, where it isn't everything that was read: `events` holds what came later, too, but
    /// nothing else knows of it (see isLater()).
    std::optional<base::Timestamp> asOf;
    std::uint64_t numbering = 0; ///< SagaIds of two snapshots mean the same sagas only where this is the same
    base::Timestamp nextEventAt = base::kNoTime; ///< with `asOf`: when the next record came; kNoTime after the last
    std::optional<capture::CaptureStatus> capture; ///< that is written of what is read; nothing: none is
    bool isCaptureTemporary = false; ///< it goes with the session
    bool isPaused = false;
    bool isFinished = false;             ///< nothing will come any more: the last snapshot, unless another catalog takes over
    std::optional<base::Error> failure;  ///< what ended the source, if it ended with an error
    Counts counts;
    double eventsPerSecond = 0; ///< over the last two seconds of wall time
    ConnectionStatus connection;
    std::shared_ptr<const catalog::Catalog> catalog; ///< with which all of it was told
    store::EventStore::View events;
    identity::Identity::View identity;
    IdSieve::View idSieve; ///< of `events`, and of what `identity` says of them
    saga::SagaTracker::View sagas;
    metrics::Throughput::View throughput;
    metrics::LagHistory::View lagHistory;
    std::vector<metrics::LagSample> lag; ///< latest sample per group, topic, partition
    metrics::GroupBoardPtr groups; ///< null before the first look, and where there is no cluster; never of an earlier moment
    causation::ServiceMap::View services;
    std::shared_ptr<const std::vector<kafka::OffsetGap>> gaps; ///< where offsets held no record; null when nowhere
    std::vector<base::Error> unreadable; ///< the first 1,000 unreadable lines

    /// Whether an event of `events` takes no part, because it came after `asOf`. Without a broker time it always does.
    [[nodiscard]] bool isLater(base::EventIndex event) const
    {
        return asOf && events.row(event).brokerTime > *asOf; // kNoTime is before every moment
    }
};
using SnapshotPtr = std::shared_ptr<const Snapshot>;

} // namespace sagascope::session
