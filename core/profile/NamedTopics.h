// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/profile/ClusterProfile.h"

namespace sagascope::profile {

/// Topics that the profile names one by one: those of its groups, and the pattern's where it stands for a single name
/// (`^dreamscape\.payment\.completed$`). A cluster hides topics from those who may not see them, unless they are asked
/// for by name. Sorted, each once.
[[nodiscard]] std::vector<std::string> namedTopics(const ClusterProfile& profile);

} // namespace sagascope::profile
