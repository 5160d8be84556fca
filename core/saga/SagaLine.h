// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/SharedText.h"
#include "core/base/TextPool.h"
#include "core/saga/Evaluation.h"
#include "core/saga/Saga.h"

namespace sagascope::saga {

/// What lines are written with, and what their texts lie in beside those of the identifiers.
struct LineTexts
{
    base::SharedTexts captions;
    base::TextPool keys; ///< of sagas that no identifier names
};

/// What the list shows of an evaluated saga; `events`, `inferred` and `mergedInto` are the tracker's to fill.
[[nodiscard]] SagaSummary lineOf(const Evaluation& evaluation, LineTexts& texts);

} // namespace sagascope::saga
