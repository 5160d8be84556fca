// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Rule.h"
#include "core/catalog/PayloadSchema.h"

namespace sagascope::catalog {

enum class DefinitionStyle : std::uint8_t { Choreographed, Orchestrated };
enum class StepRole : std::uint8_t { Step, Failure, Compensation };

/// A place whose value names the saga: events with equal values belong together. Several pointers make one value,
/// joined with `|`, and all of them must be there.
struct JoinField
{
    std::string kind;               ///< a name of identity::IdentifierKind
    std::vector<std::string> types; ///< event types that have it; never empty
    std::vector<std::string> pointers;
    bool isOfAllTypes = false; ///< the definition names none, so that all types of its story have it

    [[nodiscard]] bool appliesTo(std::string_view eventType) const;
    friend bool operator==(const JoinField&, const JoinField&) = default;
};

struct StepDefinition
{
    std::string name;
    std::string eventType;
    std::vector<std::string> aliases; ///< other event types that mean the same
    std::string metadataStep;         ///< value of metadata.step in an orchestrated saga; empty when none
    std::string service;              ///< empty when any
    StepRole role = StepRole::Step;
    bool isRequired = false;
    bool isRepeatable = false;              ///< seeing it again is no repeat
    std::string compensates;                ///< step that it undoes; empty when none
    std::string awaits;                     ///< step after which it is expected; empty when none
    std::chrono::milliseconds timeLimit{0}; ///< within this time after `awaits`; 0 when none
    std::vector<std::string> supersededBy;  ///< steps that heal this failure when they come later
    std::vector<std::string> fact;          ///< fields that make two events the same fact
    std::vector<std::string> amount;        ///< first of these that is there is the step's amount

    [[nodiscard]] bool matches(std::string_view type) const; ///< event type or alias
    friend bool operator==(const StepDefinition&, const StepDefinition&) = default;
};

/// "This type follows that type", on a shared identifier.
struct FollowRule
{
    std::string effect;
    std::vector<std::string> causes;
    std::vector<std::string> names; ///< "effect<-cause" per cause, for edges to point at

    friend bool operator==(const FollowRule&, const FollowRule&) = default;
};

/// Broken when every step of `present` and none of `absent` was seen.
struct Invariant
{
    base::Rule rule = base::Rule::PaidAfterCompensation;
    std::string name;
    std::vector<std::string> present;
    std::vector<std::string> absent;

    friend bool operator==(const Invariant&, const Invariant&) = default;
};

/// Where inference looks for what two groups may share; empty when the definition does not say.
struct DefinitionContext
{
    std::string user;
    std::vector<std::string> amount;
    std::string currency;

    friend bool operator==(const DefinitionContext&, const DefinitionContext&) = default;
};

/// How much each thing that two groups may have in common speaks for their being one saga. The weights add up to one,
/// so that a score reads as a share.
struct InferenceWeights
{
    double user = 0;
    double amount = 0;
    double currency = 0;
    double time = 0;     ///< full when nothing lies between them, none at the window's edge
    double nextStep = 0; ///< the one begins with what the other waits for

    friend bool operator==(const InferenceWeights&, const InferenceWeights&) = default;
};

/// When two groups that share no identifier are taken for one saga: the first has the start and no outcome, the second
/// has no start.
struct InferenceRule
{
    InferenceWeights weights;
    std::chrono::milliseconds window{0};         ///< the second group begins within this time after the start
    std::chrono::milliseconds clockTolerance{0}; ///< … or seems to begin at most this much before it
    double threshold = 1; ///< a smaller score is no link
    double margin = 0;    ///< how much better than the next the best must be; otherwise the link is ambiguous

    friend bool operator==(const InferenceRule&, const InferenceRule&) = default;
};

/// How a family of sagas is recognised, what its steps are and how it may end. Pointers start at the envelope.
/// A plain value; inside a Catalog it is immutable and lives as long as that.
struct SagaDefinition
{
    std::string name;
    DefinitionStyle style = DefinitionStyle::Choreographed;
    std::string description;
    std::vector<std::string> keyKinds;        ///< kinds of the saga's key, preferred first
    std::string requiresKind;                 ///< the group must carry an identifier of this kind; empty when none
    std::vector<std::string> requiresAnyKind; ///< the group must carry one of these; empty when none
    std::string start;                        ///< first step; empty when any may be first
    bool hasEnd = true;                       ///< false: it neither completes nor stalls
    std::vector<JoinField> joins;
    DefinitionContext context;
    std::vector<StepDefinition> steps;
    std::vector<std::string> success;     ///< steps that complete it together
    std::vector<std::string> failing;     ///< steps that make it a failure
    std::vector<std::string> sideEffects; ///< event types of the story that are no steps
    std::vector<FollowRule> follows;
    std::vector<Invariant> invariants;
    std::optional<InferenceRule> inference; ///< nothing: links are never inferred

    [[nodiscard]] const StepDefinition* step(std::string_view stepName) const; ///< null when unknown
    /// The step that an event takes: by `metadataStep` when the event has one and it fits, else by type.
    [[nodiscard]] const StepDefinition* stepOf(std::string_view eventType, std::string_view metadataStep = {}) const;
    [[nodiscard]] std::vector<std::string> stepTypes() const;   ///< event types of its steps, with aliases
    [[nodiscard]] bool tells(std::string_view eventType) const; ///< as a step or a side effect
    /// A rule says that the effect may follow the cause.
    [[nodiscard]] bool canFollow(std::string_view effectType, std::string_view causeType) const;
    friend bool operator==(const SagaDefinition&, const SagaDefinition&) = default;
};

/// The largest text that is read as a definition, in bytes.
inline constexpr std::size_t kLargestDefinition = 256 * 1024;

/// Reads a definition that `schema` accepts, and checks what a JSON Schema can't say: that the steps it names exist, and
/// that none waits for itself. Any text may be handed in. Error Malformed: `subject` names the file and, behind a `#`, the
/// JSON pointer of the first fault; `detail` is the sentence. TooLarge beyond kLargestDefinition.
[[nodiscard]] base::Result<SagaDefinition> parseSagaDefinition(std::string_view json, std::string_view file,
                                                               const PayloadSchema& schema);

} // namespace sagascope::catalog
