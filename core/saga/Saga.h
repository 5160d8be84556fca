// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Rule.h"
#include "core/base/SharedRun.h"
#include "core/base/SharedText.h"
#include "core/base/Time.h"
#include "core/identity/Evidence.h"
#include "core/identity/Identifier.h"
#include "core/saga/Inferred.h"

namespace sagascope::catalog {
struct SagaDefinition;
}

namespace sagascope::saga {

enum class SagaState : std::uint8_t {
    Running,
    Completed,
    Compensated,
    Refunded,
    Failed,
    Stalled,
    DeadLettered,
    Inconsistent,
};
inline constexpr int kSagaStateCount = 8;
[[nodiscard]] std::string_view stateName(SagaState state); ///< "running", …, "dead-lettered", "inconsistent"
[[nodiscard]] std::optional<SagaState> stateFromName(std::string_view name);

enum class SagaStyle : std::uint8_t { Choreographed, Orchestrated, Unknown };
[[nodiscard]] std::string_view styleName(SagaStyle style);

enum class StepStatus : std::uint8_t { Done, Missing, Failed, Compensated, NotNeeded };
[[nodiscard]] std::string_view stepStatusName(StepStatus status); ///< "done", …, "not-needed"

/// One line of the saga list. Slots of sagas that merged into another stay behind with `isAlive` false; one that was
/// joined by inference comes back to life when the link is retracted.
struct SagaSummary
{
    bool isAlive = false;
    SagaState state = SagaState::Running;
    SagaStyle style = SagaStyle::Unknown;
    identity::Evidence weakestEvidence = identity::Evidence::Declared;
    std::optional<base::Severity> worstFinding;
    std::uint16_t findingCount = 0;
    std::uint16_t repeatCount = 0;
    std::uint8_t repeatKinds = 0; ///< one bit per identity::Repeat that a member is
    base::RuleSet rules;          ///< broken by the saga or by one of its events
    base::SagaId mergedInto;                           ///< valid when not alive
    const catalog::SagaDefinition* definition = nullptr; ///< owned by the catalog
    std::string_view key; ///< as long as a view of the sagas
    base::SharedText caption; ///< last eventTypes in short, e.g. `payment.failed → booking.cancelled`
    base::Timestamp startedAt = base::kNoTime;
    base::Timestamp lastEventAt = base::kNoTime;
    base::Timestamp endedAt = base::kNoTime; ///< kNoTime while it has not ended
    /// Members in arrival order.
    base::SharedRun<base::EventIndex> events;
    std::shared_ptr<const Inferred> inferred; ///< null for most: neither joined by inference nor a candidate
};

struct Why
{
    identity::IdentifierKind kind;
    std::string value;
    friend auto operator<=>(const Why&, const Why&) = default;
};

struct StoryEvent
{
    base::EventIndex event;
    identity::Evidence evidence = identity::Evidence::Declared;
    std::optional<double> score; ///< with evidence inferred: that of Story::link, which says why
    std::vector<Why> why; ///< the identifiers that tie it to the rest (with evidence inferred: to those joined with it)
    identity::Repeat repeat = identity::Repeat::None;
    base::EventIndex repeatOf; ///< invalid when repeat is None
    int step = -1;             ///< index into Story::steps
};

struct StoryStep
{
    std::string name;
    std::string eventType;
    std::string service;
    std::string compensates; ///< name of the step that this one undoes; empty otherwise
    StepStatus status = StepStatus::Missing;
    std::vector<base::EventIndex> events;
};

struct StoryFinding
{
    base::Rule rule;
    std::string detail;
    std::vector<base::EventIndex> events;
};

/// A saga in full: what the report prints and the Sagas room draws. Events are in logical order: declared causes
/// first, then producer time, then broker time, topic, partition and offset.
struct Story
{
    std::string key;
    const catalog::SagaDefinition* definition = nullptr;
    SagaStyle style = SagaStyle::Unknown;
    SagaState state = SagaState::Running;
    base::Timestamp startedAt = base::kNoTime;
    base::Timestamp endedAt = base::kNoTime;
    std::vector<Why> identifiers;
    std::vector<StoryEvent> events;
    std::vector<identity::Edge> edges; ///< both ends inside the saga
    std::vector<StoryStep> steps;
    std::vector<StoryFinding> findings; ///< of the saga; an event's own hits are in the store
    std::optional<InferredLink> link;   ///< what joined the events whose evidence is inferred
    std::vector<Candidate> candidates;  ///< sagas that this may be one with; kept apart because several fit
    /// The earliest moment at which `state` changes by itself (a time limit); kNoTime when none is running.
    base::Timestamp nextDeadline = base::kNoTime;
};

} // namespace sagascope::saga
