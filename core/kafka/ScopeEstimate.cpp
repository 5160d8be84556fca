// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/ScopeEstimate.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <regex>

#include "core/kafka/Cluster.h"
#include "core/kafka/RdConfig.h"
#include "core/kafka/ReadingWindow.h"
#include "core/kafka/RecordProbe.h"

namespace sagascope::kafka {
namespace {

constexpr int kMostProbes = 400; ///< in all; at sixteen KiB each that is what a person waits for gladly
constexpr int kQuestions = 2;    ///< steps before the probes: who is there, and which offsets

/// Offsets of one partition that lie in the window.
struct Stretch
{
    std::size_t topic = 0; ///< index into ScopeEstimate::topics
    TopicPartition partition;
    std::int64_t from = 0;
    std::int64_t to = 0;
};

base::Result<RdClient> makeClient(const Profile& profile, IsolationLevel isolation)
{
    RdConfig config(profile, "sagascope-estimate");
    config.set("enable.auto.commit", false).set("enable.auto.offset.store", false);
    config.set("allow.auto.create.topics", false);
    config.set("enable.partition.eof", true).set("auto.offset.reset", "error");
    // The end of a window is the stable one for who reads committed records only.
    config.set("isolation.level", isolation == IsolationLevel::ReadCommitted ? "read_committed" : "read_uncommitted");
    // One record of each fetch is looked at.
    config.set("queued.min.messages", 1).set("fetch.message.max.bytes", 16 * 1024);
    config.set("fetch.wait.max.ms", 10);
    return config.create(RD_KAFKA_CONSUMER);
}

class Estimator
{
public:
    Estimator(const Profile& profile, const ConsumerOptions& consumer, const EstimateOptions& options, rd_kafka_t* client)
        : m_profile(profile), m_options(options), m_window(consumer, profile.isEmbedded), m_client(client)
    {
    }

    base::Result<ScopeEstimate> run(const ClusterInfo& info)
    {
        m_estimate.isTimeIgnored = m_window.isTimeIgnored();
        chooseTopics(info);
        measure();
        if (isStopped())
            return cancelled();
        probe();
        if (isStopped())
            return cancelled();
        return std::move(m_estimate);
    }

    [[nodiscard]] base::Error cancelled() const { return {base::ErrorCode::Cancelled, m_profile.bootstrap, "stopped"}; }
    [[nodiscard]] bool isStopped() const { return m_options.isStopped && m_options.isStopped(); }

    void tell(int done, int rounds) const
    {
        if (m_options.onProgress)
            m_options.onProgress(done, kQuestions + rounds);
    }

private:
    void chooseTopics(const ClusterInfo& info)
    {
        const std::regex pattern(m_profile.topicPattern);
        for (const TopicInfo& topic : info.topics) {
            if (!std::regex_search(topic.name, pattern))
                continue;
            TopicEstimate estimate;
            estimate.topic = topic.name;
            for (const PartitionInfo& partition : topic.partitions) {
                if (!m_window.isWanted(topic, partition.id))
                    continue;
                if (partition.leader >= 0) // it would hold up the question for all others
                    m_asked.push_back({m_estimate.topics.size(), {topic.name, partition.id}});
                else
                    ++m_estimate.partitionsUnanswered;
                ++estimate.partitions;
            }
            m_estimate.topics.push_back(std::move(estimate));
        }
    }

    void measure()
    {
        std::vector<TopicPartition> partitions;
        for (const Stretch& stretch : m_asked)
            partitions.push_back(stretch.partition);
        const auto offsets = m_window.ask(m_client, partitions, m_options.timeout, [this] { rd_kafka_poll(m_client, 0); });
        for (std::size_t i = 0; i < m_asked.size(); ++i) {
            if (!offsets[i].areKnown()) {
                ++m_estimate.partitionsUnanswered;
                continue;
            }
            Stretch stretch = m_asked[i];
            stretch.from = std::max(*offsets[i].low, m_window.startOf(stretch.partition, offsets[i], false));
            stretch.to = ReadingWindow::endOf(offsets[i]);
            if (stretch.from >= stretch.to)
                continue;
            m_estimate.topics[stretch.topic].records += stretch.to - stretch.from;
            m_stretches.push_back(std::move(stretch));
        }
        tell(kQuestions, probesPerTopic());
    }

