// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/DefinitionText.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::catalog {
namespace {

using Json = nlohmann::ordered_json;
using Texts = std::vector<std::string>;

constexpr std::size_t kWidth = 128;

void put(Json& object, const char* name, const std::string& text)
{
    if (!text.empty())
        object[name] = text;
}

void put(Json& object, const char* name, const Texts& texts)
{
    if (!texts.empty())
        object[name] = texts;
}

void put(Json& object, const char* name, const Json& list)
{
    if (!list.empty())
        object[name] = list;
}

std::string_view roleName(StepRole role)
{
    if (role == StepRole::Failure)
        return "failure";
    return role == StepRole::Compensation ? "compensation" : "step";
}

Json jsonOf(const JoinField& join)
{
    Json out;
    out["kind"] = join.kind;
    if (!join.isOfAllTypes)
        out["types"] = join.types;
    out["pointers"] = join.pointers;
    return out;
}

Json jsonOf(const DefinitionContext& context)
{
    Json out = Json::object();
    put(out, "user", context.user);
    put(out, "amount", context.amount);
    put(out, "currency", context.currency);
    return out;
}

Json jsonOf(const InferenceRule& rule)
{
    const InferenceWeights& weights = rule.weights;
    Json out;
    out["weights"] = {{"user", weights.user}, {"amount", weights.amount}, {"currency", weights.currency},
                      {"time", weights.time}, {"nextStep", weights.nextStep}};
    out["windowMs"] = rule.window.count();
    if (rule.clockTolerance.count() != 0)
        out["clockToleranceMs"] = rule.clockTolerance.count();
    out["threshold"] = rule.threshold;
    out["margin"] = rule.margin;
    return out;
}

Json jsonOf(const StepDefinition& step)
{
    Json out;
    out["name"] = step.name;
    out["eventType"] = step.eventType;
    put(out, "aliases", step.aliases);
    put(out, "metadataStep", step.metadataStep);
    put(out, "service", step.service);
    out["role"] = roleName(step.role);
    if (step.isRequired)
        out["required"] = true;
    if (step.isRepeatable)
        out["repeatable"] = true;
    put(out, "compensates", step.compensates);
    put(out, "awaits", step.awaits);
    if (step.timeLimit.count() != 0)
        out["timeLimitMs"] = step.timeLimit.count();
    put(out, "supersededBy", step.supersededBy);
    out["fact"] = step.fact;
    put(out, "amount", step.amount);
    return out;
}

Json jsonOf(const FollowRule& rule)
{
    return {{"effect", rule.effect}, {"causes", rule.causes}};
}

Json jsonOf(const Invariant& invariant)
{
    return {{"rule", base::ruleName(invariant.rule)},
            {"name", invariant.name},
            {"present", invariant.present},
            {"absent", invariant.absent}};
}

template <typename Part> Json listOf(const std::vector<Part>& parts)
{
    Json list = Json::array();
    for (const Part& part : parts)
        list.push_back(jsonOf(part));
    return list;
}

Json jsonOf(const SagaDefinition& definition)
{
    Json out;
    out["name"] = definition.name;
    out["style"] = definition.style == DefinitionStyle::Orchestrated ? "orchestrated" : "choreographed";
    out["description"] = definition.description;
    out["keyKinds"] = definition.keyKinds;
    put(out, "requiresKind", definition.requiresKind);
    put(out, "requiresAnyKind", definition.requiresAnyKind);
    out["start"] = definition.start.empty() ? Json() : Json(definition.start);
    out["hasEnd"] = definition.hasEnd;
    out["joins"] = listOf(definition.joins);
    put(out, "context", jsonOf(definition.context));
    if (definition.inference)
        out["inference"] = jsonOf(*definition.inference);
    out["steps"] = listOf(definition.steps);
    out["outcomes"] = {{"success", definition.success}, {"failing", definition.failing}};
    put(out, "sideEffects", definition.sideEffects);
    put(out, "follows", listOf(definition.follows));
    put(out, "invariants", listOf(definition.invariants));
    return out;
}

/// Lays JSON out for reading: what fits on a line stands on one, lists of texts fill their lines, lists of objects get
/// a line or more per object.
class Layout
{
public:
    std::string operator()(const Json& definition)
    {
        writeObject(definition, 0);
        m_out += '\n';
        return std::move(m_out);
    }

private:
    static std::string flat(const Json& value)
    {
        if (!value.is_structured())
            return value.dump(-1, ' ', false, Json::error_handler_t::replace);
        std::string out(1, value.is_object() ? '{' : '[');
        for (auto item = value.begin(); item != value.end(); ++item) {
            out += item == value.begin() ? "" : ", ";
            if (value.is_object())
                out += Json(item.key()).dump() + ": ";
            out += flat(*item);
        }
        return out + (value.is_object() ? '}' : ']');
    }

    static bool hasObjects(const Json& value)
    {
        return value.is_array() && std::any_of(value.begin(), value.end(), [](const Json& v) { return v.is_object(); });
    }

    /// `used`: what stands on the line already, and what must still follow.
    void write(const Json& value, std::size_t indent, std::size_t used, bool isUnfolded)
    {
        std::string line = flat(value);
        if (!hasObjects(value) && !isUnfolded && (!value.is_structured() || used + line.size() <= kWidth))
            m_out += line;
        else if (value.is_object())
            writeObject(value, indent);
        else if (hasObjects(value))
            writeObjects(value, indent);
        else
            writeTexts(value, indent);
    }

    void writeObject(const Json& object, std::size_t indent)
    {
        m_out += '{';
        for (auto item = object.begin(); item != object.end(); ++item) {
            beginLine(item == object.begin(), indent + 2);
            const std::string name = Json(item.key()).dump() + ": ";
            m_out += name;
            m_isSteps = item.key() == "steps";
            write(*item, indent + 2, indent + 2 + name.size() + 1, false);
        }
        endLines(indent, '}');
    }

    void writeObjects(const Json& list, std::size_t indent)
    {
        const bool isUnfolded = m_isSteps; // a step is read member by member
        m_out += '[';
        for (auto item = list.begin(); item != list.end(); ++item) {
            beginLine(item == list.begin(), indent + 2);
            write(*item, indent + 2, indent + 2 + 1, isUnfolded);
        }
        endLines(indent, ']');
    }

    void writeTexts(const Json& list, std::size_t indent)
    {
        m_out += '[';
        std::size_t used = kWidth;
        for (auto item = list.begin(); item != list.end(); ++item) {
            const std::string text = flat(*item);
            const bool isNewLine = used + text.size() + 2 > kWidth;
            if (isNewLine)
                beginLine(item == list.begin(), indent + 2);
            else
                m_out += ", ";
            used = (isNewLine ? indent + 2 : used + 2) + text.size();
            m_out += text;
        }
        endLines(indent, ']');
    }

    void beginLine(bool isFirst, std::size_t indent)
    {
        m_out += isFirst ? "\n" : ",\n";
        m_out.append(indent, ' ');
    }

    void endLines(std::size_t indent, char bracket)
    {
        m_out += '\n';
        m_out.append(indent, ' ');
        m_out += bracket;
    }

    std::string m_out;
    bool m_isSteps = false;
};

} // namespace

std::string writeSagaDefinition(const SagaDefinition& definition)
{
    return Layout()(jsonOf(definition));
}

} // namespace sagascope::catalog
