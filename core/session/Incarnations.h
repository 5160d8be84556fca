// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>

#include "core/base/Ids.h"
#include "core/event/RawRecord.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// Tells records at the same coordinates apart by their bytes (key, value, headers), which it reads again from the store.
/// The same bytes were read twice; other bytes mean that the topic was deleted and created again: a new incarnation, whose
/// records are records of their own.
///
/// Leans on the store's index of coordinates. One thread.
class Incarnations
{
public:
    /// Whether the same bytes were kept before at the record's coordinates, where the store finds row `known`.
    [[nodiscard]] bool holds(const event::RawRecord& record, base::EventIndex known, const store::EventStore& store) const;
    /// The record is about to be appended to the store, which found row `known` before.
    void keep(const event::RawRecord& record, base::EventIndex known);

private:
    /// Rows that the store does not find any more, by a hash of their coordinates: rare.
    std::unordered_multimap<std::uint64_t, base::EventIndex> m_earlier;
};

} // namespace sagascope::session
