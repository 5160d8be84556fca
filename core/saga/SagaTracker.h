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
class SagaTracker
{
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
        base::PersistentVector<SagaSummary>::View m_sagas;
        base::PersistentVector<base::SagaId, 4096>::View m_sagaOf;
    };

    explicit SagaTracker(std::shared_ptr<const catalog::Catalog> catalog);
    ~SagaTracker();

    /// Re-evaluates what changed, and what a time limit changes at `now`. Call once per snapshot, not per event.
    /// `events` must be as long as what the identity has seen.
    void update(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now);
    [[nodiscard]] const std::array<std::uint64_t, kSagaStateCount>& countByState() const;
    [[nodiscard]] std::uint64_t memberCount() const; ///< events that belong to a saga
    [[nodiscard]] View view() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::saga
