// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/PersistentVector.h"
#include "core/base/Time.h"
#include "core/identity/Identity.h"
#include "core/saga/Saga.h"
#include "core/saga/Tell.h"
#include "core/store/EventStore.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::saga {

/// Keeps one line per saga, up to date with the groups that Identity reports. One thread (the ingest thread, or whoever
/// replays); views are immutable.
///
/// A saga that changed is evaluated anew, whole: that takes the time of a few comparisons per member, and for the five
/// to ten members that sagas have it is less than keeping track of what each new event may change. So that a saga of
/// 100,000 events does not cost its size with every event, the line of a big one may be behind: its list of events is
/// always complete (and so is what storyOf() tells of it), its state follows when a sixteenth has come since, or after
/// an update per 5,000 members. That bounds the work per event, whatever the size. update(…, Lag::None) leaves nothing
/// behind; a session's last snapshot is made so.
class SagaTracker
{
    static constexpr std::size_t kSagasPerChunk = 64;

public:
    class View
    {
    public:
        [[nodiscard]] std::size_t slotCount() const { return m_sagas.size(); }
        [[nodiscard]] const SagaSummary& saga(base::SagaId id) const { return m_sagas[id.value]; }
        /// The saga that tells by now what this one told: itself while it is alive, else what it merged into.
        [[nodiscard]] base::SagaId alive(base::SagaId id) const;
        /// The saga that an event belongs to; invalid when unassigned.
        [[nodiscard]] base::SagaId sagaOf(base::EventIndex event) const;
        /// Calls `visit(firstSlot, endSlot)` for runs of slots that may differ from `before`, an earlier view of the
        /// same tracker (a default-made one: all slots).
        template <typename Visit> void forEachChanged(const View& before, Visit visit) const
        {
            m_sagas.forEachChangedChunk(before.m_sagas, visit);
        }

    private:
        friend class SagaTracker;
        base::PersistentVector<SagaSummary, kSagasPerChunk>::View m_sagas;
        base::PersistentVector<base::SagaId, 4096>::View m_sagaOf;
        std::shared_ptr<const void> m_keys; ///< in which the lines' keys lie, as in this
        std::shared_ptr<const void> m_values;
    };

    /// Whether the lines of big sagas may be behind their events.
    enum class Lag : std::uint8_t { Allowed, None };

    explicit SagaTracker(std::shared_ptr<const catalog::Catalog> catalog);
    ~SagaTracker();

    /// Re-evaluates what changed, and what a time limit changes at `now`. Call once per snapshot, not per event.
    /// `events` must be as long as what the identity has seen.
    void update(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now,
                Lag lag = Lag::Allowed);
    /// The two halves of update(): what of the identity it is about, and the telling, which takes the time. tell() may run on
    /// another thread while the identity goes on; nothing else of the tracker may be used meanwhile.
    void gather(identity::Identity& identity, const store::EventStore::View& events);
    void tell(base::Timestamp now, Lag lag = Lag::Allowed);
    [[nodiscard]] const std::array<std::uint64_t, kSagaStateCount>& countByState() const;
    [[nodiscard]] std::uint64_t memberCount() const; ///< events that belong to a saga
    [[nodiscard]] View view() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::saga
