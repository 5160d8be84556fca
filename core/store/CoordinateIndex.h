// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/base/Ids.h"

namespace sagascope::store {

/// Which row stands for the record at (topic, partition, offset). Offsets of a partition mostly come in order, and
/// then cost 16 bytes each; those that do not (a file in another order, a topic created anew) lie in a table beside.
class CoordinateIndex
{
public:
    /// The same coordinates again name the newer row from now on.
    void insert(base::TextId topic, std::int32_t partition, std::int64_t offset, base::EventIndex event);
    /// Invalid when there is none.
    [[nodiscard]] base::EventIndex find(base::TextId topic, std::int32_t partition, std::int64_t offset) const;

private:
    struct Partition
    {
        std::vector<std::pair<std::int64_t, base::EventIndex>> inOrder;
        std::unordered_map<std::int64_t, base::EventIndex> strays;
    };

    std::map<std::pair<base::TextId, std::int32_t>, Partition> m_partitions;
};

} // namespace sagascope::store
