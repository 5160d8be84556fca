// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>

namespace sagascope::catalog {

struct SagaDefinition;

/// Where a definition contradicts itself: a JSON pointer into its text, and the sentence that says how.
struct DefinitionContradiction
{
    std::string pointer;
    std::string sentence; ///< English
};

/// What a JSON Schema can't say: a step named in one place must exist in another, none may wait for itself, and what
/// infers links must name what it compares. The first contradiction; nothing when there is none.
[[nodiscard]] std::optional<DefinitionContradiction> faultOf(const SagaDefinition& definition);

} // namespace sagascope::catalog
