// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Coverage.h"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

namespace sagascope::saga {
namespace {

using catalog::SagaDefinition;
using catalog::StepDefinition;
using catalog::StepRole;

constexpr std::size_t kExamples = 5;

CoverageKind kindOf(const StepDefinition& step)
{
    return step.role == StepRole::Failure ? CoverageKind::Failure
        : step.role == StepRole::Compensation ? CoverageKind::Compensation
                                              : CoverageKind::Step;
}

template <typename Predicate> bool anyStep(const SagaDefinition& definition, Predicate&& holds)
{
    return std::any_of(definition.steps.begin(), definition.steps.end(), std::forward<Predicate>(holds));
}

/// States that a saga of this definition is meant to reach; what can only go wrong is not for anybody to exercise.
std::vector<SagaState> outcomesOf(const SagaDefinition& definition)
{
    const bool canFail = !definition.failing.empty()
        || anyStep(definition, [](const StepDefinition& s) { return s.role == StepRole::Failure; });
    const bool canUndo = anyStep(definition, [](const StepDefinition& s) { return s.role == StepRole::Compensation; });
    const bool canRefund = anyStep(definition, [](const StepDefinition& s) {
        return s.role == StepRole::Compensation && !s.amount.empty();
    });
    const bool canStall = definition.hasEnd && anyStep(definition, [](const StepDefinition& s) {
        return s.role == StepRole::Step && s.isRequired && s.timeLimit.count() > 0;
    });
    std::vector<SagaState> outcomes;
    const std::array<std::pair<bool, SagaState>, 5> all{{{!definition.success.empty(), SagaState::Completed},
                                                         {canFail && canUndo, SagaState::Compensated},
                                                         {canRefund, SagaState::Refunded},
                                                         {canFail, SagaState::Failed},
                                                         {canStall, SagaState::Stalled}}};
    for (const auto& [isPossible, state] : all) {
        if (isPossible)
            outcomes.push_back(state);
    }
    return outcomes;
}

/// Counts against one definition's population; with none, everything is never exercised.
class CoverageCount
{
public:
    CoverageCount(const SagaDefinition& definition, const Population& population)
        : m_definition(definition), m_population(population), m_counted(population.find(definition.name))
    {
    }

    Coverage count()
    {
        m_coverage.definition = m_definition.name;
        for (const CoverageKind kind : {CoverageKind::Step, CoverageKind::Failure, CoverageKind::Compensation})
            addSteps(kind);
        addBranches();
        addHealings();
        addOutcomes();
        return std::move(m_coverage);
    }

private:
    void addSteps(CoverageKind kind)
    {
        for (StepIndex i = 0; i < m_definition.steps.size(); ++i) {
            const StepDefinition& step = m_definition.steps[i];
            if (kindOf(step) != kind)
                continue;
            CoverageItem item{kind, step.name, step.eventType, 0, {}};
            if (!step.compensates.empty())
                item.note = step.compensates + " <- " + step.eventType;
            take(item, [&](const Variant& v) { return std::find(v.steps.begin(), v.steps.end(), i) != v.steps.end(); });
            m_coverage.items.push_back(std::move(item));
        }
    }

    void addBranches()
    {
        const std::vector<Branch> branches = branchesOf(m_definition);
        for (std::size_t i = 0; i < branches.size(); ++i) {
            CoverageItem item{CoverageKind::Branch, std::string(branches[i].name), {}, 0, {}};
            if (m_counted && i < m_counted->branches.size()) {
                item.sagas = m_counted->branches[i];
                item.examples = m_counted->branchExamples[i];
            }
            m_coverage.items.push_back(std::move(item));
        }
    }

    void addHealings()
    {
        for (StepIndex failure = 0; failure < m_definition.steps.size(); ++failure) {
            for (const std::string& healer : m_definition.steps[failure].supersededBy)
                addHealing(failure, healer);
        }
    }

