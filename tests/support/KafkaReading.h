// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/kafka/Consumer.h"
#include "core/kafka/GroupConsumer.h"
#include "core/kafka/Publisher.h"

namespace sagascope::support {

/// A record that owns its bytes, for comparing in tests.
struct ReadRecord
{
    std::string topic;
    std::int32_t partition = 0;
    std::int64_t offset = 0;
    std::int64_t milliseconds = 0;
    std::optional<std::string> key;
    std::optional<std::string> value;
    std::vector<std::pair<std::string, std::optional<std::string>>> headers;
};

inline std::optional<std::string> owned(const std::optional<std::string_view>& bytes)
{
    return bytes ? std::optional(std::string(*bytes)) : std::nullopt;
}

inline ReadRecord owned(const event::RawRecord& record)
{
    ReadRecord copy{std::string(record.topic),
                    record.partition,
                    record.offset,
                    base::toUnixMilliseconds(record.brokerTime),
                    owned(record.key),
                    owned(record.value),
                    {}};
    for (const auto& header : record.headers)
        copy.headers.emplace_back(header.name, owned(header.value));
    return copy;
}

/// Polls until `enough` says so, the consumer finished, or the time is over. Returns what came.
template <typename Enough>
std::vector<ReadRecord> readWhile(kafka::Consumer& consumer, Enough enough,
                                  std::chrono::milliseconds timeout = std::chrono::seconds(20))
{
    std::vector<ReadRecord> records;
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    while (!enough(records) && !consumer.isFinished() && std::chrono::steady_clock::now() < deadline) {
        const auto batch = consumer.poll(1'000, std::chrono::milliseconds(50));
        for (const auto& record : batch.records())
            records.push_back(owned(record));
    }
    return records;
}

inline std::vector<ReadRecord> readRecords(kafka::Consumer& consumer, std::size_t count,
                                           std::chrono::milliseconds timeout = std::chrono::seconds(20))
{
    return readWhile(
        consumer, [count](const auto& records) { return records.size() >= count; }, timeout);
}

/// Reads to the end of an until-end consumer.
inline std::vector<ReadRecord> readToEnd(kafka::Consumer& consumer,
                                         std::chrono::milliseconds timeout = std::chrono::seconds(20))
{
    return readWhile(
        consumer, [](const auto&) { return false; }, timeout);
}

/// How often each (topic, partition, offset) came.
inline std::map<std::pair<kafka::TopicPartition, std::int64_t>, int>
coordinatesOf(const std::vector<ReadRecord>& records)
{
    std::map<std::pair<kafka::TopicPartition, std::int64_t>, int> counts;
    for (const auto& record : records)
        ++counts[{{record.topic, record.partition}, record.offset}];
    return counts;
}

/// Writes the records and waits for all acknowledgements. Returns what the broker said, in the order of the records.
inline std::vector<kafka::DeliveryReport> publishAll(kafka::Publisher& publisher,
                                                     std::vector<kafka::OutgoingRecord> records)
{
    std::vector<kafka::DeliveryReport> reports(records.size(), base::Error{});
    for (std::size_t i = 0; i < records.size(); ++i)
        publisher.publish(std::move(records[i]), [&reports, i](const auto& report) { reports[i] = report; });
    if (!publisher.flush(std::chrono::seconds(20)))
        publisher.cancel();
    while (publisher.outstanding() > 0)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    return reports;
}

} // namespace sagascope::support
