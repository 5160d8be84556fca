// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/StoryDraft.h"

namespace sagascope::demo {

/// Writes everything but bookings as the real platform sends it: logins, profile edits with mismatched settings,
/// anonymous searches, recommendation clicks, data exports.
class PlatformActivities
{
public:
    explicit PlatformActivities(StoryDraft& draft) : m_draft(draft), m_who(draft.traveller()) {}
    void write();

private:
    void login();
    void profileChange();
    void search();
    void recommendation();
    void gdprExport();
    void poison();

    void infer(double score);
    StoryDraft::Line interact(const std::string& recommendation, const std::string& action, double score);
    StoryDraft::Line changePreferences();
    [[nodiscard]] std::string updatedAt() const;
    [[nodiscard]] std::string milliseconds() const;

    StoryDraft& m_draft;
    Traveller m_who;
};

} // namespace sagascope::demo
