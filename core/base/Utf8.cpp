// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Utf8.h"

#include <cstdint>
#include <cstring>

namespace sagascope::base {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// What may follow a lead byte: how many bytes in all, and the range of the second one (table 3-7 of the Unicode
/// Standard: this is where overlong forms, surrogates and values beyond U+10FFFF are refused).
struct Lead
{
    std::size_t length = 0; ///< 0: no lead byte
    std::uint8_t low = 0x80;
    std::uint8_t high = 0xBF;
};

Lead leadOf(std::uint8_t byte)
{
    if (byte < 0x80)
        return {1};
    if (byte >= 0xC2 && byte <= 0xDF)
        return {2};
    if (byte >= 0xE0 && byte <= 0xEF)
        return {3, std::uint8_t(byte == 0xE0 ? 0xA0 : 0x80), std::uint8_t(byte == 0xED ? 0x9F : 0xBF)};
    if (byte >= 0xF0 && byte <= 0xF4)
        return {4, std::uint8_t(byte == 0xF0 ? 0x90 : 0x80), std::uint8_t(byte == 0xF4 ? 0x8F : 0xBF)};
    return {};
}

/// Bytes of the character at the front of `rest`; 0 when there is none.
std::size_t characterLength(std::string_view rest)
{
    const Lead lead = leadOf(static_cast<std::uint8_t>(rest.front()));
    if (lead.length == 0 || rest.size() < lead.length)
        return 0;
    for (std::size_t i = 1; i < lead.length; ++i) {
        const auto byte = static_cast<std::uint8_t>(rest[i]);
        const bool fits = i == 1 ? byte >= lead.low && byte <= lead.high : byte >= 0x80 && byte <= 0xBF;
        if (!fits)
            return 0;
    }
    return lead.length;
}

/// Bytes at the front that are plain ASCII, eight at a time.
std::size_t asciiPrefix(std::string_view bytes)
{
    std::size_t at = 0;
    for (std::uint64_t eight = 0; at + sizeof eight <= bytes.size(); at += sizeof eight) {
        std::memcpy(&eight, bytes.data() + at, sizeof eight);
        if ((eight & 0x8080808080808080ULL) != 0)
            break;
    }
    return at;
}

} // namespace

std::size_t validUtf8Prefix(std::string_view bytes)
{
    std::size_t at = asciiPrefix(bytes);
    while (at < bytes.size()) {
        if (static_cast<std::uint8_t>(bytes[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t length = characterLength(bytes.substr(at));
        if (length == 0)
            break;
        at += length;
    }
    return at;
}

std::string shortened(std::string_view text, std::size_t maxBytes)
{
    if (text.size() <= maxBytes && isUtf8(text))
        return std::string(text);
    std::string out;
    std::size_t whole = 0; // what still leaves room for the ellipsis
    while (!text.empty()) {
        const std::size_t length = characterLength(text);
        const std::string_view character = length == 0 ? kReplacement : text.substr(0, length);
        if (out.size() + character.size() > maxBytes) {
            out.resize(whole);
            return maxBytes < kEllipsis.size() ? out : out.append(kEllipsis);
        }
        out.append(character);
        if (out.size() + kEllipsis.size() <= maxBytes)
            whole = out.size();
        text.remove_prefix(length == 0 ? 1 : length);
    }
    return out;
}

} // namespace sagascope::base
