// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/GraphDrawer.h"

#include <chrono>

#include "core/catalog/Catalog.h"
#include "core/causation/ServiceMap.h"
#include "core/saga/Tell.h"
#include "ui/common/CodeText.h"
#include "ui/topology/CausationGraph.h"
#include "ui/topology/ServiceGraph.h"

namespace sagascope::ui {
namespace {

void layOut(Drawing& drawing, LayoutCache& cache)
{
    const auto layout = cache.layoutOf(layoutInput(drawing.graph));
    if (!layout) {
        drawing.failure = layout.error();
        drawing.graph = {};
        return;
    }
    drawing.geometry = geometryOf(drawing.graph, **layout);
}

TopicRates recentRates(const session::Snapshot& snapshot)
{
    constexpr auto kSpan = std::chrono::seconds(10);
    TopicRates rates;
    const base::Timestamp last = snapshot.throughput.last();
    if (last == base::kNoTime)
        return rates;
    for (std::size_t i = 0; i < snapshot.events.topicCount(); ++i) {
        const base::TopicId topic(static_cast<std::uint16_t>(i));
        std::uint64_t events = 0;
        for (const metrics::Bucket& bucket :
             snapshot.throughput.series(topic, last - kSpan, last, std::chrono::seconds(1)))
            events += bucket.events;
        rates.emplace(snapshot.events.topicName(topic), double(events) / double(kSpan.count()));
    }
    return rates;
}

} // namespace

Drawing drawStory(const saga::Story& story, const session::Snapshot& snapshot, std::size_t most, LayoutCache& cache,
                  StopToken stop)
{
    Drawing drawing;
    drawing.caption = toQString(story.key);
    CausationGraph causation = causationGraph(story, snapshot.events, most);
    drawing.causation = causation.summary;
    drawing.graph = std::move(causation.graph);
    if (stop.stopRequested())
        return {};
    layOut(drawing, cache);
    return drawing;
}

Drawing drawSaga(const session::Snapshot& snapshot, base::SagaId saga, LayoutCache& cache)
{
    const QString subject = QStringLiteral("saga:%1").arg(saga.value);
    Drawing nothing;
    nothing.subject = subject;
    if (!saga.isValid() || saga.value >= snapshot.sagas.slotCount() || !snapshot.catalog)
        return nothing;
    const auto members = snapshot.sagas.saga(saga).events;
    if (!members)
        return nothing;
    const saga::Story story =
        saga::tell(*members, snapshot.events, snapshot.identity, *snapshot.catalog, snapshot.takenAt);
    Drawing drawing = drawStory(story, snapshot, causation::kMaxDotNodes, cache);
    drawing.subject = subject;
    return drawing;
}

Drawing drawServices(const session::Snapshot& snapshot, bool showsNeverSeen, LayoutCache& cache)
{
    Drawing drawing;
    drawing.subject = QStringLiteral("services");
    if (!snapshot.catalog)
        return drawing;
    const auto edges = causation::serviceEdges(snapshot.services, *snapshot.catalog);
    drawing.graph = serviceGraph(edges, recentRates(snapshot), showsNeverSeen);
    layOut(drawing, cache);
    return drawing;
}

} // namespace sagascope::ui
