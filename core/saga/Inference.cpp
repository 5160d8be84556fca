// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Inference.h"

#include <algorithm>
#include <functional>

#include "core/catalog/SagaDefinition.h"

namespace sagascope::saga {
namespace {

/// A link depends on what lies within a window of either end, so on cells up to two windows away.
constexpr std::int64_t kReach = 2;

std::int64_t floorDivide(std::int64_t a, std::int64_t b)
{
    return a / b - (a % b < 0 ? 1 : 0);
}

} // namespace

std::size_t Inference::CellHash::operator()(const CellKey& key) const noexcept
{
    std::size_t hash = std::hash<const void*>()(key.definition);
    for (const std::uint64_t value : {std::uint64_t(key.user.value), std::uint64_t(key.window)})
        hash = (hash ^ value) * 0x9E3779B97F4A7C15ULL;
    return hash ^ (hash >> 29U);
}

Inference::CellKey Inference::cellOf(const InferencePart& part)
{
    const base::Duration window = part.definition->inference->window;
    return {part.definition, part.user, floorDivide(part.at.time_since_epoch().count(), window.count())};
}

void Inference::put(GroupId group, std::optional<InferencePart> part)
{
    const auto known = m_entries.find(group);
    if (known == m_entries.end() && !part)
        return;
    if (known != m_entries.end()) {
        if (part && known->second.part == *part)
            return;
        leave(known->second);
        if (!part) {
            m_entries.erase(known);
            return;
        }
    }
    Entry& entry = known == m_entries.end() ? m_entries[group] : known->second;
    entry.part = std::move(*part);
    enter(group, entry);
}

void Inference::enter(GroupId group, Entry& entry)
{
    entry.cell = cellOf(entry.part);
    Cell& cell = m_cells[entry.cell];
    entry.position = cell.parts.size();
    cell.parts.push_back(group);
    if (cell.isSilenced)
        entry.verdict = {};
    else
        noteChange(entry.cell);
}

void Inference::leave(const Entry& entry)
{
    const auto found = m_cells.find(entry.cell);
    Cell& cell = found->second;
    const GroupId last = cell.parts.back();
    cell.parts[entry.position] = last;
    m_entries.at(last).position = entry.position;
    cell.parts.pop_back();
    if (!cell.isSilenced || !cell.isCrowded())
        noteChange(entry.cell);
    if (cell.parts.empty())
        m_cells.erase(found);
}

void Inference::noteChange(const CellKey& key)
{
    if (m_changed.empty() || m_changed.back() != key)
        m_changed.push_back(key);
}

std::vector<Inference::CellKey> Inference::concernedCells()
{
    std::vector<CellKey> cells;
    for (const CellKey& key : m_changed) {
        for (std::int64_t offset = -kReach; offset <= kReach; ++offset) {
            const CellKey near{key.definition, key.user, key.window + offset};
            if (m_cells.contains(near))
                cells.push_back(near);
        }
    }
    m_changed.clear();
    std::sort(cells.begin(), cells.end());
    cells.erase(std::unique(cells.begin(), cells.end()), cells.end());
    return cells;
}

void Inference::silence(Cell& cell, std::vector<GroupId>& changed)
{
    for (const GroupId group : cell.parts) {
        Entry& entry = m_entries.at(group);
        if (entry.verdict != Verdict())
            changed.push_back(group);
        entry.verdict = {};
    }
    cell.isSilenced = true;
}

std::vector<Inference::GroupId> Inference::judge()
{
    std::vector<GroupId> changed;
    Rankings known;
    for (const CellKey& key : concernedCells()) {
        Cell& cell = m_cells.at(key);
        if (cell.isCrowded()) {
            if (!cell.isSilenced)
                silence(cell, changed);
            continue;
        }
        cell.isSilenced = false;
        for (const GroupId group : cell.parts) {
            Verdict now = verdict(group, known);
            Verdict& before = m_entries.at(group).verdict;
            if (now == before)
                continue;
            before = std::move(now);
            changed.push_back(group);
        }
    }
    std::sort(changed.begin(), changed.end());
    return changed;
}

const InferencePart* Inference::partOf(GroupId group) const
{
    const auto found = m_entries.find(group);
    return found == m_entries.end() ? nullptr : &found->second.part;
}

const Inference::Verdict& Inference::verdictOf(GroupId group) const
{
    static const Verdict kNone;
    const auto found = m_entries.find(group);
    return found == m_entries.end() ? kNone : found->second.verdict;
}

Inference::Ranking Inference::rank(GroupId group) const
{
    const Entry& own = m_entries.at(group);
    std::vector<Rank> fitting;
    for (std::int64_t offset = -1; offset <= 1; ++offset) {
        const auto cell = m_cells.find({own.cell.definition, own.cell.user, own.cell.window + offset});
        if (cell == m_cells.end())
            continue;
        if (cell->second.isCrowded())
            return {};
        for (const GroupId other : cell->second.parts) {
            const InferencePart& part = m_entries.at(other).part;
            if (part.isHead == own.part.isHead)
                continue;
            const auto match = own.part.isHead ? matchParts(own.part, part) : matchParts(part, own.part);
            if (match)
                fitting.push_back({other, *match});
        }
    }
    std::sort(fitting.begin(), fitting.end(), [](const Rank& a, const Rank& b) {
        return a.match.score == b.match.score ? a.group < b.group : a.match.score > b.match.score;
    });
    const catalog::InferenceRule& rule = *own.part.definition->inference;
    if (fitting.empty() || fitting.front().match.score < rule.threshold)
        return {};
    const double best = fitting.front().match.score;
    std::erase_if(fitting, [&](const Rank& rank) { return rank.match.score <= best - rule.margin; });
    return fitting;
}

const Inference::Ranking& Inference::rankingOf(GroupId group, Rankings& known) const
{
    const auto found = known.find(group);
    return found == known.end() ? known.emplace(group, rank(group)).first->second : found->second;
}

Inference::Verdict Inference::verdict(GroupId group, Rankings& known) const
{
    Verdict verdict;
    const Ranking& contenders = rankingOf(group, known);
    if (contenders.empty())
        return verdict;
    const InferencePart& own = m_entries.at(group).part;
    for (const Rank& rank : contenders)
        verdict.contenders.push_back({rank.group, rank.match, own.isHead ? own.start().event : rank.match.entry});
    if (contenders.size() == 1) {
        const Ranking& theirs = rankingOf(contenders.front().group, known);
        verdict.isLinked = theirs.size() == 1 && theirs.front().group == group;
    }
    return verdict;
}

} // namespace sagascope::saga
