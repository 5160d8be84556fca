// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/base/Time.h"
#include "core/saga/Population.h"
#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// One step of the definition and what became of it, or a kind of event that is no step.
struct StepRow
{
    QString type;    ///< event type, short
    QString name;    ///< of the step; empty for side effects
    QString service; ///< that took it, or that should
    saga::StepStatus status = saga::StepStatus::Done;
    std::vector<base::EventIndex> events;
    std::optional<base::Duration> sinceStart;
    QString after; ///< the step that it waits for, else the event before it, in a word; empty for the first
    std::optional<base::Duration> waited; ///< since that
    base::Duration limit{};               ///< zero when there is none
    std::optional<double> limitUsed;      ///< share of it; goes on growing while `isAwaited`
    bool isAwaited = false;               ///< not seen, and what it waits for was
    bool isCurrent = false;               ///< what the saga is at
    bool isSideEffect = false;
    bool isLeft = false; ///< done, to be undone, and not undone
    /// How the other sagas did on the way from the step before.
    struct Others
    {
        QString from;
        saga::Standing standing;
        base::Duration median{};
        base::Duration p95{};
    };
    std::optional<Others> others;
};

/// A compensation's row, and the row that it undoes.
struct StepPair
{
    int undone = 0;
    int by = 0;
    bool isInOrder = true;
    int lane = 0; ///< where its bracket is drawn, so that brackets don't touch
};

struct ExpectedStep
{
    QString type;
    saga::NextStep next;
};

/// The definition against reality. A plain value.
struct StepsSheet
{
    std::vector<StepRow> rows;
    std::vector<StepPair> pairs;
    int laneCount = 0;
    QString definition; ///< empty when there is none
    bool hasSaga = false;
    bool isOrchestrated = false;
    QString coordinator; ///< of an orchestrated saga
    std::optional<saga::Standing> duration; ///< among the ended sagas that took the same steps
    std::vector<ExpectedStep> expected;     ///< most likely first

    [[nodiscard]] int currentRow() const;
    [[nodiscard]] bool isCompensatedInOrder() const;
    [[nodiscard]] int rowOf(base::EventIndex event) const; ///< -1 when no row has it
};

/// `population` may be null: then nothing is said about other sagas. Pure; for a worker.
[[nodiscard]] StepsSheet stepsSheet(base::SagaId saga, const saga::Story& story, const session::Snapshot& snapshot,
                                    const saga::Population* population);

} // namespace sagascope::ui
