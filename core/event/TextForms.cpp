// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TextForms.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace sagascope::event {
namespace {

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::uint64_t wordOf(std::string_view text, std::size_t at)
{
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, sizeof word);
    return word;
}

/// Four bytes from one place and four from another.
std::uint64_t halvesOf(std::string_view text, std::size_t first, std::size_t second)
{
    std::uint32_t low = 0;
    std::uint32_t high = 0;
    std::memcpy(&low, text.data() + first, sizeof low);
    std::memcpy(&high, text.data() + second, sizeof high);
    return std::uint64_t(high) << 32U | low;
}

/// Whether all eight bytes are hexadecimal digits. Each byte is below 128 when it is compared, so that adding to it never
/// reaches its neighbour; the top bit then says "at least".
bool isHex8(std::uint64_t bytes)
{
    constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101ULL;
    constexpr std::uint64_t kTops = 0x80 * kOnes;
    const auto atLeast = [](std::uint64_t values, char least) { return values + (0x80 - std::uint64_t(least)) * kOnes; };
    const std::uint64_t letters = bytes | 0x20 * kOnes; // in lower case
    const std::uint64_t isDigit = atLeast(bytes, '0') & ~atLeast(bytes, '9' + 1);
    const std::uint64_t isLetter = atLeast(letters, 'a') & ~atLeast(letters, 'f' + 1);
    return (bytes & kTops) == 0 && ((isDigit | isLetter) & kTops) == kTops;
}

bool isBase64(char c)
{
    return isDigit(c) || (lower(c) >= 'a' && lower(c) <= 'z') || c == '+' || c == '/' || c == '-' || c == '_' ||
           c == '=' || c == '\r' || c == '\n';
}

bool isDataUrl(std::string_view text)
{
    if (!text.starts_with("data:"))
        return false;
    const std::string_view media = text.substr(5, std::min<std::size_t>(text.find(','), 200) - 5);
    return text.substr(0, 200).find(',') != std::string_view::npos && media.find(' ') == std::string_view::npos &&
           (media.find('/') != std::string_view::npos || media.ends_with(";base64"));
}

bool hasBase64Run(std::string_view text, std::size_t length)
{
    // A run that long covers a multiple of `length`: looking at those alone rules most texts out.
    for (std::size_t probe = length - 1; probe < text.size(); probe += length) {
        if (!isBase64(text[probe]))
            continue;
        std::size_t begin = probe;
        while (begin > 0 && probe - begin < length && isBase64(text[begin - 1]))
            --begin;
        std::size_t end = probe;
        while (end < text.size() && end - begin < length && isBase64(text[end]))
            ++end;
        if (end - begin >= length)
            return true;
    }
    return false;
}

/// The ranges that Visa, Mastercard, American Express, Diners, Discover, JCB, UnionPay and Maestro issue from.
bool startsLikeCard(std::string_view digits)
{
    if (digits.front() == '2')
        return digits.size() == 16 && digits.substr(0, 4) >= "2221" && digits.substr(0, 4) <= "2720";
    return digits.front() >= '3' && digits.front() <= '6';
}

bool hasLuhnDigit(std::string_view digits)
{
    int sum = 0;
    bool isDoubled = false;
    for (auto digit = digits.rbegin(); digit != digits.rend(); ++digit, isDoubled = !isDoubled) {
        const int value = (*digit - '0') * (isDoubled ? 2 : 1);
        sum += value > 9 ? value - 9 : value;
    }
    return sum % 10 == 0;
}

/// Compares from the end, without regard to case, and passes over what is no letter or digit in the name.
bool endsInWord(std::string_view name, std::string_view word)
{
    while (!name.empty() && !word.empty()) {
        const char c = lower(name.back());
        name.remove_suffix(1);
        if (c == '_' || c == '-' || c == '.' || c == ' ')
            continue;
        if (c != word.back())
            return false;
        word.remove_suffix(1);
    }
    return word.empty();
}

/// The last two letters as a number, without regard to case. Other characters may give the number of letters.
constexpr std::size_t endingOf(std::string_view name)
{
    const auto letter = [&](std::size_t fromEnd) { return std::size_t(name[name.size() - fromEnd] & 0x1F); };
    return letter(2) * 32 + letter(1);
}

} // namespace

