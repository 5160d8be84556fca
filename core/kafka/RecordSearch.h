// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sagascope::kafka {

/// One booking (or a few ids of it) instead of everything. A plain value.
///
/// By key, only the partition is fetched that the services' partitioner gives the key (see Partitioner), and of it only
/// records with that key are kept. What was written with a partition chosen by hand, or before its topic had as many
/// partitions as now, lies elsewhere and is not found. By text, everything in the window is fetched, and records are kept
/// whose key, value or headers contain it, byte for byte.
struct RecordSearch
{
    enum class By : std::uint8_t { Nothing, Key, Text };

    By by = By::Nothing;
    std::vector<std::string> values{}; ///< any of them will do

    static RecordSearch byKey(std::vector<std::string> keys) { return {By::Key, std::move(keys)}; }
    static RecordSearch byText(std::vector<std::string> texts) { return {By::Text, std::move(texts)}; }

    [[nodiscard]] bool isOn() const { return by != By::Nothing; }
    /// Whether a record that is sought may lie in this partition of a topic with so many.
    [[nodiscard]] bool mayLieIn(std::int32_t partition, std::size_t partitions) const;
    /// By key: the key is one of the values. By text: these bytes contain one of them.
    [[nodiscard]] bool isKey(std::string_view key) const;
    [[nodiscard]] bool isIn(std::string_view bytes) const;

    friend bool operator==(const RecordSearch&, const RecordSearch&) = default;
};

} // namespace sagascope::kafka
