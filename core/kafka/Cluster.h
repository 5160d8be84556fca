// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Profile.h"

namespace sagascope::kafka {

struct BrokerInfo
{
    std::int32_t id = -1;
    std::string address; ///< as advertised, `host:port`
};

struct PartitionInfo
{
    std::int32_t id = 0;
    std::int32_t leader = -1; ///< broker id; -1 while there is none
};

struct TopicInfo
{
    std::string name;
    std::vector<PartitionInfo> partitions;
};

/// Brokers and topics at one moment. Topics are sorted by name; those we may not see are left out.
struct ClusterInfo
{
    std::string clusterId; ///< empty where the cluster does not say
    std::vector<BrokerInfo> brokers;
    std::vector<TopicInfo> topics;

    [[nodiscard]] const TopicInfo* find(std::string_view topic) const;
};

/// Offsets that a partition holds at this moment: [low, high).
struct Watermarks
{
    std::string topic;
    std::int32_t partition = 0;
    std::int64_t low = 0;
    std::int64_t high = 0; ///< one past the last record
};

/// Asks a cluster questions: is it there, what is on it. Joins no group, commits nothing, creates no topic (metadata is
/// asked for all topics at once, since asking for one by name may create it).
///
/// Any thread; calls block up to their time-out. Errors: Unreachable (subject: the bootstrap hosts),
/// AuthenticationFailed, NotAuthorised, TimedOut, InvalidArgument (subject: the property).
class Cluster
{
public:
    /// Creates the client without waiting for any broker.
    static base::Result<std::unique_ptr<Cluster>> open(const Profile& profile);
    ~Cluster();
    Cluster(const Cluster&) = delete;
    Cluster& operator=(const Cluster&) = delete;

    /// The connect check: answers once one broker did.
    [[nodiscard]] base::Result<ClusterInfo> describe(std::chrono::milliseconds timeout);

    /// Watermarks of every partition of topics that match the profile's pattern, in two requests per broker.
    [[nodiscard]] base::Result<std::vector<Watermarks>> watermarks(std::chrono::milliseconds timeout);

private:
    class Impl;
    explicit Cluster(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::kafka
