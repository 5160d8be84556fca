// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaIndex.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "core/base/Hash.h"

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

/// As a number that is in order as the texts are, as far as it reaches.
std::uint64_t firstLetters(std::string_view text)
{
    std::uint64_t letters = 0;
    for (std::size_t i = 0; i < sizeof letters; ++i)
        letters = letters << 8U | (i < text.size() ? static_cast<unsigned char>(text[i]) : 0U);
    return letters;
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
    m_groupNumbers = {};
    std::vector<std::uint32_t> sizes;
    for (std::uint32_t number = 0; number < m_slots.size() && !stop.stopRequested(); ++number) {
        Slot& slot = m_slots[number];
        if (!slot.isShown)
            continue;
        slot.line = lineOf(*m_now, base::SagaId(number), m_order);
        slot.group = internGroup(base::SagaId(number));
        sizes.resize(m_groups.size());
        ++sizes[slot.group];
    }
    if (stop.stopRequested())
        return;
    const std::vector<std::uint32_t> places = placesOfGroups();
    delta.groups.resize(m_groups.size());
    for (std::size_t group = 0; group < m_groups.size(); ++group) {
        SagaGroupDelta& whole = delta.groups[places[group]];
        whole.group = m_groups[group];
        whole.inserted.reserve(sizes[group]);
    }
    for (const Slot& slot : m_slots) {
        if (slot.isShown)
            delta.groups[places[slot.group]].inserted.push_back(slot.line);
    }
    for (SagaGroupDelta& whole : delta.groups)
        std::sort(whole.inserted.begin(), whole.inserted.end(), before());
}

/// By group its place among all. There may be as many groups as sagas, so only numbers are sorted, and most of them by
/// the first letters of their text.
std::vector<std::uint32_t> SagaIndex::placesOfGroups() const
{
    struct Key
    {
        std::uint64_t rank;
        std::uint64_t letters;
        std::uint32_t group;
    };
    std::vector<Key> keys;
    keys.reserve(m_groups.size());
    for (std::uint32_t group = 0; group < m_groups.size(); ++group)
        keys.push_back({m_groups[group].rank, firstLetters(m_groups[group].text), group});
    std::sort(keys.begin(), keys.end(), [&](const Key& a, const Key& b) {
        if (a.rank != b.rank || a.letters != b.letters)
            return std::tie(a.rank, a.letters) < std::tie(b.rank, b.letters);
        return m_groups[a.group].text < m_groups[b.group].text;
    });
    std::vector<std::uint32_t> places(m_groups.size());
    for (std::uint32_t place = 0; place < keys.size(); ++place)
        places[keys[place].group] = place;
    return places;
}

std::uint32_t SagaIndex::internGroup(base::SagaId saga)
{
    SagaGroup group = groupOf(*m_now, saga, m_order.grouping);
    const std::uint64_t hash = base::hash64(group.text, group.rank);
    const std::uint32_t known = m_groupNumbers.find(hash, [&](std::uint32_t number) { return m_groups[number] == group; });
    if (known != base::HashIndex::kNone)
        return known;
    const auto number = static_cast<std::uint32_t>(m_groups.size());
    m_groups.push_back(std::move(group));
    m_groupNumbers.insert(hash, number);
    return number;
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
