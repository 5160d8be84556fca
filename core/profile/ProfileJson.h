// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/profile/ClusterProfile.h"

namespace sagascope::profile {

/// Profiles from the text of `profiles.json`. A member that is not one of ours is refused by its name (and never its
/// value: it may be a secret). Errors: Malformed; the subject is the profile's name or its place in the list, where it
/// can be told.
[[nodiscard]] base::Result<std::vector<ClusterProfile>> readProfiles(std::string_view text);

/// What readProfiles() reads; members that say nothing are left out.
[[nodiscard]] std::string writeProfiles(const std::vector<ClusterProfile>& profiles);

} // namespace sagascope::profile
