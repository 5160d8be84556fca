// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RdTopicSettings.h"

#include <charconv>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/kafka/RdAdmin.h"

namespace sagascope::kafka {

namespace {

using RdConfigResource = std::unique_ptr<rd_kafka_ConfigResource_t, RdDestroy<rd_kafka_ConfigResource_destroy>>;

/// Longer than this means "for ever"; in nanoseconds it would not fit.
constexpr std::int64_t kForEverMs = 100LL * 365 * 24 * 3600 * 1000;

std::optional<base::Duration> retentionIn(const rd_kafka_ConfigResource_t& topic)
{
    std::size_t count = 0;
    const auto** entries = rd_kafka_ConfigResource_configs(&topic, &count);
    for (const auto* entry : std::span(entries, count)) {
        const char* value = rd_kafka_ConfigEntry_value(entry);
        if (!value || std::string_view(rd_kafka_ConfigEntry_name(entry)) != "retention.ms")
            continue;
        const std::string_view text(value);
        std::int64_t milliseconds = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), milliseconds);
        if (read.ec != std::errc() || milliseconds < 0 || milliseconds > kForEverMs)
            return std::nullopt;
        return std::chrono::milliseconds(milliseconds);
    }
    return std::nullopt;
}

} // namespace

std::map<std::string, base::Duration> retentionOf(rd_kafka_t* client, const std::set<std::string>& topics,
                                                  std::chrono::milliseconds timeout)
{
    std::map<std::string, base::Duration> retention;
    if (topics.empty())
        return retention;
    std::vector<RdConfigResource> resources;
    std::vector<rd_kafka_ConfigResource_t*> asked;
    for (const auto& topic : topics) {
        resources.emplace_back(rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic.c_str()));
        asked.push_back(resources.back().get());
    }
    const auto options = adminOptions(client, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS, timeout);
    const RdQueue answers(rd_kafka_queue_new(client));
    rd_kafka_DescribeConfigs(client, asked.data(), asked.size(), options.get(), answers.get());
    const RdEvent answer = awaitAnswer(answers.get(), timeout);
    const auto* result = answer ? rd_kafka_event_DescribeConfigs_result(answer.get()) : nullptr;
    std::size_t count = 0;
    const auto** described = result ? rd_kafka_DescribeConfigs_result_resources(result, &count) : nullptr;
    for (const auto* topic : std::span(described, count)) {
        if (const auto kept = retentionIn(*topic))
            retention.emplace(rd_kafka_ConfigResource_name(topic), *kept);
    }
    return retention;
}

} // namespace sagascope::kafka
