// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/GroupWatcher.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <set>
#include <thread>

#include "core/kafka/RdConfig.h"
#include "core/kafka/RdFailure.h"
#include "core/kafka/RdLookup.h"

namespace sagascope::kafka {

using namespace std::chrono_literals;

namespace {

constexpr auto kQuestionTimeout = 2'000ms;

using RdGroupQuestion =
    std::unique_ptr<rd_kafka_ListConsumerGroupOffsets_t, RdDestroy<rd_kafka_ListConsumerGroupOffsets_destroy>>;

RdPartitions toList(const std::vector<metrics::LagSample>& samples)
{
    RdPartitions list(rd_kafka_topic_partition_list_new(static_cast<int>(samples.size())));
    for (const auto& sample : samples)
        rd_kafka_topic_partition_list_add(list.get(), sample.topic.c_str(), sample.partition);
    return list;
}

void setUnreadable(GroupProgress& progress, base::Error error)
{
    progress.state = metrics::GroupState::Unreadable;
    progress.error = std::move(error);
}

/// Copies committed offsets from the answer into `progress`.
void takeAnswer(GroupProgress& progress, const rd_kafka_group_result_t& answer)
{
    if (const auto* error = rd_kafka_group_result_error(&answer))
        return setUnreadable(progress,
                             failure(rd_kafka_error_code(error), progress.group, rd_kafka_error_string(error)));
    const auto* committed = rd_kafka_group_result_partitions(&answer);
    progress.state = metrics::GroupState::Absent;
    for (auto& sample : progress.samples) {
        const auto* found =
            committed ? rd_kafka_topic_partition_list_find(committed, sample.topic.c_str(), sample.partition) : nullptr;
        if (!found || found->err != RD_KAFKA_RESP_ERR_NO_ERROR || found->offset < 0)
            continue;
        sample.position = found->offset;
        progress.state = metrics::GroupState::Known;
    }
}

metrics::LagSample wholeGroup(const GroupProgress& progress)
{
    metrics::LagSample sample;
    sample.group = progress.group;
    sample.partition = metrics::LagSample::kNoPartition;
    sample.state = progress.state;
    sample.at = base::Clock::system().now();
    return sample;
}

} // namespace

class GroupWatcher::Impl
{
public:
    Impl(Profile profile, std::chrono::milliseconds interval, RdClient client)
        : m_profile(std::move(profile)),
          m_interval(interval),
          m_client(std::move(client)),
          m_answers(rd_kafka_queue_new(m_client.get()))
    {
        if (!m_profile.watchedGroups.empty())
            m_thread = std::thread([this] { run(); });
    }

    ~Impl()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isStopping = true;
        }
        m_changed.notify_all();
        if (m_thread.joinable())
            m_thread.join();
    }

    [[nodiscard]] std::vector<GroupProgress> latest() const
    {
        const std::lock_guard lock(m_mutex);
        return m_latest;
    }

    [[nodiscard]] std::vector<metrics::LagSample> samples() const
    {
        std::vector<metrics::LagSample> all;
        for (const auto& progress : latest()) {
            all.insert(all.end(), progress.samples.begin(), progress.samples.end());
            if (progress.samples.empty())
                all.push_back(wholeGroup(progress));
        }
        return all;
    }

    [[nodiscard]] std::uint64_t rounds() const
    {
        const std::lock_guard lock(m_mutex);
        return m_rounds;
    }

    bool awaitRound(std::chrono::milliseconds timeout)
    {
        std::unique_lock lock(m_mutex);
        // The round under way has started before this call.
        const auto wanted = m_rounds + (m_isLooking ? 2 : 1);
        m_isHurried = true;
        m_changed.notify_all();
        return m_changed.wait_for(lock, timeout, [&] { return m_rounds >= wanted || m_isStopping; }) && !m_isStopping;
    }