    void addHealing(StepIndex failure, const std::string& healer)
    {
        const StepDefinition* step = m_definition.step(healer);
        if (!step)
            return;
        const auto healing = StepIndex(step - m_definition.steps.data());
        CoverageItem item{CoverageKind::Healing, m_definition.steps[failure].name + ">" + healer, step->eventType, 0, {}};
        take(item, [&](const Variant& v) {
            const auto failed = std::find(v.steps.begin(), v.steps.end(), failure);
            return std::find(failed, v.steps.end(), healing) != v.steps.end();
        });
        m_coverage.items.push_back(std::move(item));
    }

    void addOutcomes()
    {
        for (const SagaState state : outcomesOf(m_definition)) {
            CoverageItem item{CoverageKind::Outcome, std::string(stateName(state)), {}, 0, {}};
            if (m_counted) {
                item.sagas = m_counted->byState[std::size_t(state)];
                for (const Variant& variant : m_counted->variants)
                    addExamples(item, variant, state);
            }
            m_coverage.items.push_back(std::move(item));
        }
    }

    void take(CoverageItem& item, const std::function<bool(const Variant&)>& holds)
    {
        if (!m_counted)
            return;
        for (const Variant& variant : m_counted->variants) {
            if (!holds(variant))
                continue;
            item.sagas += variant.members.size();
            addExamples(item, variant, std::nullopt);
        }
    }

    /// Members are sorted by start: the first few of each variant hold the first few of all.
    void addExamples(CoverageItem& item, const Variant& variant, std::optional<SagaState> state)
    {
        if (state && variant.byState[std::size_t(*state)] == 0)
            return;
        const SagaTracker::View& sagas = m_population.traces().source().sagas;
        std::size_t taken = 0;
        for (std::size_t i = 0; i < variant.members.size() && taken < kExamples; ++i) {
            if (state && sagas.saga(variant.members[i]).state != *state)
                continue;
            item.examples.push_back(variant.members[i]);
            ++taken;
        }
        std::sort(item.examples.begin(), item.examples.end(), [&](base::SagaId a, base::SagaId b) {
            const auto key = [&](base::SagaId id) { return std::tie(sagas.saga(id).startedAt, sagas.saga(id).key); };
            return key(a) < key(b);
        });
        if (item.examples.size() > kExamples)
            item.examples.resize(kExamples);
    }

    const SagaDefinition& m_definition;
    const Population& m_population;
    const DefinitionPopulation* m_counted;
    Coverage m_coverage;
};

std::string csvField(std::string text)
{
    if (!text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos)
        text.insert(text.begin(), '\'');
    if (text.find_first_of(",\"\r\n") == std::string::npos)
        return text;
    std::string quoted = "\"";
    for (const char c : text)
        quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

} // namespace

std::string_view coverageKindName(CoverageKind kind)
{
    constexpr std::array<std::string_view, 6> kNames{"step", "failure", "compensation", "branch", "healing", "outcome"};
    return kNames[static_cast<std::size_t>(kind)];
}

std::size_t Coverage::exercised() const
{
    return std::size_t(std::count_if(items.begin(), items.end(), [](const CoverageItem& i) { return i.isExercised(); }));
}

Coverage coverageOf(const SagaDefinition& definition, const Population& population)
{
    return CoverageCount(definition, population).count();
}

std::string coverageCsv(const Coverage& coverage, const Population& population)
{
    std::string csv = "definition,kind,name,note,sagas,examples\n";
    for (const CoverageItem& item : coverage.items) {
        std::string examples;
        for (const base::SagaId saga : item.examples)
            examples.append(examples.empty() ? "" : " ").append(population.traces().source().sagas.saga(saga).key);
        csv += csvField(coverage.definition) + "," + std::string(coverageKindName(item.kind)) + "," + csvField(item.name)
            + "," + csvField(item.note) + "," + std::to_string(item.sagas) + "," + csvField(examples) + "\n";
    }
    return csv;
}

} // namespace sagascope::saga
