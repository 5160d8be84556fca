// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>
#include <string>
#include <utility>
#include <vector>

#include "core/saga/Member.h"
#include "core/saga/Saga.h"

namespace sagascope::saga {

/// Collects the findings of one saga: one per call that names an event. A detail is handed over as something that
/// makes it, because most evaluations find nothing and then no text should be made.
class FindingSink
{
public:
    using Events = std::vector<base::EventIndex>;

    explicit FindingSink(const MemberList& members) : m_members(members) {}

    void add(base::Rule rule, Events events)
    {
        add(rule, std::move(events), [] { return std::string(); });
    }
    template <typename MakeDetail> void add(base::Rule rule, Events events, MakeDetail makeDetail)
    {
        if (!events.empty())
            m_findings.push_back({rule, std::string(makeDetail()), std::move(events)});
    }
    /// Every member for which `holds` is true, in logical order.
    template <typename Predicate> [[nodiscard]] Events eventsWhere(Predicate holds) const
    {
        Events events;
        for (const Member& member : m_members) {
            if (holds(member))
                events.push_back(member.event);
        }
        return events;
    }
    [[nodiscard]] Events eventsAt(std::span<const std::size_t> positions) const
    {
        Events events;
        events.reserve(positions.size());
        for (const std::size_t position : positions)
            events.push_back(m_members[position].event);
        return events;
    }
    [[nodiscard]] std::vector<StoryFinding> take() { return std::move(m_findings); }

private:
    const MemberList& m_members;
    std::vector<StoryFinding> m_findings;
};

} // namespace sagascope::saga
