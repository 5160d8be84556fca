// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/saga/MinedTraces.h"

namespace sagascope::saga {

/// The steps that sealed traces speak for, with their roles, order, limits and outcomes. What a known definition calls
/// by name keeps it. Fills in everything of a proposal that is about steps, but for the fields that tell facts.
class MinedSteps
{
public:
    /// Both must outlive the call to fill().
    MinedSteps(const MinedTraces& traces, const catalog::SagaDefinition* known) : m_traces(traces), m_known(known) {}

    void fill(Proposal& proposal);
    /// Of a step of the proposal, in its order.
    [[nodiscard]] const MinedTraces::KindStatistics& statistics(std::size_t step) const;

private:
    using Kind = MinedTraces::Kind;

    void chooseKinds(Proposal& proposal);
    void addStep(Kind kind, Proposal& proposal);
    [[nodiscard]] bool addAlias(Kind kind, Proposal& proposal) const;
    [[nodiscard]] bool isRequired(Kind kind) const;
    [[nodiscard]] std::string nameOf(Kind kind, const Proposal& proposal) const;
    void nameService(Kind kind, catalog::StepDefinition& step, StepEvidence& evidence) const;
    void findStart(Proposal& proposal) const;
    void findWaits(Proposal& proposal) const;
    [[nodiscard]] bool await(std::size_t step, std::size_t awaited, Proposal& proposal) const;
    void findUndone(Proposal& proposal) const;
    void findHealers(Proposal& proposal) const;
    void findOutcomes(Proposal& proposal) const;
    [[nodiscard]] std::optional<std::size_t> undoneBy(std::size_t step, const Proposal& proposal) const;

    const MinedTraces& m_traces;
    const catalog::SagaDefinition* m_known;
    std::vector<Kind> m_kinds; ///< by step
};

/// The next time that people would say: seconds, minutes, hours in round numbers.
[[nodiscard]] std::chrono::milliseconds roundedUp(base::Duration time);

} // namespace sagascope::saga
