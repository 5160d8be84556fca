// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/CatchUp.h"

#include <algorithm>
#include <cmath>

namespace sagascope::session {

void CatchUp::note(std::int64_t backlog, std::int64_t left, Steady::time_point now)
{
    const std::int64_t before = m_backlog - m_left;
    const bool isNew = m_backlog == 0; // what was read before its size was known took nobody knows how long
    m_backlog = std::max<std::int64_t>(0, backlog);
    m_left = std::clamp<std::int64_t>(left, 0, m_backlog);
    const std::int64_t done = m_backlog - m_left;
    if (isNew || done < before) // another source, or a topic that was made anew
        m_rate = Rate(kWindow);
    m_perSecond = m_rate.add(std::uint64_t(done), now);
}

int CatchUp::percent() const
{
    if (isOver())
        return 100;
    return std::min(99, int(100.0 * double(m_backlog - m_left) / double(m_backlog)));
}

std::optional<std::chrono::seconds> CatchUp::timeLeft() const
{
    if (isOver())
        return std::chrono::seconds(0);
    if (m_perSecond < 1)
        return std::nullopt;
    return std::chrono::seconds(std::llround(std::ceil(double(m_left) / m_perSecond)));
}

} // namespace sagascope::session