    [[nodiscard]] int probesPerTopic() const
    {
        const auto filled = std::count_if(m_estimate.topics.begin(), m_estimate.topics.end(),
                                          [](const TopicEstimate& topic) { return topic.records > 0; });
        return filled == 0 ? 0 : std::clamp(kMostProbes / static_cast<int>(filled), 1, m_options.probesPerTopic);
    }

    /// Rounds of one record per topic, evenly spread over what lies in the window.
    void probe()
    {
        RecordProbe probe(m_client);
        const int rounds = probesPerTopic();
        for (int round = 0; round < rounds && !isStopped(); ++round) {
            const auto places = placesOf(round, rounds);
            const auto found = probe.look(places, m_options.timeout, m_options.isStopped);
            for (const auto& [place, record] : found)
                take(place.place.topic, record);
            rd_kafka_poll(m_client, 0);
            tell(kQuestions + round + 1, rounds);
        }
    }

    [[nodiscard]] std::vector<metrics::RecordPlace> placesOf(int round, int rounds) const
    {
        std::vector<metrics::RecordPlace> places;
        std::int64_t before = 0; // offsets of the same topic in earlier stretches
        for (std::size_t i = 0; i < m_stretches.size(); ++i) {
            const Stretch& stretch = m_stretches[i];
            if (i == 0 || m_stretches[i - 1].topic != stretch.topic)
                before = 0;
            const std::int64_t records = m_estimate.topics[stretch.topic].records;
            const std::int64_t length = stretch.to - stretch.from;
            const std::int64_t wanted = records > rounds ? (2 * round + 1) * records / (2 * rounds) : round;
            if (wanted >= before && wanted < before + length)
                places.push_back({{stretch.partition.topic, stretch.partition.partition}, stretch.from + wanted - before});
            before += length;
        }
        return places;
    }

    void take(const std::string& topic, const RecordProbe::Found& record)
    {
        if (record.isNothingThere)
            return;
        const auto at = std::lower_bound(m_estimate.topics.begin(), m_estimate.topics.end(), topic,
                                         [](const TopicEstimate& estimate, const std::string& name) { return estimate.topic < name; });
        ++at->probed;
        at->probedBytes += record.bytes;
    }

    const Profile& m_profile;
    const EstimateOptions& m_options;
    const ReadingWindow m_window;
    rd_kafka_t* m_client;
    std::vector<Stretch> m_asked; ///< from and to not known yet
    std::vector<Stretch> m_stretches;
    ScopeEstimate m_estimate;
};

template <typename Number, typename Of> Number sumOf(const std::vector<TopicEstimate>& topics, Of of)
{
    return std::accumulate(topics.begin(), topics.end(), Number(0), [&](Number sum, const TopicEstimate& topic) { return sum + of(topic); });
}

} // namespace

std::int64_t ScopeEstimate::records() const
{
    return sumOf<std::int64_t>(topics, [](const TopicEstimate& topic) { return topic.records; });
}

int ScopeEstimate::partitions() const
{
    return sumOf<int>(topics, [](const TopicEstimate& topic) { return topic.partitions; });
}

int ScopeEstimate::probed() const
{
    return sumOf<int>(topics, [](const TopicEstimate& topic) { return topic.probed; });
}

std::optional<std::uint64_t> ScopeEstimate::bytes() const
{
    const int allProbed = probed();
    if (allProbed == 0)
        return records() == 0 ? std::optional<std::uint64_t>(0) : std::nullopt;
    const double otherwise = double(sumOf<std::uint64_t>(topics, [](const TopicEstimate& topic) { return topic.probedBytes; })) / allProbed;
    return static_cast<std::uint64_t>(std::llround(sumOf<double>(topics, [&](const TopicEstimate& topic) {
        return double(topic.records) * (topic.probed > 0 ? double(topic.probedBytes) / topic.probed : otherwise);
    })));
}

base::Result<ScopeEstimate> estimateScope(const Profile& profile, const ConsumerOptions& consumer, const EstimateOptions& options)
{
    auto cluster = Cluster::open(profile);
    if (!cluster)
        return cluster.error();
    const auto info = (*cluster)->describe(options.timeout);
    if (!info)
        return info.error();
    cluster->reset();
    auto client = makeClient(profile, consumer.isolation);
    if (!client)
        return client.error();
    Estimator estimator(profile, consumer, options, client->get());
    if (estimator.isStopped())
        return estimator.cancelled();
    return estimator.run(*info);
}

} // namespace sagascope::kafka
