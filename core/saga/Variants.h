// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "core/base/Ids.h"
#include "core/catalog/SagaDefinition.h"
#include "core/saga/Distribution.h"
#include "core/saga/Saga.h"

namespace sagascope::saga {

/// Index into DefinitionPopulation::steps.
using StepIndex = std::uint32_t;
using StateCounts = std::array<std::size_t, kSagaStateCount>;

/// A kind of step of a population: a step of its definition or, without one, an event type.
struct PopulationStep
{
    std::string name;
    std::string eventType;
    std::string service;        ///< that the definition names; empty when it names none
    std::string observedSource; ///< that sent it most often; empty when no event named its source
    catalog::StepRole role = catalog::StepRole::Step;
    std::size_t sagas = 0;   ///< that took it
    std::size_t begins = 0;  ///< sagas whose first step it is
    std::size_t endsIn = 0;  ///< ended sagas whose last step it is
};

/// Sagas that took the same steps in the same order. Repeats don't count, and a repeatable step that comes several
/// times in a row counts once.
struct Variant
{
    std::vector<StepIndex> steps;   ///< indices into DefinitionPopulation::steps; may be empty
    std::vector<base::SagaId> members;  ///< by start, then by key
    StateCounts byState{};
    Distribution durations;             ///< first event to end, of the members that ended
};

/// One step directly after another, in all sagas, ended or not.
struct Transition
{
    StepIndex from = 0;
    StepIndex to = 0;
    std::size_t sagas = 0; ///< where it happened at least once
    Distribution waits;    ///< one per time it happened; negative where clocks disagree with declared causes
};

/// What came next in ended sagas that began with the same steps.
struct NextStep
{
    StepIndex step = 0;
    double probability = 0;
    std::size_t taken = 0;   ///< ended sagas that took it here
    std::size_t samples = 0; ///< ended sagas that began so, whatever came next; never below kEnoughSamples
    base::Duration median{0};
    base::Duration p95{0};
};

/// How long a saga waited between two of its steps, and how the other sagas did there.
struct WaitStanding
{
    StepIndex from = 0;
    StepIndex to = 0;
    base::EventIndex fromEvent; ///< the last event of a folded step
    base::EventIndex toEvent;   ///< the first
    base::Duration wait{0};
    Standing standing;
    base::Duration median{0};
    base::Duration p95{0};
};

/// Indices of a sequence of steps in a row, ended sagas only: how many came this way, and how they went on.
struct PrefixNode
{
    struct Child
    {
        StepIndex step = 0;
        std::uint32_t node = 0;
    };
    std::size_t count = 0; ///< ended sagas that began so
    Distribution waits;    ///< from the step before to this one
    std::vector<Child> children;
};

/// Everything counted about the sagas of one definition, or of those without any.
struct DefinitionPopulation
{
    const catalog::SagaDefinition* definition = nullptr; ///< null: sagas without one
    std::vector<PopulationStep> steps;     ///< in the definition's order; by name without one
    std::vector<Variant> variants;         ///< most frequent first, then by their steps
    std::vector<Transition> transitions;   ///< by from, then to
    std::vector<PrefixNode> prefixes;      ///< a tree; the root is the first
    std::vector<std::size_t> branches;     ///< sagas per branchesOf(definition)
    std::vector<std::vector<base::SagaId>> branchExamples; ///< the first few of each
    StateCounts byState{};
    Distribution durations;
    std::size_t sagas = 0;

    [[nodiscard]] const Transition* transition(StepIndex from, StepIndex to) const; ///< null when never seen
    /// `created > paid > confirmed`
    [[nodiscard]] std::string nameOf(const Variant& variant) const;
};

} // namespace sagascope::saga
