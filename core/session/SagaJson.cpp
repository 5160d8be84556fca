// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SagaJson.h"

#include <cmath>

#include "core/base/RuleSentence.h"
#include "core/catalog/Catalog.h"

namespace sagascope::session {
namespace {

template <typename T> Json valueOrNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json();
}

double rounded(double share)
{
    return std::round(share * 10'000) / 10'000;
}

} // namespace

Json SagaJson::timeOrNull(base::Timestamp time)
{
    return time == base::kNoTime ? Json() : Json(base::formatIso8601(time));
}

Json SagaJson::textOrNull(std::string_view text) const
{
    return text.empty() ? Json() : Json(m_dress.text(text));
}

Json SagaJson::at(base::EventIndex event) const
{
    const store::EventRow& row = m_snapshot.events.row(event);
    return {{"topic", m_dress.text(m_snapshot.events.topicName(row.topic))}, {"partition", row.partition}, {"offset", row.offset}};
}

Json SagaJson::ats(const std::vector<base::EventIndex>& events) const
{
    Json array = Json::array();
    for (const base::EventIndex event : events)
        array.push_back(at(event));
    return array;
}

Json SagaJson::why(const std::vector<saga::Why>& why) const
{
    Json array = Json::array();
    for (const saga::Why& w : why)
        array.push_back({{"kind", std::string(identity::kindName(w.kind))}, {"value", m_dress.text(w.value)}});
    return array;
}

/// What speaks for a link, feature by feature; what doesn't is left out.
Json SagaJson::parts(const std::vector<saga::ScorePart>& parts) const
{
    Json array = Json::array();
    for (const saga::ScorePart& part : parts) {
        if (part.fit > 0)
            array.push_back({{"kind", std::string(saga::featureName(part.feature))}, {"value", m_dress.text(valueText(part))},
                             {"weight", part.weight}, {"share", rounded(part.share())}});
    }
    return array;
}

Json SagaJson::candidate(const saga::Candidate& candidate) const
{
    return {{"key", m_dress.text(m_snapshot.sagas.saga(candidate.saga).key)}, {"score", candidate.score},
            {"why", parts(candidate.parts)}};
}

void SagaJson::putEvent(Json& json, base::EventIndex event) const
{
    const store::EventRow& row = m_snapshot.events.row(event);
    json["eventId"] = textOrNull(m_dress.eventId(event));
    json["eventType"] = m_dress.text(m_snapshot.events.text(row.type));
    json["source"] = textOrNull(m_snapshot.events.text(row.source));
    json["timestamp"] = timeOrNull(row.producerTime);
}

Json SagaJson::storyEvent(const saga::Story& story, const saga::StoryEvent& event) const
{
    Json json = at(event.event);
    putEvent(json, event.event);
    json["evidence"] = std::string(identity::evidenceName(event.evidence));
    json["score"] = valueOrNull(event.score);
    json["why"] = event.evidence == identity::Evidence::Inferred ? parts(story.link->parts) : Json::array();
    for (Json& reason : why(event.why))
        json["why"].push_back(std::move(reason));
    json["repeat"] = std::string(identity::repeatName(event.repeat));
    json["repeatOf"] = atOrNull(event.repeatOf);
    return json;
}

void SagaJson::writeEvent(JsonStream& out, const saga::Story& story, const saga::StoryEvent& event) const
{
    if (!m_dress.addToEvent)
        return out.value(storyEvent(story, event));
    const Json members = storyEvent(story, event);
    out.openObject();
    for (const auto& [name, value] : members.items())
        out.member(name, value);
    m_dress.addToEvent(out, event.event);
    out.closeObject();
}

Json SagaJson::edge(const identity::Edge& edge) const
{
    return {{"from", at(edge.from)}, {"to", at(edge.to)},
            {"evidence", std::string(identity::evidenceName(edge.evidence))},
            {"rule", textOrNull(edge.rule)}, {"score", valueOrNull(edge.score)}};
}

Json SagaJson::step(const saga::StoryStep& step) const
{
    return {{"name", step.name}, {"eventType", step.eventType},
            {"status", std::string(saga::stepStatusName(step.status))}, {"events", ats(step.events)}};
}

void SagaJson::write(JsonStream& out, const ReportSaga& reported) const
{
    const saga::Story& story = reported.story;
    out.openObject();
    out.member("key", m_dress.text(story.key));
    out.member("definition", story.definition ? Json(story.definition->name) : Json());
    out.member("style", std::string(saga::styleName(story.style)));
    out.member("state", std::string(saga::stateName(story.state)));
    out.member("startedAt", timeOrNull(story.startedAt));
    out.member("endedAt", timeOrNull(story.endedAt));
    out.member("identifiers", why(story.identifiers));
    out.name("events");
    out.openList();
    for (const saga::StoryEvent& event : story.events) {
        if (out.isStopped())
            break;
        writeEvent(out, story, event);
    }
    out.closeList();
    out.list("edges", story.edges, [this](const identity::Edge& e) { return edge(e); });
    out.list("steps", story.steps, [this](const saga::StoryStep& s) { return step(s); });
    out.list("candidates", story.candidates, [this](const saga::Candidate& c) { return candidate(c); });
    out.member("findings", reported.findings);
    out.closeObject();
}

Json SagaJson::finding(const ReportFinding& finding) const
{
    std::string message = base::ruleSentence(finding.rule);
    if (!finding.detail.empty())
        message += " (" + m_dress.text(finding.detail) + ")";
    return {{"id", finding.id}, {"rule", std::string(base::ruleName(finding.rule))},
            {"severity", std::string(base::severityName(base::ruleSeverity(finding.rule)))},
            {"message", message}, {"saga", textOrNull(finding.saga)}, {"events", ats(finding.events)}};
}

} // namespace sagascope::session
