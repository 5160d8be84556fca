// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sagascope::store {

/// A block of records in a form that compresses better, by about a sixth: like things lie side by side (numbers as steps from
/// the record before, topics and names once for all records), and what a header repeats of the body is said by its place there.
/// Captures hold it: whoever changes it changes the version of captures and goes on reading this form.

/// Nothing when the bytes are no records as RecordCodec writes them.
[[nodiscard]] std::optional<std::string> pack(std::string_view block);

[[nodiscard]] bool isPacked(std::string_view bytes);
/// The block again, which has `size` bytes; null when these are no packed block of that size. Any bytes are fine.
[[nodiscard]] std::shared_ptr<char[]> unpack(std::string_view packed, std::size_t size);

/// The values of a packed block's records, without anything else of them: that is quicker than unpacking it. Any bytes are fine:
/// it ends where they make no sense.
class PackedValues
{
public:
    explicit PackedValues(std::string_view packed);
    /// All values, one behind the other, as long as this lives.
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// Whether there is another record: then `value` is its value, which may be none.
    [[nodiscard]] bool next(std::optional<std::string_view>& value);

private:
    std::string m_bytes;
    std::vector<std::uint64_t> m_sizes; ///< of the values, plus one; 0 for none
    std::size_t m_next = 0;
    std::size_t m_used = 0; ///< bytes before the next value
};

} // namespace sagascope::store
