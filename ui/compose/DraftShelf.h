// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/compose/Draft.h"

namespace sagascope::ui {

/// Keeps the drafts that were left for another event type or another answer. `answered` is the id of the
/// event that a draft answers, empty for a story of its own.
class DraftShelf
{
public:
    void keep(const std::string& answered, const compose::Draft& draft)
    {
        if (!draft.eventType.empty())
            m_drafts[{answered, draft.eventType}] = draft;
    }

    [[nodiscard]] std::optional<compose::Draft> find(const std::string& answered, const std::string& eventType) const
    {
        const auto kept = m_drafts.find({answered, eventType});
        return kept != m_drafts.end() ? std::optional(kept->second) : std::nullopt;
    }

    /// Answers to other events than this one are dropped.
    void forgetAnswersExcept(const std::string& answered)
    {
        std::erase_if(m_drafts, [&](const auto& kept) { return !kept.first.first.empty() && kept.first.first != answered; });
    }

private:
    std::map<std::pair<std::string, std::string>, compose::Draft> m_drafts;
};

} // namespace sagascope::ui
