// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Inferred.h"

#include <array>

namespace sagascope::saga {
namespace {

constexpr std::array<std::string_view, kFeatureCount> kFeatureNames{"user", "amount", "currency", "time", "next-step"};

} // namespace

std::string_view featureName(Feature feature)
{
    return kFeatureNames[static_cast<std::size_t>(feature)];
}

} // namespace sagascope::saga
