// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <future>
#include <memory>

#include "core/base/Time.h"
#include "core/identity/Identity.h"
#include "core/saga/SagaTracker.h"
#include "core/session/IdSieve.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// What is made of all events together once per snapshot, not per record: sagas, and the sieve of ids. It may be made beside
/// the reading, of which it is then behind.
///
/// One thread may call it (the ingest thread); what it gives away is immutable.
class Derivation
{
public:
    struct Derived
    {
        saga::SagaTracker::View sagas;
        std::array<std::uint64_t, saga::kSagaStateCount> sagasByState{};
        std::uint64_t correlatedEvents = 0; ///< that belong to a saga
        IdSieve::View idSieve;
    };

    /// Without `columns` everything lies in memory.
    explicit Derivation(std::unique_ptr<saga::SagaTracker> tracker, std::shared_ptr<base::ColumnSpace> columns = nullptr);
    /// Waits for what is under way.
    ~Derivation();

    /// Up to date with `events`, which are what `identity` has seen, and with `now`. With Lag::None nothing is left for later.
    void derive(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now,
                saga::SagaTracker::Lag lag);
    /// The same on another thread; it shows in a later latest(). False when the one before is still under way: nothing begins.
    bool deriveBeside(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now);
    /// What was derived last.
    [[nodiscard]] const Derived& latest();

private:
    void wait();
    void show();

    std::unique_ptr<saga::SagaTracker> m_tracker;
    IdSieve m_idSieve;
    Derived m_latest;
    std::future<void> m_beside; ///< while it is valid, tracker and sieve are its own
};

} // namespace sagascope::session
