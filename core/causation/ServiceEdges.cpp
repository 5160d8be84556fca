// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/causation/ServiceMap.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "core/catalog/Catalog.h"

namespace sagascope::causation {
namespace {

using Declared = std::pair<std::string_view, std::string_view>;

// One group per service is enough for an edge; any live group makes the consumer live.
std::map<std::string_view, bool> consumersOf(const catalog::DeclaredTopic* topic)
{
    std::map<std::string_view, bool> services;
    if (topic)
        for (const catalog::DeclaredConsumer& consumer : topic->consumers)
            services[consumer.service] |= consumer.isLive;
    return services;
}

void addObserved(const PublishedCounts& published, const catalog::Catalog& catalog, std::vector<ServiceEdge>& edges)
{
    for (const auto& [pair, events] : published) {
        const auto& [source, topic] = pair;
        const auto consumers = consumersOf(catalog.topic(topic));
        for (const auto& [service, isLive] : consumers)
            edges.push_back({source, std::string(service), topic, events, true, isLive});
        if (consumers.empty())
            edges.push_back({source, {}, topic, events, true, false});
    }
}

void addDeclared(const PublishedCounts& published, const catalog::Catalog& catalog, std::vector<ServiceEdge>& edges)
{
    for (const catalog::DeclaredTopic& topic : catalog.topics()) {
        std::set<std::string_view> producers;
        for (const catalog::DeclaredProducer& producer : topic.producers)
            producers.insert(producer.service);
        for (const std::string_view producer : producers) {
            if (published.find(Declared(producer, topic.name)) != published.end())
                continue;
            for (const auto& [service, isLive] : consumersOf(&topic))
                edges.push_back({std::string(producer), std::string(service), topic.name, 0, false, isLive});
        }
    }
}

} // namespace

std::vector<ServiceEdge> serviceEdges(const ServiceMap::View& view, const catalog::Catalog& catalog)
{
    static const PublishedCounts kNothing;
    const PublishedCounts& published = view.published ? *view.published : kNothing;
    std::vector<ServiceEdge> edges;
    addObserved(published, catalog, edges);
    addDeclared(published, catalog, edges);
    std::sort(edges.begin(), edges.end(), [](const ServiceEdge& a, const ServiceEdge& b) {
        return std::tie(a.from, a.topic, a.to) < std::tie(b.from, b.topic, b.to);
    });
    return edges;
}

} // namespace sagascope::causation
