// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
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

/// Which definition tells these members best, by its place in `types`: most different steps matched, then the kinds it asks
/// for, then its start, most required steps, most events, and its name; neither arrival nor the catalog's order counts.
/// Nothing when no member is a step of any definition.
[[nodiscard]] std::optional<std::size_t> chooseDefinition(const MemberList& members, const TypeTable& types);

/// How far a saga has come along its definition: steps seen, failures, compensations, time limits. A function of members
/// in logical order whose steps and repeats are marked. May be filled again and again: it keeps its memory.
class Progress
{
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    /// The members must stay until it is asked nothing more, definitions as long as it is used.
    void assign(const MemberList& members, const catalog::SagaDefinition& definition, base::Timestamp now);

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
    void findStepDeadlines();
    void findCompensationDeadlines();
    [[nodiscard]] const std::vector<std::size_t>& seen(const catalog::StepDefinition& step) const;
    [[nodiscard]] bool isUndone(const catalog::StepDefinition& step) const;
    [[nodiscard]] bool isLeftUncompensated(const catalog::StepDefinition& step) const;
    [[nodiscard]] base::Timestamp firstSeenAt(std::string_view step) const;
    [[nodiscard]] base::Timestamp lastSeenAt(std::string_view step) const;
    [[nodiscard]] StepStatus statusOf(const catalog::StepDefinition& step) const;
    [[nodiscard]] double largestAmount(std::string_view step) const;

    /// From a step's name to its place in the definition: by a few letters of the name, and compared once.
    class Names
    {
    public:
        Names() = default;
        explicit Names(const catalog::SagaDefinition& definition);
        [[nodiscard]] const catalog::StepDefinition* find(std::string_view name) const; ///< null when unknown

    private:
        static constexpr std::size_t kPlaces = 64;
        static std::size_t placeOf(std::string_view name);
        const catalog::SagaDefinition* m_definition = nullptr;
        std::array<std::uint16_t, kPlaces> m_steps{}; ///< the first step at each place, counted from one; 0 for none
    };

    const MemberList* m_members = nullptr;
    const catalog::SagaDefinition* m_definition = nullptr;
    const Names* m_names = nullptr; ///< of the definition
    std::unordered_map<const catalog::SagaDefinition*, Names> m_allNames;
    base::Timestamp m_now = base::kNoTime;
    std::vector<std::vector<std::size_t>> m_seen; ///< by place of the step in the definition
    std::vector<base::Timestamp> m_deadlines;     ///< of what is awaited now: compensations once it failed, else steps
    bool m_isFailed = false;
};

} // namespace sagascope::saga
