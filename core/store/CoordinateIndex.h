// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/AppendVector.h"
#include "core/base/Ids.h"
#include "core/store/EventRow.h"

namespace sagascope::store {

/// Which row stands for the record at (topic, partition, offset). Offsets of a partition mostly come in order, and
/// then cost 4 bytes each, since the rows know them; those that do not (a file in another order, a topic created anew) lie in
/// a table beside.
class CoordinateIndex
{
public:
    using Rows = base::AppendVector<EventRow>;

    /// The same coordinates again name the newer row from now on.
    void insert(base::TextId topic, std::int32_t partition, std::int64_t offset, base::EventIndex event);
    /// Invalid when there is none. `rows` are those that were inserted.
    [[nodiscard]] base::EventIndex find(base::TextId topic, std::int32_t partition, std::int64_t offset, const Rows& rows) const;

private:
    struct Partition
    {
        std::vector<base::EventIndex> inOrder;
        std::int64_t last = std::numeric_limits<std::int64_t>::min(); ///< offset in order
        std::unordered_map<std::int64_t, base::EventIndex> strays;
    };

    std::map<std::pair<base::TextId, std::int32_t>, Partition> m_partitions;
};

} // namespace sagascope::store
