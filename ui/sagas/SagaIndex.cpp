// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaIndex.h"

#include <algorithm>
#include <utility>

namespace sagascope::ui {
namespace {

bool isSameLine(const saga::SagaSummary& a, const saga::SagaSummary& b)
{
    return a.isAlive == b.isAlive && a.state == b.state && a.events == b.events && a.key == b.key &&
           a.findingCount == b.findingCount && a.worstFinding == b.worstFinding && a.rules == b.rules &&
           a.repeatCount == b.repeatCount && a.repeatKinds == b.repeatKinds && a.startedAt == b.startedAt &&
           a.endedAt == b.endedAt && a.lastEventAt == b.lastEventAt && a.definition == b.definition && a.style == b.style &&
           a.weakestEvidence == b.weakestEvidence && a.caption == b.caption && a.inferred == b.inferred;
}

} // namespace

SagaDelta SagaIndex::update(session::SnapshotPtr snapshot, const SagaFilter& filter, const SagaOrder& order, StopToken stop)
{
    m_now = std::move(snapshot);
    if (m_last && m_last->numbering != m_now->numbering) {
        m_last.reset();
        m_slots.clear();
    }
    const bool isNewFilter = !m_last || !(filter == m_filter);
    const bool isNewOrder = isNewFilter || !(order == m_order);
    if (isNewFilter) {
        m_filter = filter;
        m_matcher = SagaMatcher(filter);
    }
    m_order = order;
    m_slots.resize(m_now->sagas.slotCount());
    SagaDelta delta;
    const std::size_t countBefore = m_matchCount;
    if (isNewOrder) {
        isNewFilter ? matchAll(stop) : matchChanged();
        m_changes.clear();
        arrangeAll(delta, stop);
    } else {
        matchChanged();
        deliverChanges(delta);
    }
    if (m_matchCount > 0)
        m_hint = {};
    else if (isNewFilter || countBefore > 0)
        m_hint = explainEmptiness(stop);
    delta.snapshot = m_now;
    delta.filter = m_filter;
    delta.order = m_order;
    delta.matchCount = m_matchCount;
    delta.byState = m_byState;
    delta.hint = m_hint;
    delta.error = m_matcher.error();
    // A stopped rebuild is incomplete: the next update must start anew.
    m_last = stop.stopRequested() ? nullptr : m_now;
    m_now.reset();
    return delta;
}

void SagaIndex::matchAll(StopToken stop)
{
    m_byState = {};
    m_matchCount = 0;
    for (std::uint32_t slot = 0; slot < m_slots.size() && !stop.stopRequested(); ++slot) {
        m_slots[slot].isCounted = m_slots[slot].isShown = false;
        match(slot);
    }
}

void SagaIndex::matchChanged()
{
    // `since:10m` lets sagas go without anything happening to them.
    if (m_matcher.dependsOnClock() && m_last->takenAt != m_now->takenAt) {
        for (std::uint32_t slot = 0; slot < m_slots.size(); ++slot)
            compareSlot(slot, false);
        return;
    }
    m_now->sagas.forEachChanged(m_last->sagas, [&](std::size_t first, std::size_t end) {
        for (std::size_t slot = first; slot < end; ++slot)
            compareSlot(static_cast<std::uint32_t>(slot), true);
    });
}

/// Decides whether the saga is shown, and keeps the counts.
void SagaIndex::match(std::uint32_t number)
{
    const base::SagaId saga(number);
    Slot& slot = m_slots[number];
    count(slot, -1);
    slot.state = m_now->sagas.saga(saga).state;
    slot.isCounted = m_matcher.matchesAnyState(*m_now, saga);
    slot.isShown = slot.isCounted && m_filter.hasState(slot.state);
    count(slot, +1);
}

void SagaIndex::count(const Slot& slot, int sign)
{
    const auto one = static_cast<std::uint64_t>(sign); // minus one wraps round, as it should
    if (slot.isCounted)
        m_byState[static_cast<std::size_t>(slot.state)] += one;
    if (slot.isShown)
        m_matchCount += one;
}

void SagaIndex::compareSlot(std::uint32_t number, bool mayBeSame)
{
    const base::SagaId saga(number);
    const auto& before = m_last->sagas;
    const bool isSame = number < before.slotCount() && isSameLine(before.saga(saga), m_now->sagas.saga(saga));
    if (isSame && mayBeSame)
        return;
    Slot& slot = m_slots[number];
    const bool wasShown = slot.isShown;
    match(number);
    if (isSame && wasShown == slot.isShown)
        return;
    const std::uint32_t oldGroup = slot.group;
    const SagaLine oldLine = std::move(slot.line);
    if (slot.isShown) {
        slot.line = lineOf(*m_now, saga, m_order);
        slot.group = internGroup(saga);
    }
    if (wasShown && slot.isShown && slot.group == oldGroup && slot.line == oldLine) {
        changesOf(slot.group).changed.push_back(slot.line);
        return;
    }
    if (wasShown)
        changesOf(oldGroup).removed.push_back(oldLine);
    if (slot.isShown)
        changesOf(slot.group).inserted.push_back(slot.line);
}

void SagaIndex::arrangeAll(SagaDelta& delta, StopToken stop)
{
    delta.isWhole = true;
    m_groups.clear();
    m_groupNumbers.clear();
    std::vector<std::vector<SagaLine>> lines;
    for (std::uint32_t number = 0; number < m_slots.size() && !stop.stopRequested(); ++number) {
        Slot& slot = m_slots[number];
        if (!slot.isShown)
            continue;
        slot.line = lineOf(*m_now, base::SagaId(number), m_order);
        slot.group = internGroup(base::SagaId(number));
        lines.resize(m_groups.size());
        lines[slot.group].push_back(slot.line);
    }
    for (std::uint32_t group = 0; group < lines.size(); ++group) {
        std::sort(lines[group].begin(), lines[group].end(), before());
        delta.groups.push_back({m_groups[group], {}, std::move(lines[group]), {}});
    }
    std::sort(delta.groups.begin(), delta.groups.end(), [](const auto& a, const auto& b) { return a.group < b.group; });
}

std::uint32_t SagaIndex::internGroup(base::SagaId saga)
{
    SagaGroup group = groupOf(*m_now, saga, m_order.grouping);
    const auto [entry, isNew] = m_groupNumbers.try_emplace(group, static_cast<std::uint32_t>(m_groups.size()));
    if (isNew)
        m_groups.push_back(std::move(group));
    return entry->second;
}

SagaGroupDelta& SagaIndex::changesOf(std::uint32_t group)
{
    SagaGroupDelta& changes = m_changes[group];
    changes.group = m_groups[group];
    return changes;
}

void SagaIndex::deliverChanges(SagaDelta& delta)
{
    for (auto& [group, changes] : m_changes) {
        for (auto* lines : {&changes.removed, &changes.inserted, &changes.changed})
            std::sort(lines->begin(), lines->end(), before());
        delta.groups.push_back(std::move(changes));
    }
    m_changes.clear();
    std::sort(delta.groups.begin(), delta.groups.end(), [](const auto& a, const auto& b) { return a.group < b.group; });
}

/// Each saga that only one part of the filter keeps out speaks against that part.
SagaHint SagaIndex::explainEmptiness(StopToken stop)
{
    session::QueryMatcher& query = m_matcher.query();
    if (m_matcher.error())
        return {};
    std::vector<std::size_t> against(query.clauseCount() + 2, 0);
    const std::size_t states = query.clauseCount();
    for (std::uint32_t number = 0; number < m_slots.size() && !stop.stopRequested(); ++number) {
        const base::SagaId saga(number);
        const saga::SagaSummary& summary = m_now->sagas.saga(saga);
        if (!summary.isAlive)
            continue;
        std::size_t failures = 0;
        std::size_t culprit = 0;
        const auto check = [&](bool holds, std::size_t part) {
            failures += holds ? 0 : 1;
            culprit = holds ? culprit : part;
        };
        check(m_filter.hasState(summary.state), states);
        check(m_filter.hasInWindow(summary), states + 1);
        for (std::size_t clause = 0; clause < query.clauseCount() && failures < 2; ++clause)
            check(query.matchesClause(clause, *m_now, saga), clause);
        if (failures == 1)
            ++against[culprit];
    }
    const auto most = std::max_element(against.begin(), against.end());
    if (*most == 0)
        return {};
    const auto part = static_cast<std::size_t>(most - against.begin());
    SagaHint hint;
    hint.wouldMatch = *most;
    hint.part = part == states ? SagaHint::Part::States : part > states ? SagaHint::Part::Window : SagaHint::Part::Clause;
    if (hint.part == SagaHint::Part::Clause)
        hint.span = query.clauseSpan(part);
    return hint;
}

} // namespace sagascope::ui
