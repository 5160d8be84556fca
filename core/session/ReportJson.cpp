// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <map>

#include <nlohmann/json.hpp>

#include "core/base/RuleSentence.h"
#include "core/catalog/Catalog.h"
#include "core/event/Decoder.h"
#include "core/session/Report.h"

namespace sagascope::session {
namespace {

using Json = nlohmann::ordered_json;

constexpr int kContract = 1;

/// Texts come from any bytes of any producer: invalid UTF-8 is replaced, never thrown at.
std::string dump(const Json& json)
{
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

Json timeOrNull(base::Timestamp time)
{
    return time == base::kNoTime ? Json() : Json(base::formatIso8601(time));
}

Json textOrNull(std::string_view text)
{
    return text.empty() ? Json() : Json(std::string(text));
}

template <typename T> Json valueOrNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json();
}

/// Event ids as the producers wrote them: columns hold only their hashes, so the records are read once, in order.
std::vector<std::string> readEventIds(const store::EventStore::View& events)
{
    std::vector<std::string> ids(events.size());
    event::Decoder decoder;
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        const base::EventIndex index(i);
        if (events.row(index).eventId.isNull())
            continue;
        const auto batch = events.record(index);
        if (!batch)
            continue;
        const event::Decoded decoded = decoder.decode(batch->records().front());
        if (const auto* event = std::get_if<event::Event>(&decoded))
            ids[i] = std::string(event->eventId.text);
    }
    return ids;
}

class Writer
{
public:
    explicit Writer(const Report& report)
        : m_report(report), m_snapshot(*report.snapshot), m_events(m_snapshot.events), m_eventIds(readEventIds(m_events))
    {
    }

    [[nodiscard]] Json write() const
    {
        Json json;
        json["contract"] = kContract;
        json["asOf"] = timeOrNull(m_snapshot.takenAt);
        json["layers"] = {{"declared", true}, {"aliased", true}, {"inferred", true}};
        json["counts"] = counts();
        json["events"] = m_snapshot.counts.events;
        json["undecodable"] = list(m_report.undecodable, [this](base::EventIndex event) { return undecodable(event); });
        json["later"] = ats(m_report.later);
        json["sagas"] = list(m_report.sagas, [this](const ReportSaga& saga) { return sagaJson(saga); });
        json["unassigned"] = list(m_report.unassigned, [this](const ReportUnassigned& u) { return unassigned(u); });
        json["edges"] = list(m_report.edges, [this](const identity::Edge& edge) { return edgeJson(edge); });
        json["findings"] = list(m_report.findings, [this](const ReportFinding& finding) { return findingJson(finding); });
        json["lag"] = lag();
        json["throughput"] = throughput();
        return json;
    }

private:
    template <typename Items, typename Make> static Json list(const Items& items, Make&& make)
    {
        Json array = Json::array();
        for (const auto& item : items)
            array.push_back(make(item));
        return array;
    }

    [[nodiscard]] Json counts() const
    {
        const Counts& c = m_snapshot.counts;
        return {{"records", c.records}, {"events", c.events},
                {"undecodable", c.undecodable}, {"later", c.later},
                {"sameCoordinates", c.sameCoordinates}, {"unreadableLines", c.unreadableLines}};
    }

    [[nodiscard]] Json at(base::EventIndex event) const
    {
        const store::EventRow& row = m_events.row(event);
        return {{"topic", std::string(m_events.topicName(row.topic))}, {"partition", row.partition}, {"offset", row.offset}};
    }

    [[nodiscard]] Json atOrNull(base::EventIndex event) const { return event.isValid() ? at(event) : Json(); }

    [[nodiscard]] Json ats(const std::vector<base::EventIndex>& events) const
    {
        return list(events, [this](base::EventIndex event) { return at(event); });
    }

    [[nodiscard]] Json undecodable(base::EventIndex event) const
    {
        Json json = at(event);
        const auto hits = m_events.hitsOf(event);
        json["reason"] = hits.empty() ? Json() : Json(std::string(base::ruleName(hits.front().rule)));
        return json;
    }

    [[nodiscard]] static Json whyJson(const std::vector<saga::Why>& why)
    {
        return list(why, [](const saga::Why& w) {
            return Json{{"kind", std::string(identity::kindName(w.kind))}, {"value", w.value}};
        });
    }

    /// What speaks for a link, feature by feature; what doesn't is left out.
    [[nodiscard]] static Json partsJson(const std::vector<saga::ScorePart>& parts)
    {
        Json array = Json::array();
        for (const saga::ScorePart& part : parts) {
            if (part.fit > 0)
                array.push_back({{"kind", std::string(saga::featureName(part.feature))}, {"value", valueText(part)},
                                 {"weight", part.weight}, {"share", rounded(part.share())}});
        }
        return array;
    }

