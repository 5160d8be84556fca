// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace sagascope::demo {

/// The dice of one decision: (seed, index, purpose) always throws the same numbers, on every platform and whatever else
/// was drawn before. That is what makes a story a pure function of the seed. A value; copy it freely.
class Draw
{
public:
    Draw(std::uint64_t seed, std::uint64_t index, std::string_view purpose);

    [[nodiscard]] std::uint64_t next(); ///< SplitMix64
    [[nodiscard]] double unit();        ///< [0, 1)
    [[nodiscard]] bool chance(double probability) { return unit() < probability; }
    [[nodiscard]] int between(int low, int high); ///< both included

    template <typename T, std::size_t N> [[nodiscard]] const T& pick(const T (&choices)[N])
    {
        return choices[next() % N];
    }

    [[nodiscard]] std::string uuid();             ///< RFC 4122 version 4
    [[nodiscard]] std::string cuid();             ///< 25 characters, the first one `c`
    [[nodiscard]] std::string base36(int length); ///< 0-9 a-z
    [[nodiscard]] std::string upperBase36(int length);
    [[nodiscard]] std::string alphanumeric(int length); ///< 0-9 A-Z a-z

private:
    [[nodiscard]] std::string text(std::string_view alphabet, int length);
    std::uint64_t m_state;
};

} // namespace sagascope::demo
