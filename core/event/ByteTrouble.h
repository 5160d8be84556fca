// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/event/Event.h"

namespace sagascope::event {

/// What most likely lies in a value that holds no event, told by its bytes. The formats by their magic numbers: RFC 1952
/// (gzip), RFC 8878 (Zstandard), the frame formats of LZ4 and Snappy, Java's serialisation, Confluent's wire format.
enum class ByteCause : std::uint8_t {
    Unknown,
    Nothing,        ///< no value, or one without bytes
    SchemaRegistry, ///< a zero byte and the id of a schema: Avro, Protobuf or JSON Schema behind it
    Gzip,
    Zstandard,
    Lz4,
    Snappy,
    JavaObject,
    Utf16,
    Latin1,     ///< text whose letters beyond ASCII are single bytes
    CutOff,     ///< JSON that ends before its brackets do
    SeveralValues, ///< JSON, and more behind it
    OtherJson,  ///< JSON, but no object
    PlainText,
    Nested,     ///< JSON deeper than is read
};

struct ByteTrouble
{
    ByteCause cause = ByteCause::Unknown;
    std::size_t position = 0;   ///< byte where reading stopped, or where the cause shows
    std::uint32_t schemaId = 0; ///< SchemaRegistry only
};

/// `value` is what `undecodable` was told about; null reads as empty. Pure; any thread.
[[nodiscard]] ByteTrouble troubleIn(std::string_view value, const Undecodable& undecodable);

} // namespace sagascope::event