    [[nodiscard]] static double rounded(double share) { return std::round(share * 10'000) / 10'000; }

    [[nodiscard]] Json candidateJson(const saga::Candidate& candidate) const
    {
        return {{"key", m_snapshot.sagas.saga(candidate.saga).key}, {"score", candidate.score}, {"why", partsJson(candidate.parts)}};
    }

    void putEvent(Json& json, base::EventIndex event) const
    {
        const store::EventRow& row = m_events.row(event);
        json["eventId"] = textOrNull(m_eventIds[event.value]);
        json["eventType"] = std::string(m_events.text(row.type));
        json["source"] = textOrNull(m_events.text(row.source));
        json["timestamp"] = timeOrNull(row.producerTime);
    }

    [[nodiscard]] Json storyEvent(const saga::Story& story, const saga::StoryEvent& event) const
    {
        Json json = at(event.event);
        putEvent(json, event.event);
        json["evidence"] = std::string(identity::evidenceName(event.evidence));
        json["score"] = valueOrNull(event.score);
        json["why"] = event.evidence == identity::Evidence::Inferred ? partsJson(story.link->parts) : Json::array();
        for (Json& why : whyJson(event.why))
            json["why"].push_back(std::move(why));
        json["repeat"] = std::string(identity::repeatName(event.repeat));
        json["repeatOf"] = atOrNull(event.repeatOf);
        return json;
    }

    [[nodiscard]] Json edgeJson(const identity::Edge& edge) const
    {
        return {{"from", at(edge.from)}, {"to", at(edge.to)},
                {"evidence", std::string(identity::evidenceName(edge.evidence))},
                {"rule", textOrNull(edge.rule)}, {"score", valueOrNull(edge.score)}};
    }

    [[nodiscard]] Json stepJson(const saga::StoryStep& step) const
    {
        return {{"name", step.name}, {"eventType", step.eventType},
                {"status", std::string(saga::stepStatusName(step.status))}, {"events", ats(step.events)}};
    }

    [[nodiscard]] Json sagaJson(const ReportSaga& reported) const
    {
        const saga::Story& story = reported.story;
        Json json;
        json["key"] = story.key;
        json["definition"] = story.definition ? Json(story.definition->name) : Json();
        json["style"] = std::string(saga::styleName(story.style));
        json["state"] = std::string(saga::stateName(story.state));
        json["startedAt"] = timeOrNull(story.startedAt);
        json["endedAt"] = timeOrNull(story.endedAt);
        json["identifiers"] = whyJson(story.identifiers);
        json["events"] = list(story.events, [&](const saga::StoryEvent& event) { return storyEvent(story, event); });
        json["edges"] = list(story.edges, [this](const identity::Edge& edge) { return edgeJson(edge); });
        json["steps"] = list(story.steps, [this](const saga::StoryStep& step) { return stepJson(step); });
        json["candidates"] = list(story.candidates, [this](const saga::Candidate& candidate) { return candidateJson(candidate); });
        json["findings"] = reported.findings;
        return json;
    }

    [[nodiscard]] Json unassigned(const ReportUnassigned& unassigned) const
    {
        Json json = at(unassigned.event);
        putEvent(json, unassigned.event);
        json["repeat"] = std::string(identity::repeatName(unassigned.repeat));
        json["repeatOf"] = atOrNull(unassigned.repeatOf);
        return json;
    }

    [[nodiscard]] Json findingJson(const ReportFinding& finding) const
    {
        std::string message = base::ruleSentence(finding.rule);
        if (!finding.detail.empty())
            message += " (" + finding.detail + ")";
        return {{"id", finding.id}, {"rule", std::string(base::ruleName(finding.rule))},
                {"severity", std::string(base::severityName(base::ruleSeverity(finding.rule)))},
                {"message", message}, {"saga", textOrNull(finding.saga)}, {"events", ats(finding.events)}};
    }

    [[nodiscard]] Json lag() const
    {
        return list(m_snapshot.lag, [](const metrics::LagSample& sample) {
            return Json{{"group", sample.group}, {"topic", sample.topic}, {"partition", sample.partition},
                        {"position", valueOrNull(sample.position)}, {"end", sample.end},
                        {"lag", valueOrNull(sample.lag())}, {"lagMs", valueOrNull(sample.lagMs)},
                        {"state", std::string(metrics::groupStateName(sample.state))}};
        });
    }

    [[nodiscard]] Json throughput() const
    {
        std::map<std::string, metrics::Bucket> byTopic;
        for (std::uint32_t i = 0; i < m_events.size(); ++i) { // a topic that was new later is not there yet
            const base::TopicId topic = m_events.row(base::EventIndex(i)).topic;
            if (!m_snapshot.isLater(base::EventIndex(i)))
                byTopic.try_emplace(std::string(m_events.topicName(topic)), m_snapshot.throughput.total(topic));
        }
        Json topics = list(byTopic, [](const auto& entry) {
            return Json{{"topic", entry.first}, {"events", entry.second.events}, {"bytes", entry.second.bytes}};
        });
        return {{"from", timeOrNull(m_snapshot.throughput.first())}, {"to", timeOrNull(m_snapshot.throughput.last())},
                {"topics", topics}};
    }

    const Report& m_report;
    const Snapshot& m_snapshot;
    const store::EventStore::View& m_events;
    std::vector<std::string> m_eventIds;
};

} // namespace

std::string toJson(const Report& report)
{
    return dump(Writer(report).write()) + "\n";
}

} // namespace sagascope::session
