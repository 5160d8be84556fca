// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/Rule.h"
#include "core/store/EventRow.h"

namespace sagascope::session {

// The words of a query's closed lists are bits of a number; so are the traits of `has:`, and what each looks for.

constexpr std::uint32_t bit(unsigned position)
{
    return 1U << position;
}

template <typename Enum> bool isAmong(std::uint32_t words, Enum value)
{
    return (words & bit(static_cast<unsigned>(value))) != 0;
}

[[nodiscard]] base::RuleSet rulesOfTraits(std::uint32_t traits);
[[nodiscard]] std::uint32_t repeatsOfTraits(std::uint32_t traits); ///< bits by the number of identity::Repeat
/// Of the traits that only an event itself has, and no saga's line: bits of store::EventFlag.
[[nodiscard]] std::uint32_t flagsOfTraits(std::uint32_t traits);

[[nodiscard]] inline bool hasFlags(const store::EventRow& row, std::uint32_t flags)
{
    return (row.flags & flags) != 0;
}

} // namespace sagascope::session
