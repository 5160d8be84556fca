// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace sagascope::store {

/// A block of records in a form that compresses better, by about a sixth: like things lie side by side (numbers as steps from
/// the record before, topics and names once for all records), and what a header repeats of the body is said by its place there.
/// Captures hold it: whoever changes it changes the version of captures and goes on reading this form.

/// Nothing when the bytes are no records as RecordCodec writes them.
[[nodiscard]] std::optional<std::string> pack(std::string_view block);

[[nodiscard]] bool isPacked(std::string_view bytes);
/// The block again, which has `size` bytes; null when these are no packed block of that size. Any bytes are fine.
[[nodiscard]] std::shared_ptr<char[]> unpack(std::string_view packed, std::size_t size);

/// The values of a packed block's records, read without unpacking anything else. Views into the packed bytes; any are fine.
class PackedValues
{
public:
    explicit PackedValues(std::string_view packed);
    /// All values, one behind the other.
    [[nodiscard]] std::string_view bytes() const { return m_bytes; }
    /// Whether there is another record: then `value` is its value, which may be none.
    [[nodiscard]] bool next(std::optional<std::string_view>& value);

private:
    std::uint64_t m_left = 0; ///< records
    std::string_view m_head;  ///< what is left to read of the stream of fixed parts
    std::string_view m_bytes;
    std::size_t m_used = 0; ///< of those
};

} // namespace sagascope::store
