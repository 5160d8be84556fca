// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/HashIndex.h"
#include "ui/common/StopToken.h"
#include "ui/sagas/SagaFilter.h"
#include "ui/sagas/SagaOrder.h"

namespace sagascope::ui {

/// What changed in one group of the list. All vectors are sorted by SagaLineBefore.
struct SagaGroupDelta
{
    SagaGroup group;
    std::vector<SagaLine> removed;
    std::vector<SagaLine> inserted;
    std::vector<SagaLine> changed;
};

/// What one part of the filter does to a list that is empty.
struct SagaHint
{
    enum class Part : std::uint8_t { Clause, States, Window };
    Part part = Part::Clause;
    session::QuerySpan span;     ///< of Clause, in the search text
    std::size_t alone = 0;       ///< sagas that it would let through by itself
    std::size_t without = 0;     ///< sagas that would be shown if it were dropped

    friend bool operator==(const SagaHint&, const SagaHint&) = default;
};

/// What a newer snapshot, another filter or another order changes in the list.
struct SagaDelta
{
    session::SnapshotPtr snapshot;
    SagaFilter filter;
    SagaOrder order;
    bool isWhole = false; ///< `inserted` of the groups is the whole list; forget what was there
    std::vector<SagaGroupDelta> groups; ///< in their order
    std::size_t matchCount = 0;         ///< sagas in the whole list now
    std::array<std::uint64_t, saga::kSagaStateCount> byState{}; ///< of those that pass all but the states
    std::vector<SagaHint> hints; ///< when nothing is shown: all parts of the filter, the most to blame first
    std::optional<session::QueryError> error; ///< the search text is no query
};

/// Remembers which sagas the list shows, and where, and finds out what changed, reading only chunks of the tracker's table
/// that changed; another filter or order reads all of it once. Not thread-safe: it travels to a worker and back. Feed it
/// snapshots of one session in order; it begins anew where the sagas are numbered otherwise.
class SagaIndex
{
public:
    [[nodiscard]] SagaDelta update(session::SnapshotPtr snapshot, const SagaFilter& filter, const SagaOrder& order = {},
                                   StopToken stop = {});

private:
    struct Slot
    {
        SagaLine line;
        std::uint32_t group = 0; ///< position in m_groups
        bool isCounted = false;  ///< passes all but the states
        bool isShown = false;
        saga::SagaState state = saga::SagaState::Running;
    };
    void matchAll(StopToken stop);
    void matchChanged();
    void match(std::uint32_t slot);
    void compareSlot(std::uint32_t slot, bool mayBeSame);
    void arrangeAll(SagaDelta& delta, StopToken stop);
    [[nodiscard]] std::vector<std::uint32_t> placesOfGroups() const;
    void count(const Slot& slot, int sign);
    [[nodiscard]] std::uint32_t internGroup(base::SagaId saga);
    SagaGroupDelta& changesOf(std::uint32_t group);
    void deliverChanges(SagaDelta& delta);
    [[nodiscard]] std::vector<SagaHint> explainEmptiness(StopToken stop);
    [[nodiscard]] std::vector<SagaHint> filterParts();
    [[nodiscard]] SagaLineBefore before() const { return {m_order.isDescending}; }

    SagaFilter m_filter;
    SagaOrder m_order;
    SagaMatcher m_matcher;
    session::SnapshotPtr m_last;
    session::SnapshotPtr m_now; ///< while update() runs
    std::vector<Slot> m_slots;
    std::vector<SagaGroup> m_groups;
    base::HashIndex m_groupNumbers;
    std::unordered_map<std::uint32_t, SagaGroupDelta> m_changes;
    std::array<std::uint64_t, saga::kSagaStateCount> m_byState{};
    std::size_t m_matchCount = 0;
    std::vector<SagaHint> m_hints;
};

} // namespace sagascope::ui
