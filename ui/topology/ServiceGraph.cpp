// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/ServiceGraph.h"

#include <QCoreApplication>
#include <QLocale>

#include <set>
#include <tuple>

#include "core/event/Event.h"
#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using causation::ServiceEdge;

const QString kNobody = QStringLiteral("nobody");

QString rateText(double eventsPerSecond)
{
    const int digits = eventsPerSecond > 0 && eventsPerSecond < 10 ? 1 : 0;
    return QCoreApplication::translate("ServiceGraph", "%1/s", "events per second")
        .arg(QLocale().toString(eventsPerSecond, 'f', digits));
}

// `booking.created` for `dreamscape.voyage.booking.created`: the colour already names the domain.
QString shortTopic(std::string_view topic)
{
    constexpr std::string_view kPrefix = "dreamscape.";
    if (topic.starts_with(kPrefix))
        topic.remove_prefix(kPrefix.size());
    const std::size_t dot = topic.find('.');
    const bool hasEntity = dot != std::string_view::npos && topic.find('.', dot + 1) != std::string_view::npos;
    const bool isQueue = event::topicRole(topic) != event::TopicRole::Ordinary || topic.starts_with("dead.letter");
    return toQString(hasEntity && !isQueue ? topic.substr(dot + 1) : topic);
}

class ServiceDrawing
{
public:
    ServiceDrawing(std::span<const ServiceEdge> edges, const TopicRates& rates) : m_edges(edges), m_rates(rates)
    {
        // A topic with several consumers has an edge for each: its publishers count once.
        std::set<std::pair<std::string_view, std::string_view>> counted;
        for (const ServiceEdge& edge : edges)
            if (edge.isObserved && counted.emplace(edge.from, edge.topic).second)
                m_published[edge.topic] += edge.events;
    }

    Graph draw(bool showsNeverSeen)
    {
        for (const ServiceEdge& edge : m_edges)
            if (edge.isObserved || showsNeverSeen)
                add(edge);
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            if (m_graph.nodes[i].kind == NodeKind::Service)
                m_graph.nodes[i].subtitle = rateText(m_rateOf[i]);
        nameGathered();
        return std::move(m_graph);
    }

private:
    double rateOf(const ServiceEdge& edge) const
    {
        const auto rate = m_rates.find(edge.topic);
        const auto published = m_published.find(edge.topic);
        if (!edge.isObserved || rate == m_rates.end() || published == m_published.end() || published->second == 0)
            return 0;
        return rate->second * double(edge.events) / double(published->second);
    }

    int nodeOf(const QString& id, NodeKind kind, const QString& title, const QString& domain)
    {
        const auto [known, isNew] = m_nodeOf.try_emplace(id, int(m_graph.nodes.size()));
        if (isNew)
            m_graph.nodes.push_back({id, kind, title, {}, domain, {}, 0, {}});
        return known->second;
    }

    int service(const std::string& name)
    {
        const QString title =
            name.empty() ? QCoreApplication::translate("ServiceGraph", "no source given") : toQString(name);
        return nodeOf(QStringLiteral("service:") + toQString(name), NodeKind::Service, title, domainOfService(name));
    }

    // `payment-service` publishes in the domain payment.
    static QString domainOfService(std::string_view name) { return toQString(name.substr(0, name.find('-'))); }

    int target(const ServiceEdge& edge)
    {
        const event::TopicRole role = event::topicRole(edge.topic);
        const QString retry = QStringLiteral("retry");
        if (role == event::TopicRole::Retry)
            return nodeOf(QStringLiteral("queue:retry"), NodeKind::Queue,
                          QCoreApplication::translate("ServiceGraph", "retry queue"), retry);
        if (role == event::TopicRole::DeadLetter)
            return nodeOf(QStringLiteral("queue:dead-letters"), NodeKind::Queue,
                          QCoreApplication::translate("ServiceGraph", "dead letters"), retry);
        if (edge.to.empty())
            return nodeOf(kNobody, NodeKind::Nobody, QCoreApplication::translate("ServiceGraph", "no known consumer"),
                          {});
        return service(edge.to);
    }

    void add(const ServiceEdge& edge)
    {
        const int from = service(edge.from);
        const int to = target(edge);
        const double rate = rateOf(edge);
        const bool isFirst = m_counted.emplace(edge.from, edge.topic).second;
        if (isFirst)
            m_rateOf[std::size_t(from)] += rate;
        // One edge per topic between services; everything that goes to nobody, or into a queue, in one edge each.
        const bool isGathered = m_graph.nodes[std::size_t(to)].kind != NodeKind::Service;
        const auto key = std::tuple(from, to, isGathered ? std::string() : edge.topic);
        const auto [known, isNew] = m_edgeOf.try_emplace(key, m_graph.edges.size());
        if (isNew)
            m_graph.edges.push_back({from,
                                     to,
                                     edge.isObserved ? EdgeKind::Traffic : EdgeKind::NeverSeen,
                                     shortTopic(edge.topic),
                                     domainOf(edge.topic),
                                     {},
                                     0,
                                     0});
        GraphEdge& drawn = m_graph.edges[known->second];
        if (isGathered && !isFirst)
            return;
        drawn.topics << toQString(edge.topic);
        drawn.events += edge.events;
        drawn.eventsPerSecond += rate;
    }

    void nameGathered()
    {
        for (GraphEdge& edge : m_graph.edges)
            if (edge.topics.size() > 1)
                edge.label =
                    QCoreApplication::translate("ServiceGraph", "%n topic(s)", nullptr, int(edge.topics.size()));
    }

    std::span<const ServiceEdge> m_edges;
    const TopicRates& m_rates;
    Graph m_graph;
    std::map<std::string_view, std::uint64_t> m_published;
    std::map<QString, int> m_nodeOf;
    std::map<std::tuple<int, int, std::string>, std::size_t> m_edgeOf;
    std::set<std::pair<std::string, std::string>> m_counted;
    std::map<std::size_t, double> m_rateOf;
};

} // namespace

Graph serviceGraph(std::span<const causation::ServiceEdge> edges, const TopicRates& rates, bool showsNeverSeen)
{
    return ServiceDrawing(edges, rates).draw(showsNeverSeen);
}

} // namespace sagascope::ui
