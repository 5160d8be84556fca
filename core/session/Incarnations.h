// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "core/base/Hash.h"
#include "core/base/Ids.h"
#include "core/event/RawRecord.h"

namespace sagascope::session {

/// Tells records at the same coordinates apart by their bytes (key, value, headers). The same bytes were read twice;
/// other bytes mean that the topic was deleted and created again: a new incarnation, whose records are records of
/// their own.
///
/// Leans on the store's index of coordinates and remembers 8 bytes per record. One thread.
class Incarnations
{
public:
    /// Whether the same bytes were kept before at the record's coordinates, where the store finds row `known`.
    [[nodiscard]] bool holds(const event::RawRecord& record, base::EventIndex known) const;
    /// Remembers that the record was appended as the next row; `known` is what the store found before.
    void keep(const event::RawRecord& record, base::EventIndex known);

private:
    std::vector<std::uint64_t> m_content; ///< by row
    std::unordered_multimap<base::Hash128, std::uint64_t> m_recreated; ///< coordinates with several incarnations: rare
};

} // namespace sagascope::session
