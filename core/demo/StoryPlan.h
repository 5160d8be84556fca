// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/demo/DemoOptions.h"
#include "core/demo/Draw.h"
#include "core/demo/Story.h"

namespace sagascope::demo {

/// Which stories are told, and when each begins: an endless sequence that depends on the options alone. It opens with
/// one story of every kind in every dialect asked for, then goes on as a weighted mix, mostly bookings and searches.
/// Immutable; any thread may read.
class StoryPlan
{
public:
    explicit StoryPlan(const DemoOptions& options);

    [[nodiscard]] Story story(std::uint64_t index) const;

    /// The time until the next story begins: as long as this one's records take at the rate asked for.
    [[nodiscard]] std::chrono::nanoseconds span(const Story& story) const;

    /// How many stories the opening round has.
    [[nodiscard]] std::uint64_t openingLength() const { return m_opening.size(); }

    /// Searches per second to be expected after the opening.
    [[nodiscard]] double searchRate() const;

private:
    using Casting = std::pair<StoryKind, Dialect>;
    [[nodiscard]] bool isWanted(StoryKind kind, Dialect dialect) const;
    [[nodiscard]] Casting casting(std::uint64_t index) const;
    [[nodiscard]] StoryKind bookingKind(Draw& dice, Dialect dialect) const;

    DemoOptions m_options;
    std::vector<Casting> m_opening;
};

} // namespace sagascope::demo
