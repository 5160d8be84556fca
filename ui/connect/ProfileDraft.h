// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/profile/ClusterProfile.h"

namespace sagascope::ui {

/// A profile while it is being edited: what is typed as text stays text, since half of it may make no sense yet.
struct ProfileDraft
{
    profile::ClusterProfile profile{}; ///< but for hosts, groups, offsets and what is sought: these are the texts
    std::string hosts{};               ///< a line for each: `kafka:9092=localhost:9095`
    std::string groups{};              ///< a line for each: `name: topic, topic`
    std::string offsets{};             ///< to start at: `topic[partition]@offset`, commas between
    std::string sought{};              ///< keys or texts, commas between
    std::string savedName{};           ///< under which it is kept; empty: not yet
    profile::Secrets typed{};          ///< by hand or by an import; empty members: as before
    bool isLasting = true;             ///< what was typed is for the keychain

    static ProfileDraft of(const profile::ClusterProfile& profile);
    /// Whole and sensible, or the first member that is not. Error InvalidArgument; the subject is the member, and for
    /// `hosts`, `groups` and `offsets` the detail is the line or part.
    [[nodiscard]] base::Result<profile::ClusterProfile> made() const;
};

/// Reads lines of `name: topic, topic`. Error InvalidArgument; the detail is the line.
[[nodiscard]] base::Result<std::vector<kafka::WatchedGroup>> parseGroups(std::string_view text);
[[nodiscard]] std::string groupText(const std::vector<kafka::WatchedGroup>& groups);

} // namespace sagascope::ui
