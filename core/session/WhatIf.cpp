// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/WhatIf.h"

#include <algorithm>
#include <utility>

#include "core/session/Retelling.h"
#include "core/session/SagaComparison.h"

namespace sagascope::session {
namespace {

/// Records between two looks whether anybody still wants the answer: some milliseconds.
constexpr std::uint32_t kSlice = 4096;
/// … and between two updates of the sagas, which take longer.
constexpr std::uint32_t kRecordsPerUpdate = 12 * kSlice;
/// Part of the way that is done when everything was told; comparing is the rest.
constexpr double kTold = 0.95;

class Telling
{
public:
    Telling(const Snapshot& snapshot, const std::shared_ptr<const catalog::Catalog>& changed, bool isDescribedAnew)
        : m_snapshot(snapshot),
          m_retelling(isDescribedAnew ? Retelling(changed) : Retelling(changed, snapshot.identity))
    {
    }

    /// False when stopped.
    bool run(const std::function<void(double)>& onProgress, const std::function<bool()>& isStopped)
    {
        const auto size = std::uint32_t(m_snapshot.events.size());
        for (std::uint32_t next = 0; next < size;) {
            for (const std::uint32_t end = std::min(size, next + kSlice); next < end; ++next)
                m_retelling.take(m_snapshot.events, base::EventIndex(next), !m_snapshot.isLater(base::EventIndex(next)));
            if (next % kRecordsPerUpdate == 0)
                m_retelling.update(m_snapshot.events, m_snapshot.takenAt);
            if (isStopped && isStopped())
                return false;
            if (onProgress)
                onProgress(kTold * double(next) / double(size));
        }
        m_retelling.update(m_snapshot.events, m_snapshot.takenAt, saga::SagaTracker::Lag::None);
        return true;
    }

    [[nodiscard]] SnapshotPtr picture()
    {
        auto picture = std::make_shared<Snapshot>(m_snapshot);
        const saga::SagaTracker& tracker = *m_retelling.tracker();
        picture->catalog = m_retelling.catalog();
        picture->numbering = nextNumbering();
        picture->identity = m_retelling.identity().view();
        picture->idSieve = {}; // it speaks of the other identity
        picture->sagas = tracker.view();
        picture->counts.sagasByState = tracker.countByState();
        picture->counts.sagas = 0;
        for (const std::uint64_t count : picture->counts.sagasByState)
            picture->counts.sagas += count;
        picture->counts.correlatedEvents = tracker.memberCount();
        return picture;
    }

private:
    const Snapshot& m_snapshot;
    Retelling m_retelling;
};

} // namespace

bool WhatIf::isNothing() const
{
    return unchanged == sagasBefore && sagasBefore == sagasAfter;
}

std::shared_ptr<const WhatIf> whatIf(const SnapshotPtr& snapshot, std::shared_ptr<const catalog::Catalog> changed,
                                     const std::function<void(double)>& onProgress,
                                     const std::function<bool()>& isStopped)
{
    auto result = std::make_shared<WhatIf>();
    result->isDescribedAnew = !snapshot->catalog || !identity::describesAlike(snapshot->catalog, changed);
    Telling telling(*snapshot, changed, result->isDescribedAnew);
    if (!telling.run(onProgress, isStopped))
        return nullptr;
    result->changed = telling.picture();
    compareSagas(*snapshot, *result);
    if (onProgress)
        onProgress(1);
    return result;
}

} // namespace sagascope::session
