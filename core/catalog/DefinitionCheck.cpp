// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/DefinitionCheck.h"

#include <cmath>
#include <set>
#include <string_view>
#include <vector>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::catalog {
namespace {

class Check
{
public:
    explicit Check(const SagaDefinition& definition) : m_definition(definition)
    {
        checkNames();
        mustExist("/start", definition.start);
        for (std::size_t i = 0; i < definition.steps.size(); ++i)
            checkStep(definition.steps[i], "/steps/" + std::to_string(i));
        mustExist("/outcomes/success", definition.success);
        mustExist("/outcomes/failing", definition.failing);
        for (std::size_t i = 0; i < definition.invariants.size(); ++i) {
            const std::string place = "/invariants/" + std::to_string(i);
            mustExist(place + "/present", definition.invariants[i].present);
            mustExist(place + "/absent", definition.invariants[i].absent);
        }
        if (definition.hasEnd && definition.success.empty())
            fail("/outcomes/success", "a definition with an end must say which steps complete it");
        if (definition.inference)
            checkInference(*definition.inference);
    }

    [[nodiscard]] const std::optional<DefinitionContradiction>& fault() const { return m_fault; }

private:
    using NextStep = std::string StepDefinition::*;

    void checkNames()
    {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < m_definition.steps.size(); ++i)
            if (!seen.insert(m_definition.steps[i].name).second)
                fail("/steps/" + std::to_string(i) + "/name",
                     "another step has the name " + m_definition.steps[i].name);
    }

    void checkStep(const StepDefinition& step, const std::string& place)
    {
        mustExist(place + "/compensates", step.compensates);
        mustExist(place + "/awaits", step.awaits);
        mustExist(place + "/supersededBy", step.supersededBy);
        if (step.role == StepRole::Compensation && step.compensates.empty())
            fail(place + "/compensates", "a compensation must say which step it undoes");
        if (step.role != StepRole::Compensation && !step.compensates.empty())
            fail(place + "/role", "a step that undoes another must have the role compensation");
        if (leadsBack(step, &StepDefinition::awaits))
            fail(place + "/awaits", step.name + " waits for itself");
        if (leadsBack(step, &StepDefinition::compensates))
            fail(place + "/compensates", step.name + " undoes itself");
    }

    /// Whether the steps named one after the other come back to the first.
    [[nodiscard]] bool leadsBack(const StepDefinition& first, NextStep next) const
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
        if (std::abs(w.user + w.amount + w.currency + w.time + w.nextStep - 1) > 1e-6)
            fail("/inference/weights", "the weights must add up to 1");
        if (rule.clockTolerance > rule.window)
            fail("/inference/clockToleranceMs", "the tolerance must not exceed the window");
        if (m_definition.start.empty())
            fail("/start", "links can be inferred only where the first step is known");
        if (m_definition.context.user.empty())
            fail("/context/user", "links can be inferred only where a field names the user");
    }

    void mustExist(const std::string& pointer, const std::string& name)
    {
        if (!name.empty() && !m_definition.step(name))
            fail(pointer, "there is no step named " + name);
    }

    void mustExist(const std::string& pointer, const std::vector<std::string>& names)
    {
        for (std::size_t i = 0; i < names.size(); ++i)
            mustExist(pointer + "/" + std::to_string(i), names[i]);
    }

    void fail(const std::string& pointer, const std::string& sentence)
    {
        if (!m_fault)
            m_fault = {pointer, sentence};
    }

    const SagaDefinition& m_definition;
    std::optional<DefinitionContradiction> m_fault;
};

} // namespace

std::optional<DefinitionContradiction> faultOf(const SagaDefinition& definition)
{
    return Check(definition).fault();
}

} // namespace sagascope::catalog
