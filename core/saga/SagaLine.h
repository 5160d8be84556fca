// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saga/Evaluation.h"
#include "core/saga/Saga.h"

namespace sagascope::saga {

/// Writes what the list shows of an evaluated saga. Its texts are overwritten in place: most of the time they stay as
/// they are, and then nothing is allocated. `events`, `inferred` and `mergedInto` are the tracker's to fill.
void writeLine(const Evaluation& evaluation, SagaSummary& line);

} // namespace sagascope::saga
