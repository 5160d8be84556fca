// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/ByteTrouble.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace sagascope::event {
namespace {

using base::Rule;
using namespace std::string_view_literals;

constexpr std::array kMagics{
    std::pair{"\x1F\x8B"sv, ByteCause::Gzip},
    std::pair{"\x28\xB5\x2F\xFD"sv, ByteCause::Zstandard},
    std::pair{"\x04\x22\x4D\x18"sv, ByteCause::Lz4},
    std::pair{"\xFF\x06\x00\x00sNaPpY"sv, ByteCause::Snappy},
    std::pair{"\x82SNAPPY\x00"sv, ByteCause::Snappy},
    std::pair{"\xAC\xED\x00\x05"sv, ByteCause::JavaObject},
    std::pair{"\xFF\xFE"sv, ByteCause::Utf16},
    std::pair{"\xFE\xFF"sv, ByteCause::Utf16},
};

/// Text of Western languages in UTF-16 has a zero in every other byte.
bool looksLikeUtf16(std::string_view value)
{
    constexpr std::size_t kLooked = 64;
    const std::string_view start = value.substr(0, kLooked);
    if (start.size() < 4)
        return false;
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < start.size(); ++i)
        zeros[i % 2] += start[i] == '\0' ? 1 : 0;
    const std::size_t half = start.size() / 2;
    return (zeros[0] == 0 && zeros[1] * 10 >= half * 8) || (zeros[1] == 0 && zeros[0] * 10 >= half * 8);
}

std::optional<ByteCause> causeByMagic(std::string_view value)
{
    for (const auto& [magic, cause] : kMagics)
        if (value.starts_with(magic))
            return cause;
    return looksLikeUtf16(value) ? std::optional(ByteCause::Utf16) : std::nullopt;
}

std::uint32_t schemaIdOf(std::string_view value)
{
    std::uint32_t id = 0;
    for (const char byte : value.substr(1, 4)) // big-endian
        id = (id << 8U) | static_cast<unsigned char>(byte);
    return id;
}

/// Bytes that are letters in ISO 8859-1 and nothing in UTF-8, among what else reads as text.
bool looksLikeLatin1(std::string_view value, std::size_t position)
{
    const auto isControl = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\r' && c != '\n') || byte == 0x7F || (byte >= 0x80 && byte < 0xA0);
    };
    return position < value.size() && static_cast<unsigned char>(value[position]) >= 0xA0 &&
           std::none_of(value.begin(), value.end(), isControl);
}

ByteCause causeOfText(std::string_view value, std::size_t position)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    const std::size_t first = value.find_first_not_of(kBlanks);
    if (first == std::string_view::npos)
        return ByteCause::Nothing;
    const bool begins = value[first] == '{' || value[first] == '[' || value[first] == '"';
    if (!begins && position <= first + 1)
        return ByteCause::PlainText;
    if (value.find_first_not_of(kBlanks, std::min(position, value.size())) == std::string_view::npos)
        return ByteCause::CutOff;
    const std::size_t last = value.find_last_not_of(kBlanks, position == 0 ? 0 : position - 1);
    const bool isClosed = last != std::string_view::npos && (value[last] == '}' || value[last] == ']');
    const bool opensAnew = value[position] == '{' || value[position] == '[';
    return begins && isClosed && opensAnew ? ByteCause::SeveralValues : ByteCause::Unknown;
}

} // namespace

ByteTrouble troubleIn(std::string_view value, const Undecodable& undecodable)
{
    ByteTrouble trouble{ByteCause::Unknown, undecodable.position, 0};
    const auto is = [&](ByteCause cause) {
        trouble.cause = cause;
        return trouble;
    };
    if (value.empty())
        return is(ByteCause::Nothing);
    if (undecodable.reason == Rule::JsonNotObject)
        return is(ByteCause::OtherJson);
    if (undecodable.reason == Rule::NestingTooDeep)
        return is(ByteCause::Nested);
    if (const auto cause = causeByMagic(value))
        return is(*cause);
    if (undecodable.reason == Rule::SchemaRegistryFraming) {
        trouble.schemaId = schemaIdOf(value);
        return is(ByteCause::SchemaRegistry);
    }
    if (undecodable.reason == Rule::InvalidUtf8 && looksLikeLatin1(value, undecodable.position))
        return is(ByteCause::Latin1);
    return is(undecodable.reason == Rule::NotJson ? causeOfText(value, undecodable.position) : ByteCause::Unknown);
}

} // namespace sagascope::event
