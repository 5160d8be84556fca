// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RdLookup.h"

#include <algorithm>
#include <map>

#include "core/kafka/RdFailure.h"

namespace sagascope::kafka {

namespace {

int toTimeout(std::chrono::milliseconds timeout)
{
    return static_cast<int>(timeout.count());
}

TopicInfo toTopic(const rd_kafka_metadata_topic& topic)
{
    TopicInfo info{topic.topic, {}};
    for (const auto& partition : std::span(topic.partitions, static_cast<std::size_t>(topic.partition_cnt)))
        info.partitions.push_back({partition.id, partition.leader});
    return info;
}

ClusterInfo toClusterInfo(const rd_kafka_metadata_t& metadata)
{
    ClusterInfo info;
    for (const auto& broker : std::span(metadata.brokers, static_cast<std::size_t>(metadata.broker_cnt)))
        info.brokers.push_back({broker.id, std::string(broker.host) + ':' + std::to_string(broker.port)});
    for (const auto& topic : std::span(metadata.topics, static_cast<std::size_t>(metadata.topic_cnt))) {
        if (topic.err == RD_KAFKA_RESP_ERR_NO_ERROR)
            info.topics.push_back(toTopic(topic));
    }
    std::sort(info.topics.begin(), info.topics.end(),
              [](const TopicInfo& left, const TopicInfo& right) { return left.name < right.name; });
    return info;
}

base::Result<std::int64_t> toOffset(const rd_kafka_topic_partition_t& element, rd_kafka_resp_err_t overall,
                                    std::int64_t when)
{
    const bool isReal = element.offset >= 0 || (when >= 0 && element.offset == RD_KAFKA_OFFSET_END);
    if (element.err == RD_KAFKA_RESP_ERR_NO_ERROR && overall == RD_KAFKA_RESP_ERR_NO_ERROR && isReal)
        return element.offset;
    auto code = element.err != RD_KAFKA_RESP_ERR_NO_ERROR ? element.err : overall;
    if (code == RD_KAFKA_RESP_ERR_NO_ERROR)
        code = RD_KAFKA_RESP_ERR__TIMED_OUT; // nobody answered for this partition
    return failure(code, std::string(element.topic) + '/' + std::to_string(element.partition));
}

} // namespace

const TopicInfo* ClusterInfo::find(std::string_view topic) const
{
    const auto found = std::find_if(topics.begin(), topics.end(), [&](const auto& info) { return info.name == topic; });
    return found == topics.end() ? nullptr : &*found;
}

base::Result<ClusterInfo> describeCluster(rd_kafka_t* client, const std::string& bootstrap,
                                          std::chrono::milliseconds timeout)
{
    const rd_kafka_metadata_t* raw = nullptr;
    const auto error = rd_kafka_metadata(client, 1, nullptr, &raw, toTimeout(timeout));
    if (error != RD_KAFKA_RESP_ERR_NO_ERROR)
        return failure(error, bootstrap);
    const RdMetadata metadata(raw);
    return toClusterInfo(*metadata);
}

std::vector<base::Result<std::int64_t>> offsetsAt(rd_kafka_t* client, std::span<const TopicPartition> partitions,
                                                  std::int64_t when, std::chrono::milliseconds timeout)
{
    std::vector<base::Result<std::int64_t>> offsets;
    if (partitions.empty())
        return offsets;
    const RdPartitions list(rd_kafka_topic_partition_list_new(static_cast<int>(partitions.size())));
    for (const auto& [topic, partition] : partitions)
        rd_kafka_topic_partition_list_add(list.get(), topic.c_str(), partition)->offset = when;
    const auto overall = rd_kafka_offsets_for_times(client, list.get(), toTimeout(timeout));
    offsets.reserve(partitions.size());
    // librdkafka may reorder the list, so each is looked up by name; its own search goes through the list from the front.
    std::map<std::pair<std::string_view, std::int32_t>, const rd_kafka_topic_partition_t*> byName;
    for (const auto& element : std::span(list->elems, static_cast<std::size_t>(list->cnt)))
        byName.emplace(std::pair(std::string_view(element.topic), element.partition), &element);
    for (const auto& [topic, partition] : partitions)
        offsets.push_back(toOffset(*byName.at({topic, partition}), overall, when));
    return offsets;
}

} // namespace sagascope::kafka
