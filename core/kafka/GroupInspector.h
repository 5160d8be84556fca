// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "core/kafka/Cluster.h"
#include "core/kafka/Profile.h"
#include "core/kafka/RdGroups.h"
#include "core/kafka/RdHandle.h"
#include "core/metrics/GroupLook.h"

namespace sagascope::kafka {

/// Asks a cluster everything that makes up one look at its consumer groups (see GroupWatcher). One thread; blocks.
class GroupInspector
{
public:
    GroupInspector(const Profile& profile, rd_kafka_t* client);

    [[nodiscard]] metrics::GroupLook look();

private:
    using Groups = std::vector<metrics::GroupReading>;

    [[nodiscard]] Groups expectedGroups(const ClusterInfo* info) const;
    [[nodiscard]] std::optional<base::Error> discover(Groups& groups);
    void describe(Groups& groups, const base::Result<std::set<std::string>>& listed);
    void settle(metrics::GroupReading& group) const;
    void leaveStrangers(Groups& groups);
    [[nodiscard]] bool isStrange(const metrics::GroupReading& group) const;
    static void dropLeaderless(Groups& groups, const ClusterInfo& info);
    void fetchOffsets(Groups& groups);
    [[nodiscard]] std::map<std::string, base::Duration> retention(const Groups& groups);

    const Profile& m_profile;
    const std::regex m_pattern;
    rd_kafka_t* m_client;
    RdGroups m_groups;
    std::map<std::string, std::uint64_t> m_strangers; ///< groups that do not concern us, with the look that saw it
    std::map<std::string, base::Duration> m_retention;
    std::set<std::string> m_retentionAsked;
    std::uint64_t m_retentionLook = 0;
    std::uint64_t m_looks = 0;
    bool m_isDescribing = false; ///< whether the cluster knows such questions
};

} // namespace sagascope::kafka
