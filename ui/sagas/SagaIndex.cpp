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
        m_hints.clear();
    else if (isNewFilter || countBefore > 0)
        m_hints = explainEmptiness(stop);
    delta.snapshot = m_now;
    delta.filter = m_filter;
    delta.order = m_order;
    delta.matchCount = m_matchCount;
    delta.byState = m_byState;
    delta.hints = m_hints;
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

std::vector<SagaHint> SagaIndex::filterParts()
{
    std::vector<SagaHint> parts;
    for (std::size_t clause = 0; clause < m_matcher.query().clauseCount(); ++clause)
        parts.push_back({SagaHint::Part::Clause, m_matcher.query().clauseSpan(clause)});
    if (m_filter.states != 0)
        parts.push_back({SagaHint::Part::States, {}});
    if (m_filter.window)
        parts.push_back({SagaHint::Part::Window, {}});
    return parts;
}

/// Each saga that only one part of the filter keeps out speaks against that part.
std::vector<SagaHint> SagaIndex::explainEmptiness(StopToken stop)
{
    session::QueryMatcher& query = m_matcher.query();
    if (m_matcher.error())
        return {};
    std::vector<SagaHint> parts = filterParts();
    const auto passes = [&](std::size_t part, base::SagaId saga) {
        const saga::SagaSummary& summary = m_now->sagas.saga(saga);
        if (part < query.clauseCount())
            return query.matchesClause(part, *m_now, saga);
        return parts[part].part == SagaHint::Part::States ? m_filter.hasState(summary.state) : m_filter.hasInWindow(summary);
    };
    for (std::uint32_t number = 0; number < m_slots.size() && !stop.stopRequested(); ++number) {
        const base::SagaId saga(number);
        if (!m_now->sagas.saga(saga).isAlive)
            continue;
        std::size_t failures = 0;
        std::size_t culprit = 0;
        for (std::size_t part = 0; part < parts.size(); ++part) {
            const bool holds = passes(part, saga);
            parts[part].alone += holds ? 1 : 0;
            failures += holds ? 0 : 1;
            culprit = holds ? culprit : part;
        }
        if (failures == 1)
            ++parts[culprit].without;
    }
    // Who lets nothing through at all is to blame before who only agrees with nobody.
    std::stable_sort(parts.begin(), parts.end(), [](const SagaHint& a, const SagaHint& b) {
        return a.without != b.without ? a.without > b.without : a.alone < b.alone;
    });
    return parts;
}

} // namespace sagascope::ui
