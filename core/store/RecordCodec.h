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
/// topic, key, value and headers, each with its length. Little-endian, for this process only: no file format.

[[nodiscard]] std::size_t encodedSize(const event::RawRecord& record);

/// Writes exactly encodedSize() bytes.
void encode(const event::RawRecord& record, std::span<char> out);

struct DecodedRecord
{
    event::RawRecord record; ///< views into the block, headers into `headers`
    std::unique_ptr<event::HeaderView[]> headers;
};

/// The record that is number `position` (from 0) in the block. Nothing when the bytes do not hold that many.
[[nodiscard]] std::optional<DecodedRecord> decodeAt(std::string_view block, std::size_t position);

} // namespace sagascope::store
