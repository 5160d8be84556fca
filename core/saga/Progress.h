// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <deque>
#include <unordered_map>
#include <vector>

#include "core/base/Time.h"
#include "core/saga/Member.h"
#include "core/saga/Saga.h"

namespace sagascope::catalog {
struct SagaDefinition;
struct StepDefinition;
}

namespace sagascope::saga {

/// Which definition tells these members best: most steps matched, then the kinds it asks for, then catalog order.
/// Null when no member is a step of any definition.
[[nodiscard]] const catalog::SagaDefinition* chooseDefinition(const MemberList& members,
                                                              const std::deque<catalog::SagaDefinition>& definitions);

/// How far a saga has come along its definition: steps seen, failures, compensations, time limits. Pure; made from
/// members in logical order whose steps and repeats are marked.
class Progress
{
public:
    Progress(const MemberList& members, const catalog::SagaDefinition& definition, base::Timestamp now);

    /// The first that holds, in the order that the report's contract gives. `isDeadLettered` comes from outside: it
    /// needs edges.
    [[nodiscard]] SagaState state(bool isDeadLettered) const;
    [[nodiscard]] std::vector<StoryStep> steps() const;
    /// When the state would change by itself; kNoTime when no limit is running.
    [[nodiscard]] base::Timestamp nextDeadline() const;

    /// Members that took a step, copies left out, in logical order (positions in the MemberList).
    [[nodiscard]] const std::vector<std::size_t>& seen(std::string_view step) const;
    [[nodiscard]] bool isSeen(std::string_view step) const { return !seen(step).empty(); }
    [[nodiscard]] bool isUndone(std::string_view step) const; ///< a compensation of it was seen
    [[nodiscard]] bool isFailed() const { return m_isFailed; }
    /// Done steps whose definition has a compensation that was not seen.
    [[nodiscard]] std::vector<const catalog::StepDefinition*> leftUncompensated() const;

private:
    [[nodiscard]] bool isBroken() const;
    [[nodiscard]] bool isCompensated() const;
    [[nodiscard]] bool isRefunded() const;
    [[nodiscard]] bool isCompleted() const;
    [[nodiscard]] bool isSuperseded(const catalog::StepDefinition& failure) const;
    [[nodiscard]] bool findFailure() const;
    [[nodiscard]] std::vector<base::Timestamp> stepDeadlines() const;
    [[nodiscard]] std::vector<base::Timestamp> compensationDeadlines() const;
    [[nodiscard]] base::Timestamp firstSeenAt(std::string_view step) const;
    [[nodiscard]] base::Timestamp lastSeenAt(std::string_view step) const;
    [[nodiscard]] StepStatus statusOf(const catalog::StepDefinition& step) const;
    [[nodiscard]] double largestAmount(std::string_view step) const;

    const MemberList& m_members;
    const catalog::SagaDefinition& m_definition;
    base::Timestamp m_now;
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_seen;
    bool m_isFailed = false;
};

} // namespace sagascope::saga
