// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Evidence.h"

#include <array>

namespace sagascope::identity {

std::string_view evidenceName(Evidence evidence)
{
    constexpr std::array<std::string_view, 3> kNames{"declared", "aliased", "inferred"};
    return kNames[static_cast<std::size_t>(evidence)];
}

std::string_view repeatName(Repeat repeat)
{
    constexpr std::array<std::string_view, 5> kNames{"none", "redelivery", "same-fact", "id-collision", "attempt"};
    return kNames[static_cast<std::size_t>(repeat)];
}

} // namespace sagascope::identity
