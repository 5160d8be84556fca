// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Cluster.h"

#include <mutex>
#include <regex>

#include "core/kafka/RdConfig.h"
#include "core/kafka/RdFailure.h"
#include "core/kafka/RdLookup.h"

namespace sagascope::kafka {

/// Remembers the latest reason why a broker could not be reached or refused us: more telling than the "timed out" of
/// the question that waited for it.
class Cluster::Impl
{
public:
    explicit Impl(Profile asked) : profile(std::move(asked)) {}

    base::Result<void> connect()
    {
        RdConfig config(profile, "sagascope-inspector");
        config.set("allow.auto.create.topics", false);
        config.set("enable.auto.commit", false);
        config.set("isolation.level", "read_uncommitted");
        config.setOwner(this);
        rd_kafka_conf_set_error_cb(config.raw(), [](rd_kafka_t*, int code, const char* reason, void* opaque) {
            ownerOf<Impl>(opaque).remember(static_cast<rd_kafka_resp_err_t>(code), reason);
        });
        auto created = config.create(RD_KAFKA_CONSUMER);
        if (!created)
            return created.error();
        client = std::move(created).value();
        return {};
    }

    base::Result<ClusterInfo> describe(std::chrono::milliseconds timeout)
    {
        auto info = describeCluster(client.get(), profile.bootstrap, timeout);
        rd_kafka_poll(client.get(), 0);
        if (!info)
            return explain(info.error());
        if (char* id = rd_kafka_clusterid(client.get(), 0)) {
            info->clusterId = id;
            rd_kafka_mem_free(client.get(), id);
        }
        return info;
    }

    Profile profile;

private:
    void remember(rd_kafka_resp_err_t code, const char* reason)
    {
        const std::lock_guard lock(m_mutex);
        if (code != RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
            m_cause = failure(code, profile.bootstrap, reason);
    }

    base::Error explain(const base::Error& error)
    {
        const std::lock_guard lock(m_mutex);
        return m_cause ? *m_cause : error;
    }

    std::mutex m_mutex;
    std::optional<base::Error> m_cause;

public:
    RdClient client; ///< last, so that it goes first: its callback uses the others
};

base::Result<std::unique_ptr<Cluster>> Cluster::open(const Profile& profile)
{
    if (auto checked = profile.check(); !checked)
        return checked.error();
    auto impl = std::make_unique<Impl>(profile);
    if (auto connected = impl->connect(); !connected)
        return connected.error();
    return std::unique_ptr<Cluster>(new Cluster(std::move(impl)));
}

Cluster::Cluster(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

Cluster::~Cluster() = default;

base::Result<ClusterInfo> Cluster::describe(std::chrono::milliseconds timeout)
{
    return m_impl->describe(timeout);
}

base::Result<std::vector<Watermarks>> Cluster::watermarks(std::chrono::milliseconds timeout)
{
    const auto info = describe(timeout);
    if (!info)
        return info.error();
    const std::regex pattern(m_impl->profile.topicPattern);
    std::vector<TopicPartition> partitions;
    for (const auto& topic : info->topics) {
        if (!std::regex_search(topic.name, pattern))
            continue;
        for (const auto& partition : topic.partitions)
            partitions.push_back({topic.name, partition.id});
    }
    const auto lows = offsetsAt(m_impl->client.get(), partitions, kLowOffset, timeout);
    const auto highs = offsetsAt(m_impl->client.get(), partitions, kEndOffset, timeout);
    std::vector<Watermarks> all;
    all.reserve(partitions.size());
    for (std::size_t i = 0; i < partitions.size(); ++i) {
        if (!lows[i] || !highs[i])
            return lows[i] ? highs[i].error() : lows[i].error();
        all.push_back({partitions[i].topic, partitions[i].partition, *lows[i], *highs[i]});
    }
    return all;
}

} // namespace sagascope::kafka
