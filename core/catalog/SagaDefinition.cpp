// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/SagaDefinition.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/catalog/DefinitionCheck.h"
#include "core/catalog/JsonDepth.h"

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
        field.isOfAllTypes = field.types.empty();
        if (field.isOfAllTypes)
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

base::Error malformed(std::string_view file, const std::string& pointer, const std::string& fault)
{
    return {base::ErrorCode::Malformed, std::string(file) + (pointer.empty() ? "" : "#" + pointer), fault};
}

/// Nothing in a definition is deeper or longer; what is would keep the validator busy for hours, or overflow its stack.
constexpr std::size_t kDeepest = 16;
constexpr std::size_t kLongestList = 1000;

bool isTooLong(const json& value, std::size_t depth = 0)
{
    return value.is_structured()
        && (depth >= kDeepest || value.size() > kLongestList
            || std::any_of(value.begin(), value.end(), [&](const json& inside) { return isTooLong(inside, depth + 1); }));
}

base::Result<json> readText(std::string_view text, std::string_view file)
{
    if (text.size() > kLargestDefinition)
        return base::Error{base::ErrorCode::TooLarge, std::string(file),
                           "no definition is longer than " + std::to_string(kLargestDefinition / 1024) + " KiB"};
    if (isDeeperThan(kDeepest, text))
        return malformed(file, {}, "the JSON is nested too deep");
    json in = json::parse(text.begin(), text.end(), nullptr, false);
    if (in.is_discarded())
        return malformed(file, {}, "the file is no JSON");
    return in;
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

CheckedDefinition checkSagaDefinition(const json& document, const PayloadSchema& schema)
{
    CheckedDefinition checked;
    if (isTooLong(document)) {
        const std::string longest = std::to_string(kLongestList);
        checked.faults.push_back({{}, DefinitionProblem::TooLong, SchemaProblem::Other, longest, "no list of a definition is longer than " + longest});
        return checked;
    }
    for (SchemaViolation& violation : schema.checkValue(document))
        checked.faults.push_back({std::move(violation.pointer), DefinitionProblem::Shape, violation.problem,
                                  std::move(violation.argument), std::move(violation.message)});
    if (!checked.faults.empty())
        return checked;
    checked.definition = readDefinition(document);
    checked.faults = contradictionsOf(*checked.definition);
    if (!checked.faults.empty())
        checked.definition.reset();
    return checked;
}

base::Result<SagaDefinition> parseSagaDefinition(std::string_view text, std::string_view file,
                                                 const PayloadSchema& schema)
{
    const auto in = readText(text, file);
    if (!in)
        return in.error();
    CheckedDefinition checked = checkSagaDefinition(*in, schema);
    if (!checked.faults.empty())
        return malformed(file, checked.faults.front().pointer, checked.faults.front().message);
    return *std::move(checked.definition);
}

} // namespace sagascope::catalog
