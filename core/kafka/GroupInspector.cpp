// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/GroupInspector.h"

#include <algorithm>

#include "core/kafka/RdLookup.h"
#include "core/kafka/RdTopicSettings.h"

namespace sagascope::kafka {

using metrics::GroupPhase;
using metrics::GroupReading;
using metrics::GroupState;
using metrics::LagSample;
using metrics::Membership;
using metrics::Place;

namespace {

constexpr std::chrono::milliseconds kQuestionTimeout(2'000);
/// Looks between two questions about what hardly changes: groups that do not concern us, and topics' settings.
constexpr std::uint64_t kRarely = 30;

Place placeOf(const LagSample& sample)
{
    return {sample.topic, sample.partition};
}

LagSample emptySample(const std::string& group, Place place)
{
    LagSample sample;
    sample.group = group;
    sample.topic = std::move(place.topic);
    sample.partition = place.partition;
    sample.at = base::Clock::system().now();
    return sample;
}

std::vector<LagSample> samplesOf(const WatchedGroup& group, const ClusterInfo& info)
{
    std::vector<LagSample> samples;
    for (const std::set<std::string> topics(group.topics.begin(), group.topics.end()); const auto& name : topics) {
        const auto* topic = info.find(name);
        for (std::size_t i = 0; topic && i < topic->partitions.size(); ++i)
            samples.push_back(emptySample(group.name, {name, topic->partitions[i].id}));
    }
    return samples;
}

bool hasLeader(const ClusterInfo& info, const Place& place)
{
    const auto* topic = info.find(place.topic);
    return topic && std::any_of(topic->partitions.begin(), topic->partitions.end(), [&](const PartitionInfo& partition) {
        return partition.id == place.partition && partition.leader >= 0;
    });
}

std::map<TopicPartition, std::size_t> partitionsOf(const std::vector<GroupReading>& groups)
{
    std::map<TopicPartition, std::size_t> partitions;
    for (const GroupReading& group : groups) {
        for (const LagSample& sample : group.samples)
            partitions.emplace(TopicPartition{sample.topic, sample.partition}, 0);
    }
    return partitions;
}

} // namespace

GroupInspector::GroupInspector(const Profile& profile, rd_kafka_t* client)
    : m_profile(profile), m_pattern(profile.topicPattern), m_client(client), m_groups(profile, kQuestionTimeout)
{
}

metrics::GroupLook GroupInspector::look()
{
    ++m_looks;
    rd_kafka_poll(m_client, 0);
    metrics::GroupLook look;
    const auto info = describeCluster(m_client, m_profile.bootstrap, kQuestionTimeout);
    Groups& groups = look.groups;
    groups = expectedGroups(info ? &*info : nullptr);
    if (!info) {
        for (GroupReading& group : groups)
            group.error = info.error();
    } else {
        if (!m_profile.isEmbedded)
            look.listError = discover(groups);
        m_groups.fetchCommitted(groups, !m_profile.isEmbedded);
        for (GroupReading& group : groups)
            settle(group);
        leaveStrangers(groups);
        dropLeaderless(groups, *info);
        fetchOffsets(groups);
        if (!m_profile.isEmbedded)
            look.retention = retention(groups);
    }
    look.at = base::Clock::system().now();
    return look;
}

GroupInspector::Groups GroupInspector::expectedGroups(const ClusterInfo* info) const
{
    Groups groups;
    for (const WatchedGroup& watched : m_profile.watchedGroups) {
        GroupReading group;
        group.group = watched.name;
        group.isExpected = true;
        if (info)
            group.samples = samplesOf(watched, *info);
        groups.push_back(std::move(group));
    }
    return groups;
}

/// Adds the groups that the cluster lists, and what it tells of all of them.
std::optional<base::Error> GroupInspector::discover(Groups& groups)
{
    const auto listed = m_groups.list();
    std::set<std::string> others = listed ? *listed : std::set<std::string>();
    for (GroupReading& group : groups)
        group.isListed = others.erase(group.group) > 0;
    for (const std::string& name : others) {
        const auto stranger = m_strangers.find(name);
        if (stranger != m_strangers.end() && m_looks - stranger->second < kRarely)
            continue;
        GroupReading group;
        group.group = name;
        group.isListed = true;
        groups.push_back(std::move(group));
    }
    std::erase_if(m_strangers, [&](const auto& stranger) { return !others.contains(stranger.first); });
    describe(groups, listed);
    return listed ? std::nullopt : std::optional(listed.error());
}

/// Only a cluster that listed its groups once is asked to describe them: librdkafka (its issue 4605) writes into memory
/// that it has freed when the coordinator knows no such question, and whoever knows one of the two knows the other.
void GroupInspector::describe(Groups& groups, const base::Result<std::set<std::string>>& listed)
{
    m_isDescribing |= listed.isOk();
    if (m_isDescribing)
        return m_groups.describe(groups);
    for (GroupReading& group : groups) {
        group.membership = Membership::Refused;
        group.membersError = listed.error();
    }
}

/// What the answers mean together.
void GroupInspector::settle(GroupReading& group) const
{
    if (group.membership == Membership::Told && group.phase == GroupPhase::Dead && group.members.empty()
        && (group.isListed || group.state == GroupState::Known))
        group.membership = Membership::Hidden;
    std::set<Place> known;
    for (const LagSample& sample : group.samples)
        known.insert(placeOf(sample));
    for (const auto& member : group.members) {
        for (const Place& place : member.assigned) {
            if (known.insert(place).second)
                group.samples.push_back(emptySample(group.group, place));
        }
    }
    std::sort(group.samples.begin(), group.samples.end(),
              [](const LagSample& left, const LagSample& right) { return placeOf(left) < placeOf(right); });
}

void GroupInspector::leaveStrangers(Groups& groups)
{
    std::erase_if(groups, [this](const GroupReading& group) {
        const bool isStranger = isStrange(group);
        if (isStranger)
            m_strangers[group.group] = m_looks;
        else
            m_strangers.erase(group.group);
        return isStranger;
    });
}

bool GroupInspector::isStrange(const GroupReading& group) const
{
    return !group.isExpected && !group.samples.empty()
           && std::none_of(group.samples.begin(), group.samples.end(),
                           [this](const LagSample& sample) { return std::regex_search(sample.topic, m_pattern); });
}

/// A partition without a leader would hold up the question for all others; a topic that is gone has no end.
void GroupInspector::dropLeaderless(Groups& groups, const ClusterInfo& info)
{
    for (GroupReading& group : groups)
        std::erase_if(group.samples, [&](const LagSample& sample) { return !hasLeader(info, placeOf(sample)); });
}

void GroupInspector::fetchOffsets(Groups& groups)
{
    auto indices = partitionsOf(groups);
    std::vector<TopicPartition> partitions;
    for (auto& [partition, index] : indices) {
        index = partitions.size();
        partitions.push_back(partition);
    }
    const auto lows = offsetsAt(m_client, partitions, kLowOffset, kQuestionTimeout);
    const auto ends = offsetsAt(m_client, partitions, kEndOffset, kQuestionTimeout);
    for (GroupReading& group : groups) {
        for (LagSample& sample : group.samples) {
            const std::size_t i = indices.at({sample.topic, sample.partition});
            if (!lows[i] || !ends[i]) {
                group.state = GroupState::Unreadable;
                group.error = lows[i] ? ends[i].error() : lows[i].error();
                break;
            }
            sample.low = *lows[i];
            sample.end = *ends[i];
        }
        for (LagSample& sample : group.samples)
            sample.state = group.state;
    }
}

std::map<std::string, base::Duration> GroupInspector::retention(const Groups& groups)
{
    std::set<std::string> topics;
    for (const GroupReading& group : groups) {
        for (const LagSample& sample : group.samples)
            topics.insert(sample.topic);
    }
    if (topics != m_retentionAsked || m_looks - m_retentionLook >= kRarely) {
        m_retention = retentionOf(m_client, topics, kQuestionTimeout);
        m_retentionAsked = std::move(topics);
        m_retentionLook = m_looks;
    }
    return m_retention;
}

} // namespace sagascope::kafka
