// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saga/FindingSink.h"
#include "core/saga/SagaFindings.h"

namespace sagascope::saga {

/// The rules of the group Saga: how a saga went, held against its definition. Needs `definition` and `progress`.
void findOutcome(const FindingInput& input, FindingSink& findings);

} // namespace sagascope::saga
