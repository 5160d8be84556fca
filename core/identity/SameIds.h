// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/LargePages.h"
#include "core/base/PersistentVector.h"
#include "core/identity/Descriptions.h"

namespace sagascope::identity {

/// Who carries the same event id, and whose id a causation id names, over everything that was added. Causes that have
/// not come yet are waited for. Written by one thread, read through views.
class SameIds
{
public:
    SameIds();

    class View
    {
    public:
        /// The event itself and every other event with its event id (a dead-letter wrapper counts under the id of the
        /// original), in no particular order.
        [[nodiscard]] std::vector<base::EventIndex> classOf(base::EventIndex event) const;
        /// Whether nobody else has its event id.
        [[nodiscard]] bool isAlone(base::EventIndex event) const
        {
            return event.value >= m_next.size() || m_next[event.value] == event;
        }
        /// An event whose id the causation id names; invalid when there is no causation id or nobody was seen with it.
        [[nodiscard]] base::EventIndex causeOf(base::EventIndex event) const
        {
            return event.value < m_causes.size() ? m_causes[event.value] : base::EventIndex();
        }
        /// Equal in two views only where nobody has an id in common with anybody else than before.
        [[nodiscard]] std::uint64_t version() const { return m_version; }

    private:
        friend class SameIds;
        std::uint64_t m_version = 0;
        base::PersistentVector<base::EventIndex, 4096>::View m_next;
        base::PersistentVector<base::EventIndex, 4096>::View m_causes;
    };

    /// Every event once, in any order. Returns the events added earlier whose cause this one is; the list holds until
    /// the next call.
    const std::vector<base::EventIndex>& add(base::EventIndex event, EventIdNumber id, EventIdNumber cause);
    /// The events, since the last call, whose id another event had before them.
    [[nodiscard]] std::vector<base::EventIndex> takeJoined();
    [[nodiscard]] std::vector<base::EventIndex> classOf(base::EventIndex event) const; ///< see View
    [[nodiscard]] View view() const;

private:
    static constexpr std::uint32_t kNobody = 0xFFFFFFFF;
    struct Waiting
    {
        base::EventIndex effect;
        std::uint32_t next = kNobody;
    };
    /// One of the events that have an id; while nobody has it, the first of those that wait for one.
    class Known
    {
    public:
        [[nodiscard]] bool isEvent() const { return m_packed < kWaiting; }
        [[nodiscard]] base::EventIndex event() const { return base::EventIndex(m_packed); }
        [[nodiscard]] std::uint32_t firstWaiting() const { return m_packed == kNobody ? kNobody : m_packed & ~kWaiting; }
        void setEvent(base::EventIndex event) { m_packed = event.value; }
        void setFirstWaiting(std::uint32_t waiting) { m_packed = waiting | kWaiting; }

    private:
        static constexpr std::uint32_t kWaiting = 0x80000000; ///< two thousand million events come before
        std::uint32_t m_packed = kNobody;
    };

    template <typename Next> [[nodiscard]] static std::vector<base::EventIndex> classOf(const Next& next, base::EventIndex event);
    void ensure(base::EventIndex event);
    Known& known(EventIdNumber id);
    void joinClass(base::EventIndex event, EventIdNumber id);
    void resolveCause(base::EventIndex event, EventIdNumber cause);

    base::PersistentVector<base::EventIndex, 4096> m_next; ///< circular list per event id
    base::PersistentVector<base::EventIndex, 4096> m_causes;
    base::LargeVector<Known> m_known; ///< by EventIdNumber
    std::vector<Waiting> m_waiting;
    std::uint32_t m_freeWaiting = kNobody;
    std::vector<base::EventIndex> m_touched; ///< reused
    std::vector<base::EventIndex> m_joined;
    std::uint64_t m_version;
};

} // namespace sagascope::identity
