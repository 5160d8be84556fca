// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/base/Time.h"
#include "core/saga/TraceTable.h"
#include "core/saga/Variants.h"

namespace sagascope::saga {

/// Sagas that started at `from` or later and before `to`.
struct StartWindow
{
    base::Timestamp from = base::kNoTime;
    base::Timestamp to = base::kNoTime;
    friend bool operator==(const StartWindow&, const StartWindow&) = default;
};

/// What many sagas have in common: which ways they take, how often, how long it takes, and what usually comes next.
/// Computed once from a table of traces and immutable; any thread may ask. It is a function of the set of records: the
/// order of arrival changes slot numbers only. Statistics never influence a saga's state.
class Population
{
public:
    /// Null when it was stopped. Costs one pass over all traces and one sort of all waits: call it from a worker.
    [[nodiscard]] static std::shared_ptr<const Population> of(TraceTable::View traces,
                                                              std::optional<StartWindow> window = std::nullopt,
                                                              const ShouldStop& shouldStop = {});

    [[nodiscard]] std::size_t sagaCount() const { return m_sagaCount; }
    /// When the first and the last of its sagas started; kNoTime when none says so.
    [[nodiscard]] base::Timestamp firstStart() const { return m_firstStart; }
    [[nodiscard]] base::Timestamp lastStart() const { return m_lastStart; }
    /// Definitions that have sagas, by name; those without definition last.
    [[nodiscard]] const std::vector<DefinitionPopulation>& definitions() const { return m_definitions; }
    /// Null when no saga follows it; an empty name means the sagas without definition.
    [[nodiscard]] const DefinitionPopulation* find(std::string_view definition) const;
    /// The population and the variant that a saga is in; null when it is in none (gone, or outside the window).
    [[nodiscard]] const DefinitionPopulation* populationOf(base::SagaId saga) const;
    [[nodiscard]] const Variant* variantOf(base::SagaId saga) const;

    /// How an ended saga's duration stands within its variant; nothing while it runs.
    [[nodiscard]] std::optional<Standing> durationStanding(base::SagaId saga) const;
    /// Every step from one step to the next, in order.
    [[nodiscard]] std::vector<WaitStanding> waitStandings(base::SagaId saga) const;
    /// What ended sagas did after the steps that this one has taken, most likely first; probabilities add up to less
    /// than one where some ended here. Empty for an ended saga and below kEnoughSamples.
    [[nodiscard]] std::vector<NextStep> nextSteps(base::SagaId saga) const;

    [[nodiscard]] const TraceTable::View& traces() const { return m_traces; }
    /// The saga's steps in order, folded as in its variant.
    struct Stay
    {
        StepIndex step = 0;
        const TraceStep* first = nullptr;
        const TraceStep* last = nullptr;
    };
    [[nodiscard]] std::vector<Stay> staysOf(base::SagaId saga) const;

private:
    friend class PopulationCount;
    struct Place
    {
        std::uint32_t definition = 0xFFFFFFFF;
        std::uint32_t variant = 0;
    };

    void foldInto(const StepTrace& trace, std::vector<Stay>& stays) const;

    TraceTable::View m_traces;
    std::vector<DefinitionPopulation> m_definitions;
    std::vector<Place> m_places;            ///< by slot
    std::vector<StepIndex> m_rankOfType;  ///< step of the sagas without definition, by the tracer's TextId
    std::size_t m_sagaCount = 0;
    base::Timestamp m_firstStart = base::kNoTime;
    base::Timestamp m_lastStart = base::kNoTime;
};
using PopulationPtr = std::shared_ptr<const Population>;

} // namespace sagascope::saga
