// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "core/base/AppendVector.h"
#include "core/base/HashIndex.h"
#include "core/base/Ids.h"
#include "core/base/Rule.h"

namespace sagascope::store {

/// One finding of an event by itself: `detail` is interned. An undecodable record has exactly one, the reason, with the
/// byte where reading stopped as its detail.
struct StoredHit
{
    base::Rule rule = base::Rule{};
    base::TextId detail;
    friend bool operator==(const StoredHit&, const StoredHit&) = default;
};

/// The findings of each event. Events of one kind break the same rules in the same words, so equal lists are kept once,
/// and an event costs four bytes. One thread writes; views are immutable and any thread may read them.
class HitLists
{
    struct Place
    {
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };

public:
    /// What rules may say of one event is far below; whatever says more is cut.
    static constexpr std::size_t kMostHits = 4096;

    class View
    {
    public:
        [[nodiscard]] std::span<const StoredHit> of(base::EventIndex event) const
        {
            const Place& place = m_places[m_byEvent[event.value]];
            return m_hits.run(place.first, place.count);
        }
        /// Bytes that they all take.
        [[nodiscard]] std::size_t bytes() const
        {
            return m_hits.size() * sizeof(StoredHit) + m_places.size() * sizeof(Place) + m_byEvent.size() * sizeof(std::uint32_t);
        }

    private:
        friend class HitLists;
        base::AppendVector<StoredHit>::View m_hits;
        base::AppendVector<Place>::View m_places;
        base::AppendVector<std::uint32_t>::View m_byEvent;
    };

    /// With a ColumnSpace the events' columns lie there.
    explicit HitLists(std::shared_ptr<base::ColumnSpace> space = nullptr);
    /// The next event, without any yet.
    void beginEvent();
    /// Adds to the event begun last; call before the next view().
    void add(const StoredHit& hit);
    /// The events up to now.
    [[nodiscard]] View view();

private:
    void endEvent();
    [[nodiscard]] std::uint32_t intern();

    base::AppendVector<StoredHit> m_hits; ///< list after list
    base::AppendVector<Place> m_places;   ///< of each list; the first one is the empty list's
    base::AppendVector<std::uint32_t> m_byEvent; ///< a list's number
    base::HashIndex m_index;
    std::vector<StoredHit> m_open; ///< of the event that was begun last
    bool m_isOpen = false;
};

} // namespace sagascope::store
