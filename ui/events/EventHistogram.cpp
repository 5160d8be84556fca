// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventHistogram.h"

#include <algorithm>
#include <span>
#include <utility>

#include "core/base/Rule.h"
#include "ui/events/EventTableModel.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPaceMilliseconds = 80;
constexpr int kPiece = 131'072; // rows: a fraction of a millisecond to hand over

bool hasError(const store::EventStore::View& events, base::EventIndex event)
{
    if (!events.row(event).has(store::EventFlag::HasHits))
        return false;
    const std::span<const store::StoredHit> hits = events.hitsOf(event);
    return std::any_of(hits.begin(), hits.end(), [](const store::StoredHit& hit) {
        return base::ruleSeverity(hit.rule) == base::Severity::Error;
    });
}

} // namespace

EventHistogram::EventHistogram(EventTableModel& model, QObject* parent)
    : QObject(parent), m_model(model), m_work([this](Reading reading) { take(std::move(reading)); })
{
    m_pace.setSingleShot(true);
    connect(&m_pace, &QTimer::timeout, this, &EventHistogram::count);
    connect(&model, &QAbstractItemModel::modelReset, this, &EventHistogram::begin);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, [this](const QModelIndex&, int first) {
        if (first < m_given)
            begin();
    });
    connect(&model, &QAbstractItemModel::rowsInserted, this, [this] {
        if (!m_pace.isActive())
            m_pace.start(kPaceMilliseconds);
    });
    begin();
}

void EventHistogram::setMostBars(int most)
{
    if (most == m_most)
        return;
    m_most = most;
    m_isOutdated = true;
    m_pace.start(kPaceMilliseconds);
}

void EventHistogram::begin()
{
    m_work.cancel();
    m_shelf = std::make_shared<Shelf>();
    m_given = 0;
    m_isOutdated = true;
    m_pace.start(kPaceMilliseconds);
}

int EventHistogram::categoryOf(Shelf& shelf, std::size_t topic, std::string_view name)
{
    constexpr int kLast = int(metrics::TimeHistogram::kCategories) - 1;
    if (topic >= shelf.categoryOfTopic.size())
        shelf.categoryOfTopic.resize(topic + 1, -1);
    int& category = shelf.categoryOfTopic[topic];
    if (category >= 0)
        return category;
    const QString domain = domainOf(name);
    category = int(shelf.domains.indexOf(domain));
    if (category < 0 && shelf.domains.size() < kLast) {
        category = int(shelf.domains.size());
        shelf.domains << domain;
    }
    return category = category < 0 ? kLast : category;
}

void EventHistogram::count()
{
    const int end = std::min(m_model.rowCount(), m_given + kPiece);
    if (m_work.isBusy() && m_given > 0) // its end asks again
        return;
    if (m_given == end && !m_isOutdated)
        return;
    std::vector<base::EventIndex> events;
    events.reserve(std::size_t(end - m_given));
    for (int row = m_given; row < end; ++row)
        events.push_back(m_model.eventAt(row));
    m_given = end;
    m_isOutdated = false;
    m_work.start([shelf = m_shelf, view = m_model.snapshot().events, events = std::move(events), most = m_most](const StopToken&) {
        for (const base::EventIndex event : events) {
            const store::EventRow& row = view.row(event);
            const int category = categoryOf(*shelf, row.topic.value, view.topicName(row.topic));
            shelf->histogram.add(event, row.brokerTime, std::size_t(category), hasError(view, event));
        }
        return Reading{shelf->histogram.bars(std::size_t(most)), shelf->domains};
    });
}

// Bars that stand for half of the rows would only mislead: they are shown when all rows are counted.
void EventHistogram::take(Reading reading)
{
    const bool isWhole = m_given == m_model.rowCount();
    if (isWhole || m_reading.bars.isEmpty()) {
        m_reading = std::move(reading);
        Q_EMIT changed();
    }
    if (!isWhole || m_isOutdated)
        m_pace.start(isWhole ? kPaceMilliseconds : 0);
}

} // namespace sagascope::ui
