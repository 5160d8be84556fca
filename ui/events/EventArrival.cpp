// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventArrival.h"

#include <utility>

namespace sagascope::ui {

EventArrival::EventArrival(QObject* parent)
    : QObject(parent), m_shelf(std::make_shared<session::ArrivalOrder>()), m_work([this](session::ArrivalOrder::View order) {
          m_order = std::move(order);
          Q_EMIT changed();
      })
{
}

void EventArrival::advance(const session::SnapshotPtr& snapshot)
{
    if (snapshot->events.size() <= m_order.size())
        return;
    // What runs is worth its result: the next one goes on from there.
    m_work.start(
        [snapshot, shelf = m_shelf](const StopToken&) {
            shelf->extend(snapshot->events);
            return shelf->view();
        },
        LatestWins<session::ArrivalOrder::View>::Running::Keep);
}

void EventArrival::reset()
{
    m_work.cancel();
    m_shelf = std::make_shared<session::ArrivalOrder>();
    m_order = {};
    Q_EMIT changed();
}

} // namespace sagascope::ui
