// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/saga/Population.h"

namespace sagascope::saga {

/// A step that usually comes next, and is late.
struct AwaitedStep
{
    StepIndex step = 0;
    std::string service; ///< that should send it: the definition's, else who usually does; empty when nobody knows
    base::Duration p99{0};
    std::size_t samples = 0; ///< waits that p99 was taken from, never below kEnoughSamples
};

/// A saga that has waited longer than p99 for everything that may come next. That is a remark about it, and no state.
struct StuckSaga
{
    base::SagaId saga;
    base::EventIndex lastEvent; ///< of its last step
    std::string lastProducer;   ///< who sent that; empty when the event named nobody
    base::Duration elapsed{0};  ///< since the broker received it
    base::Duration limit{0};    ///< the longest p99 of what it awaits
    std::vector<AwaitedStep> awaited; ///< most frequent first

    [[nodiscard]] base::Duration excess() const { return elapsed - limit; }
};

/// Nothing when the saga is not stuck, or too few others have been where it is. A saga is judged only while it runs
/// or is stalled, and only where its definition has an end.
[[nodiscard]] std::optional<StuckSaga> stuckSaga(const Population& population, base::SagaId saga, base::Timestamp now);

/// All of them, the largest excess first.
[[nodiscard]] std::vector<StuckSaga> stuckSagas(const Population& population, base::Timestamp now,
                                                const ShouldStop& shouldStop = {});

} // namespace sagascope::saga
