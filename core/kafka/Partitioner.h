// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace sagascope::kafka {

/// MurmurHash2 with the seed that Kafka's Java client uses for keys; KafkaJS computes the same.
[[nodiscard]] std::uint32_t murmur2(std::string_view key);

/// The partition of a record with this key, out of `partitions` (> 0), as the Java client, KafkaJS and our Publisher
/// choose it. An empty key is a key. A record with a null key has no such partition: it goes to any.
[[nodiscard]] std::int32_t partitionOfKey(std::string_view key, std::int32_t partitions);

} // namespace sagascope::kafka
