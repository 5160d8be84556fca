// SPDX-License-Identifier: GPL-3.0-or-later
#include <map>

#include "core/session/Report.h"
#include "core/session/SagaJson.h"
#include "core/store/EventReader.h"

namespace sagascope::session {
namespace {

template <typename T> Json valueOrNull(const std::optional<T>& value)
{
    return value ? Json(*value) : Json();
}

/// Event ids as the producers wrote them: columns hold only their hashes, so the records are read once, in order.
std::vector<std::string> readEventIds(const store::EventStore::View& events)
{
    std::vector<std::string> ids(events.size());
    store::EventReader reader(events);
    for (std::uint32_t i = 0; i < events.size(); ++i) {
        const base::EventIndex index(i);
        if (events.row(index).eventId.isNull())
            continue;
        if (const event::Event* event = reader.read(index))
            ids[i] = std::string(event->eventId.text);
    }
    return ids;
}

class Writer
{
public:
    Writer(const Report& report, TextSink sink)
        : m_report(report), m_snapshot(*report.snapshot), m_events(m_snapshot.events), m_eventIds(readEventIds(m_events)),
          m_sagas(m_snapshot, {[](std::string_view text) { return std::string(text); },
                               [this](base::EventIndex event) { return m_eventIds[event.value]; }, {}}),
          m_out(std::move(sink))
    {
    }

    void write()
    {
        m_out.openObject();
        m_out.member("contract", SagaJson::kContract);
        m_out.member("asOf", SagaJson::timeOrNull(m_snapshot.takenAt));
        m_out.member("layers", {{"declared", true}, {"aliased", true}, {"inferred", true}});
        m_out.member("counts", counts());
        m_out.member("events", m_snapshot.counts.events);
        m_out.list("undecodable", m_report.undecodable, [this](base::EventIndex event) { return undecodable(event); });
        m_out.list("later", m_report.later, [this](base::EventIndex event) { return m_sagas.at(event); });
        writeSagas();
        m_out.list("unassigned", m_report.unassigned, [this](const ReportUnassigned& u) { return unassigned(u); });
        m_out.list("edges", m_report.edges, [this](const identity::Edge& edge) { return m_sagas.edge(edge); });
        m_out.list("findings", m_report.findings, [this](const ReportFinding& finding) { return m_sagas.finding(finding); });
        m_out.list("lag", m_snapshot.lag, &Writer::lag);
        m_out.member("throughput", throughput());
        m_out.closeObject();
    }

private:
    void writeSagas()
    {
        m_out.name("sagas");
        m_out.openList();
        for (const ReportSaga& saga : m_report.sagas)
            m_sagas.write(m_out, saga);
        m_out.closeList();
    }

    [[nodiscard]] Json counts() const
    {
        const Counts& c = m_snapshot.counts;
        return {{"records", c.records}, {"events", c.events},
                {"undecodable", c.undecodable}, {"later", c.later},
                {"sameCoordinates", c.sameCoordinates}, {"unreadableLines", c.unreadableLines}};
    }

    [[nodiscard]] Json undecodable(base::EventIndex event) const
    {
        Json json = m_sagas.at(event);
        const auto hits = m_events.hitsOf(event);
        json["reason"] = hits.empty() ? Json() : Json(std::string(base::ruleName(hits.front().rule)));
        return json;
    }

    [[nodiscard]] Json unassigned(const ReportUnassigned& unassigned) const
    {
        Json json = m_sagas.at(unassigned.event);
        m_sagas.putEvent(json, unassigned.event);
        json["repeat"] = std::string(identity::repeatName(unassigned.repeat));
        json["repeatOf"] = m_sagas.atOrNull(unassigned.repeatOf);
        return json;
    }

    [[nodiscard]] static Json lag(const metrics::LagSample& sample)
    {
        return {{"group", sample.group}, {"topic", sample.topic}, {"partition", sample.partition},
                {"position", valueOrNull(sample.position)}, {"end", sample.end},
                {"lag", valueOrNull(sample.lag())}, {"lagMs", valueOrNull(sample.lagMs)},
                {"state", std::string(metrics::groupStateName(sample.state))}};
    }

    [[nodiscard]] Json throughput() const
    {
        std::map<std::string, metrics::Bucket> byTopic;
        for (std::uint32_t i = 0; i < m_events.size(); ++i) { // a topic that was new later is not there yet
            const base::TopicId topic = m_events.row(base::EventIndex(i)).topic;
            if (!m_snapshot.isLater(base::EventIndex(i)))
                byTopic.try_emplace(std::string(m_events.topicName(topic)), m_snapshot.throughput.total(topic));
        }
        Json topics = Json::array();
        for (const auto& [topic, total] : byTopic)
            topics.push_back({{"topic", topic}, {"events", total.events}, {"bytes", total.bytes}});
        return {{"from", SagaJson::timeOrNull(m_snapshot.throughput.first())},
                {"to", SagaJson::timeOrNull(m_snapshot.throughput.last())}, {"topics", topics}};
    }

    const Report& m_report;
    const Snapshot& m_snapshot;
    const store::EventStore::View& m_events;
    std::vector<std::string> m_eventIds;
    SagaJson m_sagas;
    JsonStream m_out;
};

} // namespace

std::string toJson(const Report& report)
{
    std::string text;
    Writer(report, [&text](std::string_view piece) {
        text += piece;
        return true;
    }).write();
    return text + "\n";
}

} // namespace sagascope::session
