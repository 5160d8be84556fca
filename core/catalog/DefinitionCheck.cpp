// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/DefinitionCheck.h"

#include <cmath>
#include <cstdio>
#include <set>
#include <utility>

namespace sagascope::catalog {
namespace {

using Problem = DefinitionProblem;

std::string sentence(Problem problem, const std::string& argument)
{
    switch (problem) {
    case Problem::Shape:
    case Problem::TooLong: break;
    case Problem::StepTwice: return "another step has the name " + argument;
    case Problem::NoSuchStep: return "there is no step named " + argument;
    case Problem::UndoesNothing: return "a compensation must say which step it undoes";
    case Problem::NotACompensation: return "a step that undoes another must have the role compensation";
    case Problem::AwaitsItself: return argument + " waits for itself";
    case Problem::UndoesItself: return argument + " undoes itself";
    case Problem::NoSuccess: return "a definition with an end must say which steps complete it";
    case Problem::WeightsSum: return "the weights must add up to 1";
    case Problem::ToleranceTooLarge: return "the tolerance must not exceed the window";
    case Problem::InferenceNoStart: return "links can be inferred only where the first step is known";
    case Problem::InferenceNoUser: return "links can be inferred only where a field names the user";
    }
    return argument;
}

std::string shortNumber(double value)
{
    char buffer[32] = {};
    std::snprintf(buffer, sizeof buffer, "%.4g", value);
    return buffer;
}

class ReferenceCheck
{
public:
    explicit ReferenceCheck(const SagaDefinition& definition) : m_definition(definition) {}

    std::vector<DefinitionFlaw> faults()
    {
        checkNames();
        mustExist("/start", m_definition.start);
        checkSteps();
        mustExist("/outcomes/success", m_definition.success);
        mustExist("/outcomes/failing", m_definition.failing);
        for (std::size_t i = 0; i < m_definition.invariants.size(); ++i) {
            const std::string place = "/invariants/" + std::to_string(i);
            mustExist(place + "/present", m_definition.invariants[i].present);
            mustExist(place + "/absent", m_definition.invariants[i].absent);
        }
        if (m_definition.hasEnd && m_definition.success.empty())
            fail("/outcomes/success", Problem::NoSuccess);
        if (m_definition.inference)
            checkInference(*m_definition.inference);
        return std::move(m_faults);
    }

private:
    void checkNames()
    {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < m_definition.steps.size(); ++i)
            if (!seen.insert(m_definition.steps[i].name).second)
                fail("/steps/" + std::to_string(i) + "/name", Problem::StepTwice, m_definition.steps[i].name);
    }

    void checkSteps()
    {
        for (std::size_t i = 0; i < m_definition.steps.size(); ++i) {
            const StepDefinition& step = m_definition.steps[i];
            const std::string place = "/steps/" + std::to_string(i);
            mustExist(place + "/compensates", step.compensates);
            mustExist(place + "/awaits", step.awaits);
            mustExist(place + "/supersededBy", step.supersededBy);
            if (step.role == StepRole::Compensation && step.compensates.empty())
                fail(place + "/compensates", Problem::UndoesNothing);
            if (step.role != StepRole::Compensation && !step.compensates.empty())
                fail(place + "/role", Problem::NotACompensation);
            if (leadsBack(step, &StepDefinition::awaits))
                fail(place + "/awaits", Problem::AwaitsItself, step.name);
            if (leadsBack(step, &StepDefinition::compensates))
                fail(place + "/compensates", Problem::UndoesItself, step.name);
        }
    }

    /// Whether the steps named one after the other come back to the first.
    [[nodiscard]] bool leadsBack(const StepDefinition& first, std::string StepDefinition::* next) const
    {
        const StepDefinition* step = m_definition.step(first.*next);
        for (std::size_t i = 0; step && i < m_definition.steps.size(); ++i) {
            if (step->name == first.name)
                return true;
            step = m_definition.step(step->*next);
        }
        return false;
    }

    void checkInference(const InferenceRule& rule)
    {
        const InferenceWeights& w = rule.weights;
        const double sum = w.user + w.amount + w.currency + w.time + w.nextStep;
        if (std::abs(sum - 1) > 1e-6)
            fail("/inference/weights", Problem::WeightsSum, shortNumber(sum));
        if (rule.clockTolerance > rule.window)
            fail("/inference/clockToleranceMs", Problem::ToleranceTooLarge);
        if (m_definition.start.empty())
            fail("/start", Problem::InferenceNoStart);
        if (m_definition.context.user.empty())
            fail("/context/user", Problem::InferenceNoUser);
    }

    void mustExist(const std::string& pointer, const std::string& name)
    {
        if (!name.empty() && !m_definition.step(name))
            fail(pointer, Problem::NoSuchStep, name);
    }

    void mustExist(const std::string& pointer, const std::vector<std::string>& names)
    {
        for (std::size_t i = 0; i < names.size(); ++i)
            mustExist(pointer + "/" + std::to_string(i), names[i]);
    }

    void fail(std::string pointer, Problem problem, std::string argument = {})
    {
        std::string message = sentence(problem, argument);
        m_faults.push_back({std::move(pointer), problem, SchemaProblem::Other, std::move(argument), std::move(message)});
    }

    const SagaDefinition& m_definition;
    std::vector<DefinitionFlaw> m_faults;
};

} // namespace

std::vector<DefinitionFlaw> contradictionsOf(const SagaDefinition& definition)
{
    return ReferenceCheck(definition).faults();
}

} // namespace sagascope::catalog
