// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/IdSieve.h"

#include <algorithm>

namespace sagascope::session {
namespace {

constexpr int kProbes = 4;
constexpr std::size_t kWordBits = 64;

/// Calls `visit(word, bit)` for each of the places of an id.
template <typename Visit> void forEachPlace(base::IdHash id, std::size_t words, Visit visit)
{
    const std::uint64_t step = (id.value >> 32U) | 1U;
    std::uint64_t place = id.value;
    for (int i = 0; i < kProbes; ++i, place += step) {
        const std::uint64_t bit = place % (words * kWordBits);
        visit(bit / kWordBits, std::uint64_t(1) << (bit % kWordBits));
    }
}

template <typename Filter> void set(Filter& filter, base::IdHash id)
{
    if (!id.isNull())
        forEachPlace(id, filter.size(), [&](std::size_t word, std::uint64_t bit) { filter[word] |= bit; });
}

/// The identifiers that were met lately: events beside one another carry the same, whose hash need not be made again.
class Lately
{
public:
    bool isNew(base::IdentifierId id)
    {
        base::IdentifierId& known = m_known[id.value % m_known.size()];
        const bool isNew = known != id;
        known = id;
        return isNew;
    }

private:
    std::array<base::IdentifierId, 1024> m_known{};
};

} // namespace

void IdSieve::extend(const store::EventStore::View& events, const identity::Identity::View& identity, std::size_t mostStretches)
{
    const std::size_t full = std::min(events.size(), identity.size()) / kStretch;
    const std::size_t end = std::min(full, m_filters.size() + mostStretches);
    for (std::size_t stretch = m_filters.size(); stretch < end; ++stretch) {
        Filter filter{};
        Lately lately;
        for (std::size_t i = stretch * kStretch; i < (stretch + 1) * kStretch; ++i) {
            const base::EventIndex event(static_cast<base::EventIndex::rep>(i));
            const store::EventRow& row = events.row(event);
            set(filter, row.eventId);
            set(filter, row.correlationId);
            set(filter, row.causationId);
            for (const identity::Link& link : identity.linksOf(event)) {
                if (lately.isNew(link.id()))
                    set(filter, base::idHash(identity.value(link.id())));
            }
        }
        m_filters.append(filter);
    }
}

IdSieve::View IdSieve::view() const
{
    View view;
    view.m_filters = m_filters.view();
    return view;
}

bool IdSieve::View::mayHold(std::uint32_t stretch, base::IdHash id) const
{
    if (stretch >= m_filters.size())
        return true;
    const Filter& filter = m_filters[stretch];
    bool holds = true;
    forEachPlace(id, filter.size(), [&](std::size_t word, std::uint64_t bit) { holds = holds && (filter[word] & bit) != 0; });
    return holds;
}

} // namespace sagascope::session
