// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/law/StoryLines.h"

#include <cstdio>
#include <map>
#include <set>

#include <nlohmann/json.hpp>

namespace sagascope::test {
namespace {

using Json = nlohmann::json;

/// Works on what the program prints, so that the fixtures hold the contract itself.
class Lines
{
public:
    explicit Lines(const session::Report& report) : m_json(Json::parse(toJson(report))) {}

    std::string write()
    {
        for (const Json& saga : m_json["sagas"])
            noteNames(saga["events"]);
        noteNames(m_json["unassigned"]);
        for (const Json& saga : m_json["sagas"])
            writeSaga(saga);
        for (const Json& event : m_json["unassigned"])
            m_text += "unassigned " + name(event) + repeat(event) + "\n";
        for (const Json& edge : m_json["edges"])
            writeEdge(edge, "");
        for (const Json& finding : m_json["findings"])
            writeFinding(finding);
        return m_text;
    }

private:
    static std::string coordinates(const Json& at)
    {
        return at["topic"].get<std::string>() + "[" + std::to_string(at["partition"].get<int>()) + "]@" + std::to_string(at["offset"].get<long>());
    }

    /// The event id where it names one event; else type and id or coordinates.
    void noteNames(const Json& events)
    {
        for (const Json& event : events) {
            const std::string id = event["eventId"].is_string() ? event["eventId"].get<std::string>() : std::string();
            std::string& taken = m_names[coordinates(event)];
            taken = id.empty() ? event["eventType"].get<std::string>() : id;
            for (int copy = 2; !m_taken.insert(taken).second; ++copy)
                taken = id + "#" + std::to_string(copy);
        }
    }

    [[nodiscard]] std::string name(const Json& at) const
    {
        const auto found = m_names.find(coordinates(at));
        return found == m_names.end() ? coordinates(at) : found->second;
    }

    [[nodiscard]] std::string repeat(const Json& event) const
    {
        const auto kind = event["repeat"].get<std::string>();
        return kind == "none" ? "" : ", " + kind + " of " + name(event["repeatOf"]);
    }

    static std::string score(const Json& of)
    {
        if (of["score"].is_null())
            return "";
        char text[16];
        std::snprintf(text, sizeof text, " %.2f", of["score"].get<double>());
        return text;
    }

    static std::string why(const Json& reasons)
    {
        std::string text;
        for (const Json& reason : reasons)
            text += (text.empty() ? "" : ", ") + reason["kind"].get<std::string>() + " " + reason["value"].get<std::string>();
        return text;
    }

    void writeSaga(const Json& saga)
    {
        const std::string definition = saga["definition"].is_null() ? "no definition" : saga["definition"].get<std::string>();
        m_text += "saga " + saga["key"].get<std::string>() + ": " + definition + ", " + saga["style"].get<std::string>() + ", "
            + saga["state"].get<std::string>() + "\n";
        for (const Json& event : saga["events"])
            m_text += "  " + name(event) + " " + event["eventType"].get<std::string>() + " " + event["evidence"].get<std::string>()
                + score(event) + " by " + why(event["why"]) + repeat(event) + "\n";
        for (const Json& edge : saga["edges"])
            writeEdge(edge, "  ");
        for (const Json& step : saga["steps"])
            writeStep(step);
        for (const Json& candidate : saga["candidates"])
            m_text += "  may belong with " + candidate["key"].get<std::string>() + score(candidate) + " by " + why(candidate["why"]) + "\n";
    }

    void writeEdge(const Json& edge, const std::string& indent)
    {
        m_text += indent + name(edge["from"]) + " -> " + name(edge["to"]) + " " + edge["evidence"].get<std::string>() + score(edge) + "\n";
    }

    void writeStep(const Json& step)
    {
        m_text += "  step " + step["name"].get<std::string>() + " " + step["status"].get<std::string>();
        for (const Json& event : step["events"])
            m_text += " " + name(event);
        m_text += "\n";
    }

    void writeFinding(const Json& finding)
    {
        const auto rule = base::ruleFromName(finding["rule"].get<std::string>());
        switch (base::ruleGroup(*rule)) {
        case base::RuleGroup::Correlation:
        case base::RuleGroup::Causation:
        case base::RuleGroup::Saga:
        case base::RuleGroup::Repeats:
        case base::RuleGroup::Retry: break;
        default: return;
        }
        m_text += finding["severity"].get<std::string>() + " " + finding["rule"].get<std::string>() + ":";
        for (const Json& event : finding["events"])
            m_text += " " + name(event);
        m_text += "\n";
    }

    Json m_json;
    std::map<std::string, std::string> m_names; ///< by coordinates
    std::set<std::string> m_taken;
    std::string m_text;
};

} // namespace

std::string storyLines(const session::Report& report)
{
    return Lines(report).write();
}

} // namespace sagascope::test
