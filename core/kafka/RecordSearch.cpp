// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RecordSearch.h"

#include <algorithm>

#include "core/kafka/Partitioner.h"

namespace sagascope::kafka {

bool RecordSearch::mayLieIn(std::int32_t partition, std::size_t partitions) const
{
    if (by != By::Key)
        return true;
    return std::any_of(values.begin(), values.end(), [&](const std::string& key) {
        return partitionOfKey(key, static_cast<std::int32_t>(partitions)) == partition;
    });
}

bool RecordSearch::isKey(std::string_view key) const
{
    return std::find(values.begin(), values.end(), key) != values.end();
}

bool RecordSearch::isIn(std::string_view bytes) const
{
    return std::any_of(values.begin(), values.end(),
                       [&](const std::string& text) { return bytes.find(text) != std::string_view::npos; });
}

} // namespace sagascope::kafka
