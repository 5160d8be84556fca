// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Derivation.h"

#include <chrono>
#include <utility>

namespace sagascope::session {
namespace {

using saga::SagaTracker;

constexpr std::size_t kStretchesPerUpdate = 16;

} // namespace

Derivation::Derivation(std::unique_ptr<SagaTracker> tracker, std::shared_ptr<base::ColumnSpace> columns)
    : m_tracker(std::move(tracker)), m_idSieve(std::move(columns))
{
    show();
}

Derivation::~Derivation()
{
    wait();
}

void Derivation::derive(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now,
                        SagaTracker::Lag lag)
{
    wait();
    m_tracker->update(identity, events, now, lag);
    m_idSieve.extend(events, identity.view(), lag == SagaTracker::Lag::None ? events.size() : kStretchesPerUpdate);
    show();
}

bool Derivation::deriveBeside(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now)
{
    static_cast<void>(latest());
    if (m_beside.valid())
        return false;
    m_tracker->gather(identity, events);
    m_beside = std::async(std::launch::async, [this, events, ids = identity.view(), now] {
        m_tracker->tell(now);
        m_idSieve.extend(events, ids, events.size());
    });
    return true;
}

const Derivation::Derived& Derivation::latest()
{
    if (m_beside.valid() && m_beside.wait_for(std::chrono::seconds(0)) == std::future_status::ready)
        wait();
    return m_latest;
}

void Derivation::wait()
{
    if (!m_beside.valid())
        return;
    m_beside.get();
    show();
}

void Derivation::show()
{
    m_latest = {m_tracker->view(), m_tracker->countByState(), m_tracker->memberCount(), m_idSieve.view()};
}

} // namespace sagascope::session
