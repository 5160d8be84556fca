// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/SagaDefinition.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

#include <nlohmann/json.hpp>

#include "core/catalog/SchemaWalk.h"

namespace sagascope::catalog {
namespace {

using nlohmann::json;
using Texts = std::vector<std::string>;

bool contains(const Texts& texts, std::string_view text)
{
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

// The schema has already said that members are there and of the right type, so these only fill in what is optional.

std::string text(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Texts texts(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() ? found->get<Texts>() : Texts();
}

json list(const json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() ? *found : json::array();
}

StepRole roleFromName(const std::string& name)
{
    if (name == "failure")
        return StepRole::Failure;
    return name == "compensation" ? StepRole::Compensation : StepRole::Step;
}

StepDefinition readStep(const json& in)
{
    StepDefinition step;
    step.name = text(in, "name");
    step.eventType = text(in, "eventType");
    step.aliases = texts(in, "aliases");
    step.metadataStep = text(in, "metadataStep");
    step.service = text(in, "service");
    step.role = roleFromName(text(in, "role"));
    step.isRequired = in.value("required", false);
    step.isRepeatable = in.value("repeatable", false);
    step.compensates = text(in, "compensates");
    step.awaits = text(in, "awaits");
    step.timeLimit = std::chrono::milliseconds(in.value("timeLimitMs", std::int64_t(0)));
    step.supersededBy = texts(in, "supersededBy");
    step.fact = texts(in, "fact");
    step.amount = texts(in, "amount");
    return step;
}

FollowRule readFollow(const json& in)
{
    FollowRule rule{text(in, "effect"), texts(in, "causes"), {}};
    for (const std::string& cause : rule.causes)
        rule.names.push_back(rule.effect + "<-" + cause);
    return rule;
}

Invariant readInvariant(const json& in)
{
    return {base::ruleFromName(text(in, "rule")).value_or(base::Rule::PaidAfterCompensation), text(in, "name"),
            texts(in, "present"), texts(in, "absent")};
}

DefinitionContext readContext(const json& in)
{
    const auto context = in.find("context");
    if (context == in.end())
        return {};
    return {text(*context, "user"), texts(*context, "amount"), text(*context, "currency")};
}

std::optional<InferenceRule> readInference(const json& in)
{
    const auto found = in.find("inference");
    if (found == in.end())
        return std::nullopt;
    const auto number = [](const json& object, const char* name) { return object.value(name, 0.0); };
    const json& weights = found->at("weights");
    InferenceRule rule;
    rule.weights = {number(weights, "user"), number(weights, "amount"), number(weights, "currency"),
                    number(weights, "time"), number(weights, "nextStep")};
    rule.window = std::chrono::milliseconds(found->value("windowMs", std::int64_t(0)));
    rule.clockTolerance = std::chrono::milliseconds(found->value("clockToleranceMs", std::int64_t(0)));
    rule.threshold = number(*found, "threshold");
    rule.margin = number(*found, "margin");
    return rule;
}

void readJoins(const json& in, SagaDefinition& definition)
{
    Texts all = definition.stepTypes();
    all.insert(all.end(), definition.sideEffects.begin(), definition.sideEffects.end());
    for (const json& join : list(in, "joins")) {
        JoinField field{text(join, "kind"), texts(join, "types"), texts(join, "pointers")};
        if (field.types.empty())
            field.types = all;
        definition.joins.push_back(std::move(field));
    }
}

SagaDefinition readDefinition(const json& in)
{
    SagaDefinition definition;
    definition.name = text(in, "name");
    definition.style =
        text(in, "style") == "orchestrated" ? DefinitionStyle::Orchestrated : DefinitionStyle::Choreographed;
    definition.description = text(in, "description");
    definition.keyKinds = texts(in, "keyKinds");
    definition.requiresKind = text(in, "requiresKind");
    definition.requiresAnyKind = texts(in, "requiresAnyKind");
    definition.start = text(in, "start");
    definition.hasEnd = in.value("hasEnd", true);
    definition.context = readContext(in);
    for (const json& step : list(in, "steps"))
        definition.steps.push_back(readStep(step));
    definition.success = texts(in.at("outcomes"), "success");
    definition.failing = texts(in.at("outcomes"), "failing");
    definition.sideEffects = texts(in, "sideEffects");
    readJoins(in, definition);
    for (const json& follow : list(in, "follows"))
        definition.follows.push_back(readFollow(follow));
    for (const json& invariant : list(in, "invariants"))
        definition.invariants.push_back(readInvariant(invariant));
    definition.inference = readInference(in);
    return definition;
}

/// A JSON Schema can't say that a step named in one place must exist in another.
class ReferenceCheck
{
public:
    explicit ReferenceCheck(const SagaDefinition& definition) : m_definition(definition)
    {
        checkNames();
        mustExist("/start", definition.start);
        checkSteps();
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

    [[nodiscard]] const std::string& pointer() const { return m_pointer; }
    [[nodiscard]] const std::string& fault() const { return m_fault; }

private:
    void checkNames()
    {
        std::set<std::string_view> seen;
        for (std::size_t i = 0; i < m_definition.steps.size(); ++i)
            if (!seen.insert(m_definition.steps[i].name).second)
                fail("/steps/" + std::to_string(i) + "/name",
                     "another step has the name " + m_definition.steps[i].name);
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
                fail(place + "/compensates", "a compensation must say which step it undoes");
            if (step.role != StepRole::Compensation && !step.compensates.empty())
                fail(place + "/role", "a step that undoes another must have the role compensation");
        }
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

    void mustExist(const std::string& pointer, const Texts& names)
    {
        for (std::size_t i = 0; i < names.size(); ++i)
            mustExist(pointer + "/" + std::to_string(i), names[i]);
    }

    void fail(const std::string& pointer, const std::string& fault)
    {
        if (!m_fault.empty())
            return;
        m_pointer = pointer;
        m_fault = fault;
    }

    const SagaDefinition& m_definition;
    std::string m_pointer;
    std::string m_fault;
};

base::Error malformed(std::string_view file, const std::string& pointer, const std::string& fault)
{
    return {base::ErrorCode::Malformed, std::string(file) + (pointer.empty() ? "" : "#" + pointer), fault};
}

} // namespace

bool JoinField::appliesTo(std::string_view eventType) const
{
    return contains(types, eventType);
}

bool StepDefinition::matches(std::string_view type) const
{
    return eventType == type || contains(aliases, type);
}

const StepDefinition* SagaDefinition::step(std::string_view stepName) const
{
    const auto found = std::find_if(steps.begin(), steps.end(), [&](const auto& s) { return s.name == stepName; });
    return found == steps.end() ? nullptr : &*found;
}

const StepDefinition* SagaDefinition::stepOf(std::string_view eventType, std::string_view metadataStep) const
{
    const StepDefinition* byType = nullptr;
    for (const StepDefinition& candidate : steps) {
        if (!candidate.matches(eventType))
            continue;
        if (!metadataStep.empty() && candidate.metadataStep == metadataStep)
            return &candidate;
        if (!byType)
            byType = &candidate;
    }
    return byType;
}

std::vector<std::string> SagaDefinition::stepTypes() const
{
    Texts types;
    for (const StepDefinition& step : steps) {
        types.push_back(step.eventType);
        types.insert(types.end(), step.aliases.begin(), step.aliases.end());
    }
    return types;
}

bool SagaDefinition::tells(std::string_view eventType) const
{
    return stepOf(eventType) || contains(sideEffects, eventType);
}

bool SagaDefinition::canFollow(std::string_view effectType, std::string_view causeType) const
{
    return std::any_of(follows.begin(), follows.end(), [&](const FollowRule& rule) {
        return rule.effect == effectType && contains(rule.causes, causeType);
    });
}

base::Result<SagaDefinition> parseSagaDefinition(std::string_view text, std::string_view file,
                                                 const PayloadSchema& schema)
{
    const json in = json::parse(text.begin(), text.end(), nullptr, false);
    if (in.is_discarded())
        return malformed(file, {}, "the file is no JSON");
    if (const auto violations = schema.checkValue(in); !violations.empty())
        return malformed(file, violations.front().pointer, violations.front().message);
    SagaDefinition definition = readDefinition(in);
    const ReferenceCheck references(definition);
    if (!references.fault().empty())
        return malformed(file, references.pointer(), references.fault());
    return definition;
}

} // namespace sagascope::catalog
