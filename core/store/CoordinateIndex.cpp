// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/CoordinateIndex.h"

#include <algorithm>

namespace sagascope::store {

void CoordinateIndex::insert(base::TextId topic, std::int32_t partition, std::int64_t offset, base::EventIndex event)
{
    Partition& rows = m_partitions[{topic, partition}];
    if (rows.inOrder.empty() || offset > rows.inOrder.back().first)
        rows.inOrder.emplace_back(offset, event);
    else
        rows.strays.insert_or_assign(offset, event);
}

base::EventIndex CoordinateIndex::find(base::TextId topic, std::int32_t partition, std::int64_t offset) const
{
    const auto found = m_partitions.find({topic, partition});
    if (found == m_partitions.end())
        return {};
    const auto& [inOrder, strays] = found->second;
    if (const auto stray = strays.find(offset); stray != strays.end())
        return stray->second; // came after the one in order, if there is one
    const auto row = std::lower_bound(inOrder.begin(), inOrder.end(), offset,
                                      [](const auto& entry, std::int64_t wanted) { return entry.first < wanted; });
    return row != inOrder.end() && row->first == offset ? row->second : base::EventIndex();
}

} // namespace sagascope::store
