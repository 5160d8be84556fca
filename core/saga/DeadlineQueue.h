// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <functional>
#include <utility>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Time.h"

namespace sagascope::saga {

/// When which saga has to be looked at again: at most one moment per saga. A heap in which what was put off or called
/// off stays until it comes up, or until such leftovers are most of it. One thread.
class DeadlineQueue
{
public:
    /// kNoTime calls it off.
    void set(base::SagaId saga, base::Timestamp deadline)
    {
        if (saga.value >= m_deadlines.size())
            m_deadlines.resize(saga.value + std::size_t(1), base::kNoTime);
        base::Timestamp& known = m_deadlines[saga.value];
        if (known == deadline)
            return;
        m_waiting += (deadline != base::kNoTime ? 1U : 0U) - (known != base::kNoTime ? 1U : 0U);
        known = deadline;
        if (deadline == base::kNoTime)
            return;
        m_heap.emplace_back(deadline, saga);
        std::push_heap(m_heap.begin(), m_heap.end(), std::greater<>());
        if (m_heap.size() > 64 && m_heap.size() > 4 * m_waiting)
            dropLeftovers();
    }

    /// A saga whose deadline lies before `now`, which is called off by that; invalid when there is none.
    [[nodiscard]] base::SagaId takeBefore(base::Timestamp now)
    {
        while (!m_heap.empty() && m_heap.front().first < now) {
            const auto [deadline, saga] = m_heap.front();
            std::pop_heap(m_heap.begin(), m_heap.end(), std::greater<>());
            m_heap.pop_back();
            if (m_deadlines[saga.value] != deadline)
                continue;
            m_deadlines[saga.value] = base::kNoTime;
            --m_waiting;
            return saga;
        }
        return {};
    }

private:
    using Entry = std::pair<base::Timestamp, base::SagaId>;

    void dropLeftovers()
    {
        std::erase_if(m_heap, [this](const Entry& entry) { return m_deadlines[entry.second.value] != entry.first; });
        std::make_heap(m_heap.begin(), m_heap.end(), std::greater<>());
    }

    std::vector<base::Timestamp> m_deadlines; ///< by saga
    std::vector<Entry> m_heap;
    std::size_t m_waiting = 0;
};

} // namespace sagascope::saga
