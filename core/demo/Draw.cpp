// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Draw.h"

#include "core/base/Hash.h"

namespace sagascope::demo {

namespace {

constexpr std::string_view kDigitsAndLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kUpper36 = kDigitsAndLetters.substr(0, 36);
constexpr std::string_view kLower36 = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr std::string_view kHex = kLower36.substr(0, 16);

std::uint64_t mixed(std::uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

} // namespace

Draw::Draw(std::uint64_t seed, std::uint64_t index, std::string_view purpose)
    : m_state(base::hash64(purpose, mixed(seed) + mixed(index + 0x9e3779b97f4a7c15ULL)))
{
}

std::uint64_t Draw::next()
{
    m_state += 0x9e3779b97f4a7c15ULL;
    return mixed(m_state);
}

double Draw::unit()
{
    return static_cast<double>(next() >> 11) * 0x1.0p-53;
}

int Draw::between(int low, int high)
{
    return low + static_cast<int>(next() % static_cast<std::uint64_t>(high - low + 1));
}

std::string Draw::text(std::string_view alphabet, int length)
{
    std::string result;
    result.reserve(static_cast<std::size_t>(length));
    for (int i = 0; i < length; ++i)
        result += alphabet[next() % alphabet.size()];
    return result;
}

std::string Draw::base36(int length)
{
    return text(kLower36, length);
}
std::string Draw::upperBase36(int length)
{
    return text(kUpper36, length);
}
std::string Draw::alphanumeric(int length)
{
    return text(kDigitsAndLetters, length);
}
std::string Draw::cuid()
{
    return "c" + base36(24);
}

std::string Draw::uuid()
{
    std::string id = "xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx";
    std::uint64_t bits = 0;
    int left = 0;
    for (char& c : id) {
        if (c != 'x' && c != 'y')
            continue;
        if (left == 0) {
            bits = next();
            left = 16;
        }
        const std::uint64_t nibble = c == 'y' ? (bits & 0x3U) | 0x8U : bits & 0xfU;
        c = kHex[nibble];
        bits >>= 4;
        --left;
    }
    return id;
}

} // namespace sagascope::demo