private:
    void run()
    {
        std::unique_lock lock(m_mutex);
        while (!m_isStopping) {
            m_isLooking = true;
            m_isHurried = false;
            lock.unlock();
            auto progress = look();
            lock.lock();
            m_latest = std::move(progress);
            ++m_rounds;
            m_isLooking = false;
            m_changed.notify_all();
            m_changed.wait_for(lock, m_interval, [this] { return m_isStopping || m_isHurried; });
        }
    }

    std::vector<GroupProgress> look()
    {
        rd_kafka_poll(m_client.get(), 0);
        std::vector<GroupProgress> all;
        const auto info = describeCluster(m_client.get(), m_profile.bootstrap, kQuestionTimeout);
        for (const auto& group : m_profile.watchedGroups) {
            GroupProgress progress{group.name, metrics::GroupState::Unreadable, {}, {}};
            if (info)
                lookAt(progress, group, *info);
            else
                setUnreadable(progress, info.error());
            all.push_back(std::move(progress));
        }
        return all;
    }

    /// Committed offsets before ends: a lag seen may be a little too large, but no group is ever ahead of its topic.
    void lookAt(GroupProgress& progress, const WatchedGroup& group, const ClusterInfo& info)
    {
        progress.samples = emptySamples(group, info);
        if (progress.samples.empty()) {
            progress.state = metrics::GroupState::Absent;
            return;
        }
        fetchCommitted(progress);
        if (progress.state != metrics::GroupState::Unreadable)
            fetchEnds(progress);
        for (auto& sample : progress.samples)
            sample.state = progress.state;
    }

    static std::vector<metrics::LagSample> emptySamples(const WatchedGroup& group, const ClusterInfo& info)
    {
        std::vector<metrics::LagSample> samples;
        for (const std::set<std::string> topics(group.topics.begin(), group.topics.end()); const auto& name : topics) {
            const auto* topic = info.find(name);
            for (std::size_t i = 0; topic && i < topic->partitions.size(); ++i) {
                if (topic->partitions[i].leader < 0)
                    continue; // would hold up the question for all others
                metrics::LagSample sample;
                sample.group = group.name;
                sample.topic = name;
                sample.partition = topic->partitions[i].id;
                sample.at = base::Clock::system().now();
                samples.push_back(std::move(sample));
            }
        }
        return samples;
    }

    void fetchCommitted(GroupProgress& progress)
    {
        const auto list = toList(progress.samples);
        const RdGroupQuestion question(rd_kafka_ListConsumerGroupOffsets_new(progress.group.c_str(), list.get()));
        const RdAdminOptions options(
            rd_kafka_AdminOptions_new(m_client.get(), RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS));
        char ignored[256];
        rd_kafka_AdminOptions_set_request_timeout(options.get(), static_cast<int>(kQuestionTimeout.count()), ignored,
                                                  sizeof ignored);
        auto* asked = question.get();
        rd_kafka_ListConsumerGroupOffsets(m_client.get(), &asked, 1, options.get(), m_answers.get());
        // The request times out by itself; the longer wait only guards against an answer that never comes.
        const RdEvent answer(rd_kafka_queue_poll(m_answers.get(), 2 * static_cast<int>(kQuestionTimeout.count())));
        const auto* result = answer ? rd_kafka_event_ListConsumerGroupOffsets_result(answer.get()) : nullptr;
        std::size_t count = 0;
        const auto** groups = result ? rd_kafka_ListConsumerGroupOffsets_result_groups(result, &count) : nullptr;
        if (count == 0) {
            const auto code = answer ? rd_kafka_event_error(answer.get()) : RD_KAFKA_RESP_ERR__TIMED_OUT;
            return setUnreadable(progress, failure(code, progress.group));
        }
        takeAnswer(progress, *groups[0]);
    }

    void fetchEnds(GroupProgress& progress)
    {
        std::vector<TopicPartition> partitions;
        for (const auto& sample : progress.samples)
            partitions.push_back({sample.topic, sample.partition});
        const auto ends = offsetsAt(m_client.get(), partitions, kEndOffset, kQuestionTimeout);
        for (std::size_t i = 0; i < ends.size(); ++i) {
            if (!ends[i])
                return setUnreadable(progress, ends[i].error());
            progress.samples[i].end = *ends[i];
        }
    }

    const Profile m_profile;
    const std::chrono::milliseconds m_interval;
    RdClient m_client;
    RdQueue m_answers;
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<GroupProgress> m_latest;
    std::uint64_t m_rounds = 0;
    bool m_isLooking = false;
    bool m_isHurried = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

base::Result<std::unique_ptr<GroupWatcher>> GroupWatcher::open(const Profile& profile,
                                                               std::chrono::milliseconds interval)
{
    if (auto checked = profile.check(); !checked)
        return checked.error();
    RdConfig config(profile, "sagascope-watcher");
    config.set("enable.auto.commit", false).set("allow.auto.create.topics", false);
    // Lag counts up to the log's end, as Kafka's own tools do.
    config.set("isolation.level", "read_uncommitted");
    auto client = config.create(RD_KAFKA_CONSUMER);
    if (!client)
        return client.error();
    return std::unique_ptr<GroupWatcher>(
        new GroupWatcher(std::make_unique<Impl>(profile, interval, std::move(client).value())));
}

GroupWatcher::GroupWatcher(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}

GroupWatcher::~GroupWatcher() = default;

std::vector<GroupProgress> GroupWatcher::latest() const
{
    return m_impl->latest();
}

std::vector<metrics::LagSample> GroupWatcher::samples() const
{
    return m_impl->samples();
}

std::uint64_t GroupWatcher::rounds() const
{
    return m_impl->rounds();
}

bool GroupWatcher::awaitRound(std::chrono::milliseconds timeout)
{
    return m_impl->awaitRound(timeout);
}

} // namespace sagascope::kafka
