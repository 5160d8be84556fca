// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/FixtureFile.h"

#include <algorithm>

#include "core/event/JsonLines.h"

namespace sagascope::integration {

namespace {

/// Never part of a key or value: kcat splits at it and ends a record with it.
constexpr auto kKeyDelimiter = "\x1e=\x1e";
constexpr auto kRecordDelimiter = "\x1e;\x1e";

base::Result<event::RecordBatch> readFile(const std::filesystem::path& file)
{
    auto reader = event::JsonLinesReader::open(file);
    if (!reader)
        return reader.error();
    constexpr std::size_t kAll = 100'000;
    auto batch = reader->read(kAll);
    if (const auto unreadable = reader->takeUnreadable(); !unreadable.empty())
        return unreadable.front();
    return batch;
}

std::vector<std::string> argumentsFor(const event::RawRecord& record)
{
    std::vector<std::string> arguments{
        "-P", "-t", std::string(record.topic), "-p", std::to_string(record.partition), "-D", kRecordDelimiter};
    if (record.key)
        arguments.insert(arguments.end(), {"-K", kKeyDelimiter});
    if (!record.value)
        arguments.emplace_back("-Z"); // an empty value is written as null
    for (const auto& header : record.headers) {
        const std::string name(header.name);
        arguments.insert(arguments.end(), {"-H", header.value ? name + '=' + std::string(*header.value) : name});
    }
    return arguments;
}

} // namespace

base::Result<std::size_t> writeWithKcat(const support::KafkaCluster& kafka, const std::filesystem::path& file)
{
    const auto batch = readFile(file);
    if (!batch)
        return batch.error();
    for (const auto& record : batch->records()) {
        std::string input;
        if (record.key)
            input = std::string(*record.key) + kKeyDelimiter;
        input += record.value.value_or("");
        const auto result = kafka.kcat(argumentsFor(record), input + kRecordDelimiter);
        if (!result.hasSucceeded())
            return base::Error{base::ErrorCode::Refused, std::string(record.topic), result.errors};
    }
    return batch->size();
}

base::Result<std::map<std::string, int>> topicsOf(const std::filesystem::path& file)
{
    const auto batch = readFile(file);
    if (!batch)
        return batch.error();
    std::map<std::string, int> topics;
    for (const auto& record : batch->records()) {
        auto& partitions = topics[std::string(record.topic)];
        partitions = std::max(partitions, record.partition + 1);
    }
    return topics;
}

} // namespace sagascope::integration
