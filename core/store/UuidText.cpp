// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/UuidText.h"

#include <array>
#include <cstdint>

namespace sagascope::store {
namespace {

constexpr std::string_view kForm = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
constexpr std::size_t kFirstDash = 8;
constexpr std::uint8_t kNoDigit = 0xFF;

constexpr auto kDigits = [] {
    std::array<std::uint8_t, 256> digits{};
    digits.fill(kNoDigit);
    for (std::uint8_t i = 0; i < 16; ++i)
        digits[static_cast<std::uint8_t>("0123456789abcdef"[i])] = i;
    return digits;
}();

std::uint8_t digit(char c)
{
    return kDigits[static_cast<std::uint8_t>(c)];
}

bool isUuid(const char* text)
{
    unsigned wrong = 0;
    for (std::size_t i = 0; i < kForm.size(); ++i)
        wrong |= kForm[i] == '-' ? unsigned(text[i] != '-') : unsigned(digit(text[i]) & 0xF0U);
    return wrong == 0;
}

} // namespace

std::size_t findUuid(std::string_view text, std::size_t from)
{
    for (std::size_t dash = from + kFirstDash; dash + (kForm.size() - kFirstDash) <= text.size(); ++dash) {
        dash = text.find('-', dash);
        if (dash == std::string_view::npos || dash + (kForm.size() - kFirstDash) > text.size())
            return std::string_view::npos;
        const char* start = text.data() + dash - kFirstDash;
        if (start[13] == '-' && start[18] == '-' && start[23] == '-' && isUuid(start))
            return dash - kFirstDash;
    }
    return std::string_view::npos;
}

void appendUuidBytes(std::string& out, const char* uuid)
{
    for (std::size_t i = 0; i < kForm.size(); i += 2) {
        if (kForm[i] == '-')
            ++i;
        out += static_cast<char>(digit(uuid[i]) << 4U | digit(uuid[i + 1]));
    }
}

void appendUuidText(std::string& out, const char* bytes)
{
    static constexpr std::string_view kHex = "0123456789abcdef";
    const std::size_t start = out.size();
    out.append(kForm);
    char* to = out.data() + start;
    for (std::size_t i = 0; i < kUuidSize; ++i) {
        if (*to == '-')
            ++to;
        const auto byte = static_cast<std::uint8_t>(bytes[i]);
        *to++ = kHex[byte >> 4U];
        *to++ = kHex[byte & 0xFU];
    }
}

} // namespace sagascope::store
