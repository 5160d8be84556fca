// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Saga.h"

#include <algorithm>
#include <array>

namespace sagascope::saga {
namespace {

constexpr std::array<std::string_view, kSagaStateCount> kStateNames{
    "running", "completed", "compensated", "refunded", "failed", "stalled", "dead-lettered", "inconsistent",
};

} // namespace

std::string_view stateName(SagaState state)
{
    return kStateNames[static_cast<std::size_t>(state)];
}

std::optional<SagaState> stateFromName(std::string_view name)
{
    const auto* found = std::find(kStateNames.begin(), kStateNames.end(), name);
    if (found == kStateNames.end())
        return std::nullopt;
    return static_cast<SagaState>(found - kStateNames.begin());
}

std::string_view styleName(SagaStyle style)
{
    constexpr std::array<std::string_view, 3> kNames{"choreographed", "orchestrated", "unknown"};
    return kNames[static_cast<std::size_t>(style)];
}

std::string_view stepStatusName(StepStatus status)
{
    constexpr std::array<std::string_view, 5> kNames{"done", "missing", "failed", "compensated", "not-needed"};
    return kNames[static_cast<std::size_t>(status)];
}

} // namespace sagascope::saga
