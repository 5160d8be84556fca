// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace sagascope::session {

/// One in so many of what shares the value at `pointer`, which all parts of a saga carry (on the platform: the user).
struct SampleOptions
{
    std::uint32_t oneIn = 1;                     ///< 1: everything
    std::string pointer = "/payload/userId";     ///< where the shared value stands
    std::size_t mostHeldBytes = 64 * 1024 * 1024; ///< of records that wait for one that shares their ids

    friend bool operator==(const SampleOptions&, const SampleOptions&) = default;
};

/// What became of the records read; each is counted in one place.
struct SampleCounts
{
    std::uint32_t oneIn = 1;
    std::uint64_t kept = 0;
    std::uint64_t leftOut = 0;   ///< belongs to what was not chosen
    std::uint64_t held = 0;      ///< waits for a record that shares an id with it
    std::uint64_t remnants = 0;  ///< names nothing that would tell: no shared value and no id, or no room to wait any longer

    friend bool operator==(const SampleCounts&, const SampleCounts&) = default;
};

} // namespace sagascope::session
