// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaIndex.h"

#include <algorithm>

namespace sagascope::ui {
namespace {

constexpr base::Timestamp kNotShown = base::Timestamp::max();

bool isSameLine(const saga::SagaSummary& a, const saga::SagaSummary& b)
{
    return a.isAlive == b.isAlive && a.state == b.state && a.events == b.events && a.key == b.key &&
           a.findingCount == b.findingCount && a.repeatCount == b.repeatCount && a.startedAt == b.startedAt &&
           a.endedAt == b.endedAt && a.lastEventAt == b.lastEventAt && a.definition == b.definition;
}

} // namespace

SagaDelta SagaIndex::update(session::SnapshotPtr snapshot, const SagaFilter& filter, StopToken stop)
{
    SagaDelta delta;
    delta.snapshot = snapshot;
    delta.filter = filter;
    const bool isNewFilter = !m_last || !(filter == m_filter);
    m_filter = filter;
    m_shownAt.resize(snapshot->sagas.slotCount(), kNotShown);
    if (isNewFilter)
        rebuild(delta, stop);
    else
        compare(delta);
    std::sort(delta.removed.begin(), delta.removed.end());
    std::sort(delta.inserted.begin(), delta.inserted.end());
    std::sort(delta.changed.begin(), delta.changed.end());
    // A stopped rebuild is incomplete: the next update must start anew.
    m_last = stop.stopRequested() ? nullptr : snapshot;
    return delta;
}

void SagaIndex::rebuild(SagaDelta& delta, StopToken stop)
{
    delta.isWhole = true;
    const std::size_t count = delta.snapshot->sagas.slotCount();
    for (std::uint32_t slot = 0; slot < count && !stop.stopRequested(); ++slot) {
        const base::SagaId saga(slot);
        const bool isShown = m_filter.matches(*delta.snapshot, saga);
        m_shownAt[slot] = isShown ? delta.snapshot->sagas.saga(saga).startedAt : kNotShown;
        if (isShown)
            delta.inserted.push_back({m_shownAt[slot], saga});
    }
}

void SagaIndex::compare(SagaDelta& delta)
{
    const auto& before = m_last->sagas;
    const auto& now = delta.snapshot->sagas;
    now.forEachChanged(before, [&](std::size_t first, std::size_t end) {
        for (std::size_t slot = first; slot < end; ++slot) {
            const base::SagaId saga(static_cast<std::uint32_t>(slot));
            const bool isSame = slot < before.slotCount() && isSameLine(before.saga(saga), now.saga(saga));
            compareSlot(delta, saga, isSame);
        }
    });
}

void SagaIndex::compareSlot(SagaDelta& delta, base::SagaId saga, bool wasUnchanged)
{
    if (wasUnchanged)
        return;
    base::Timestamp& shownAt = m_shownAt[saga.value];
    const bool isShown = m_filter.matches(*delta.snapshot, saga);
    const base::Timestamp start = delta.snapshot->sagas.saga(saga).startedAt;
    if (isShown && shownAt == start) {
        delta.changed.push_back({start, saga});
        return;
    }
    if (shownAt != kNotShown)
        delta.removed.push_back({shownAt, saga});
    if (isShown)
        delta.inserted.push_back({start, saga});
    shownAt = isShown ? start : kNotShown;
}

} // namespace sagascope::ui
