// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <memory>
#include <vector>

#include "ui/common/StopToken.h"
#include "ui/sagas/SagaFilter.h"

namespace sagascope::ui {

/// A line of the list and its place: ordered by start, then by slot. The list shows it newest first.
struct SagaLine
{
    base::Timestamp startedAt = base::kNoTime;
    base::SagaId saga;

    friend auto operator<=>(const SagaLine&, const SagaLine&) = default;
};

/// What a newer snapshot or another filter changes in the list. All vectors are sorted.
struct SagaDelta
{
    session::SnapshotPtr snapshot;
    SagaFilter filter;
    bool isWhole = false; ///< `inserted` is the whole list; forget what was there
    std::vector<SagaLine> removed;
    std::vector<SagaLine> inserted;
    std::vector<SagaLine> changed;
};

/// Remembers which sagas the list shows and finds out what changed, reading only chunks of the tracker's table that
/// changed. Not thread-safe: it travels to a worker and back. Feed it snapshots of one session in order.
class SagaIndex
{
public:
    [[nodiscard]] SagaDelta update(session::SnapshotPtr snapshot, const SagaFilter& filter, StopToken stop = {});

private:
    void rebuild(SagaDelta& delta, StopToken stop);
    void compare(SagaDelta& delta);
    void compareSlot(SagaDelta& delta, base::SagaId saga, bool wasUnchanged);

    SagaFilter m_filter;
    session::SnapshotPtr m_last;
    std::vector<base::Timestamp> m_shownAt; ///< per slot: the start it is listed under, or kNotShown
};

} // namespace sagascope::ui
