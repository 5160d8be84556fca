// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/event/RawRecord.h"

namespace sagascope::store {

/// A raw record as bytes, one after the other in a payload block: the length of the rest, then the fixed part, then
/// topic, key, value and headers, each with its length. Little-endian. Captures hold it, too: whoever changes it changes
/// the version of captures (core/capture/CaptureFile.h) and goes on reading the old form.

[[nodiscard]] std::size_t encodedSize(const event::RawRecord& record);

/// Writes exactly encodedSize() bytes.
void encode(const event::RawRecord& record, std::span<char> out);

struct DecodedRecord
{
    event::RawRecord record; ///< views into the block, headers into `headers`
    std::unique_ptr<event::HeaderView[]> headers;
};

/// The record that `bytes` begin with, and moves them behind it. Nothing when they hold no whole record; they then stay
/// as they are. Any bytes are fine.
[[nodiscard]] std::optional<DecodedRecord> decodeNext(std::string_view& bytes);

/// Moves `bytes` behind the record that they begin with, and reads nothing of it but its value, which may be none. False when
/// they hold no whole record.
[[nodiscard]] bool nextValue(std::string_view& bytes, std::optional<std::string_view>& value);

/// The record that is number `position` (from 0) in the block. Nothing when the bytes do not hold that many.
[[nodiscard]] std::optional<DecodedRecord> decodeAt(std::string_view block, std::size_t position);

} // namespace sagascope::store
