// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/LateLines.h"

#include <algorithm>
#include <iterator>

namespace sagascope::saga {
namespace {

constexpr std::size_t kBigSaga = 5'000;
constexpr std::size_t kSmallShare = 16;
constexpr std::size_t kMembersPerWait = 5'000;

bool isDue(const LateLines::Line& line)
{
    return (line.members->size() - line.told) * kSmallShare >= line.told || line.waits * kMembersPerWait >= line.members->size();
}

} // namespace

bool LateLines::mayWait(const Members& members)
{
    return members->size() >= kBigSaga;
}

void LateLines::note(GroupId group, const Members& members, std::size_t told)
{
    auto known = std::find_if(m_lines.begin(), m_lines.end(), [&](const Line& line) { return line.group == group; });
    if (known == m_lines.end())
        known = m_lines.insert(m_lines.end(), {group, {}, told, 0});
    known->members = members;
}

void LateLines::forget(GroupId group)
{
    std::erase_if(m_lines, [&](const Line& line) { return line.group == group; });
}

std::vector<LateLines::Line> LateLines::takeDue(bool isAll)
{
    for (Line& line : m_lines)
        ++line.waits;
    const auto due = std::stable_partition(m_lines.begin(), m_lines.end(),
                                           [&](const Line& line) { return !isAll && !isDue(line); });
    std::vector<Line> taken(std::make_move_iterator(due), std::make_move_iterator(m_lines.end()));
    m_lines.erase(due, m_lines.end());
    return taken;
}

} // namespace sagascope::saga
