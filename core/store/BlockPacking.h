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

} // namespace sagascope::store
