// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/saga/Population.h"

namespace sagascope::saga {

enum class Change : std::uint8_t { Kept, Added, Removed };
[[nodiscard]] std::string_view changeName(Change change); ///< "kept", "added", "removed"

/// A distribution in three numbers.
struct Measure
{
    std::size_t samples = 0;
    base::Duration median{0};
    base::Duration p95{0};

    [[nodiscard]] bool isEnough() const { return samples >= kEnoughSamples; }
};

/// One line of a comparison: a variant, or a step directly after another, before and after.
struct Shift
{
    std::string name; ///< `created > paid`
    std::size_t before = 0; ///< sagas
    std::size_t after = 0;
    Measure waitBefore; ///< a variant's duration, a transition's wait
    Measure waitAfter;

    [[nodiscard]] Change change() const { return before == 0 ? Change::Added : after == 0 ? Change::Removed : Change::Kept; }
    /// Both sides have samples enough to compare.
    [[nodiscard]] bool isComparable() const { return waitBefore.isEnough() && waitAfter.isEnough(); }
};

/// One definition on both sides. Added and removed lines first, then by how many sagas they are about.
struct DefinitionBaseline
{
    std::string name; ///< empty: sagas without definition
    std::size_t before = 0;
    std::size_t after = 0;
    StateCounts statesBefore{};
    StateCounts statesAfter{};
    std::vector<Shift> variants;
    std::vector<Shift> transitions;
};

/// What changed from one population to another: two windows of a session, or a session and a capture. Definitions and
/// steps are matched by name. By name; sagas without definition last.
[[nodiscard]] std::vector<DefinitionBaseline> compareBaseline(const Population& before, const Population& after);

/// One line per shift under a head line, apart by tabs, for a ticket or a spreadsheet. Milliseconds; a comparison
/// without samples enough has empty cells.
[[nodiscard]] std::string baselineText(const std::vector<DefinitionBaseline>& baseline);

} // namespace sagascope::saga
