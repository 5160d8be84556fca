// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace sagascope::catalog {

struct SagaDefinition;

/// The definition as the JSON that parseSagaDefinition() reads back to an equal value, for a person to read and edit:
/// members in the order of the definitions that come with the program, what fits on a line on one line. Ends with a line
/// break.
[[nodiscard]] std::string writeSagaDefinition(const SagaDefinition& definition);

} // namespace sagascope::catalog