UuidForm uuidForm(std::string_view text)
{
    constexpr std::size_t kVariantPlace = 19;
    if (text.size() != 36 || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return UuidForm::None;
    // The digits between the dashes, eight at a time; the last groups overlap.
    const bool isHex = isHex8(wordOf(text, 0)) && isHex8(halvesOf(text, 9, 14)) && isHex8(halvesOf(text, 19, 24))
                       && isHex8(wordOf(text, 28));
    if (!isHex)
        return UuidForm::None;
    const char variant = lower(text[kVariantPlace]);
    return variant == '8' || variant == '9' || variant == 'a' || variant == 'b' ? UuidForm::Rfc4122
                                                                                : UuidForm::OtherVariant;
}

bool isVersion(std::string_view text)
{
    const std::size_t point = text.find('.');
    if (point == std::string_view::npos || point == 0 || point + 1 == text.size())
        return false;
    const std::string_view minor = text.substr(point + 1);
    return std::all_of(text.begin(), text.begin() + std::ptrdiff_t(point), isDigit) &&
           std::all_of(minor.begin(), minor.end(), isDigit);
}

bool embedsBinary(std::string_view text)
{
    constexpr std::size_t kLongRun = 4096;
    return isDataUrl(text) || hasBase64Run(text, kLongRun);
}

bool looksLikeCardNumber(std::string_view text)
{
    constexpr std::size_t kFewest = 13;
    std::array<char, 19> digits{};
    std::size_t count = 0;
    if (text.size() < kFewest || !isDigit(text.front()) || !isDigit(text.back()))
        return false;
    for (const char c : text) {
        if (c == ' ' || c == '-')
            continue;
        if (!isDigit(c) || count == digits.size())
            return false;
        digits[count++] = c;
    }
    const std::string_view number(digits.data(), count);
    return count >= kFewest && startsLikeCard(number) && hasLuhnDigit(number);
}

bool namesSecret(std::string_view memberName)
{
    static constexpr std::array<std::string_view, 12> kWords = {
        "token",  "password",   "passwd",    "pwd",       "passphrase", "passwordhash",
        "secret", "cardnumber", "secretkey", "accesskey", "privatekey", "apikey"};
    static constexpr std::array<std::string_view, 4> kNames = {"cvv", "cvc", "otp", "authorization"};
    // Most names end in other letters, and are asked about for every value of every event.
    static constexpr auto kEndings = [] {
        std::array<bool, 1024> endings{};
        for (const std::string_view word : kWords)
            endings[endingOf(word)] = true;
        for (const std::string_view word : kNames)
            endings[endingOf(word)] = true;
        return endings;
    }();
    if (memberName.size() < 3 || !kEndings[endingOf(memberName)])
        return false;
    return std::any_of(kWords.begin(), kWords.end(), [&](auto word) { return endsInWord(memberName, word); }) ||
           std::any_of(kNames.begin(), kNames.end(),
                       [&](auto name) { return name.size() == memberName.size() && endsInWord(memberName, name); });
}

bool isMasked(std::string_view value)
{
    const bool isStars =
        std::all_of(value.begin(), value.end(), [](char c) { return c == '*' || c == 'x' || c == 'X'; });
    return isStars || value == "(redacted)" || value == "[redacted]" || value == "[REDACTED]" ||
           value == "<redacted>" || value == "redacted";
}

std::string_view traceIdOf(std::string_view traceparent)
{
    // version "-" trace id "-" parent id "-" flags: W3C Trace Context, section 3.2.2.
    constexpr std::size_t kFullLength = 55;
    if (traceparent.size() < kFullLength || traceparent[2] != '-' || traceparent[35] != '-' || traceparent[52] != '-')
        return {};
    const std::string_view id = traceparent.substr(3, 32);
    const bool isHex = std::all_of(id.begin(), id.end(), isHexDigit);
    return isHex && id.find_first_not_of('0') != std::string_view::npos ? id : std::string_view();
}

} // namespace sagascope::event
