// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Ids.h"

namespace sagascope::identity {

/// Why an event belongs, or an edge runs; strongest first.
enum class Evidence : std::uint8_t { Declared, Aliased, Inferred };
[[nodiscard]] std::string_view evidenceName(Evidence evidence); ///< "declared", "aliased", "inferred"

/// Cause to effect. `rule` names the definition's rule for aliased edges ("effectType<-causeType"), empty otherwise.
struct Edge
{
    base::EventIndex from;
    base::EventIndex to;
    Evidence evidence = Evidence::Declared;
    std::string_view rule; ///< owned by the catalog
    std::optional<double> score; ///< 0..1, inferred edges only
};

/// The four kinds of "again", kept apart. The first in logical order is None.
enum class Repeat : std::uint8_t {
    None,
    Redelivery,  ///< same event id, same content
    SameFact,    ///< other event id, same business fact
    IdCollision, ///< same event id, other content
    Attempt,     ///< a copy on a retry or dead-letter topic
};
[[nodiscard]] std::string_view repeatName(Repeat repeat); ///< "none", "redelivery", "same-fact", …

} // namespace sagascope::identity
