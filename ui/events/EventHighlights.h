// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/session/QueryMatcher.h"
#include "core/session/Snapshot.h"
#include "ui/events/HighlightRule.h"
#include "ui/events/LazyRows.h"

namespace sagascope::ui {

/// Which highlight rule a row of the live table matches, found out for the rows that are looked at. While a rule asks what
/// records hold, a worker reads them, and `changed` says whose answers came; otherwise the answer is there at once. GUI thread.
class EventHighlights
{
public:
    explicit EventHighlights(std::function<void(std::span<const base::EventIndex>)> changed);

    /// `zone`: ahead of UTC, for times in the queries. Rules that are off and texts that are no query match nothing.
    void setRules(const HighlightRules& rules, base::Duration zone);
    void forget(); ///< another session: the same numbers mean other events
    [[nodiscard]] bool isActive() const { return !m_asked.empty(); }
    /// The position of the rule; -1 for none, or while it is not known.
    [[nodiscard]] int ruleOf(const session::SnapshotPtr& snapshot, base::EventIndex event);
    [[nodiscard]] bool isBusy() const { return m_answers.isBusy(); }

private:
    struct Asked
    {
        int rule = 0;
        session::QueryMatcher matcher;
    };
    struct Answer
    {
        int rule = -1;
        std::uint64_t sequence = 0; ///< of the snapshot that was asked
    };

    static int firstOf(std::vector<Asked>& asked, const session::Snapshot& snapshot, base::EventIndex event);
    [[nodiscard]] int askNow(const session::Snapshot& snapshot, base::EventIndex event);

    HighlightRules m_rules;
    base::Duration m_zone{0};
    std::vector<Asked> m_asked;
    bool m_readsContent = false;
    bool m_isStable = true; ///< an answer stays what it is
    base::EventIndex m_lastEvent; ///< all cells of a row ask
    Answer m_last;
    LazyRows<Answer> m_answers;
};

} // namespace sagascope::ui
