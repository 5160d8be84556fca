// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/StoryDraft.h"

namespace sagascope::demo {

/// Writes everything but bookings in the spec's dialect: accounts, profiles, searches, recommendations, data exports.
class SpecActivities
{
public:
    explicit SpecActivities(StoryDraft& draft) : m_draft(draft), m_who(draft.traveller()) {}
    void write();

private:
    struct Suggestion
    {
        std::string request;
        std::string id;
        std::string city;
        double score = 0;
    };

    void registration();
    void profileChange();
    void search();
    void recommendation();
    void gdprExport();
    void poison();

    void welcome(std::size_t created, const Traveller& who);
    std::size_t suggest(const Suggestion& suggestion);
    StoryDraft::Line changePreferences(const std::string& updatedAt);

    StoryDraft& m_draft;
    Traveller m_who;
};

} // namespace sagascope::demo
