// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/CoordinateIndex.h"

#include <algorithm>

namespace sagascope::store {

void CoordinateIndex::insert(base::TextId topic, std::int32_t partition, std::int64_t offset, base::EventIndex event)
{
    Partition& known = m_partitions[{topic, partition}];
    if (offset <= known.last) {
        known.strays.insert_or_assign(offset, event);
        return;
    }
    known.inOrder.push_back(event);
    known.last = offset;
}

base::EventIndex CoordinateIndex::find(base::TextId topic, std::int32_t partition, std::int64_t offset,
                                       const Rows& rows) const
{
    const auto found = m_partitions.find({topic, partition});
    if (found == m_partitions.end())
        return {};
    const Partition& known = found->second;
    if (const auto stray = known.strays.find(offset); stray != known.strays.end())
        return stray->second; // came after the one in order, if there is one
    if (offset > known.last)
        return {};
    const auto row = std::lower_bound(known.inOrder.begin(), known.inOrder.end(), offset,
                                      [&rows](base::EventIndex event, std::int64_t wanted) { return rows[event.value].offset < wanted; });
    return row != known.inOrder.end() && rows[row->value].offset == offset ? *row : base::EventIndex();
}

} // namespace sagascope::store
