// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RdOutgoing.h"

#include <utility>

namespace sagascope::kafka {

namespace {

/// librdkafka takes a null pointer for null; an empty text has an address of its own.
std::pair<void*, std::size_t> bytesOf(const std::optional<std::string>& bytes)
{
    if (!bytes)
        return {nullptr, 0};
    return {const_cast<char*>(bytes->data()), bytes->size()};
}

RdHeaders headersOf(const OutgoingRecord& record)
{
    RdHeaders headers(rd_kafka_headers_new(record.headers.size()));
    for (const auto& [name, value] : record.headers) {
        const auto [bytes, size] = bytesOf(value);
        rd_kafka_header_add(headers.get(), name.c_str(), static_cast<ssize_t>(name.size()), bytes,
                            static_cast<ssize_t>(size));
    }
    return headers;
}

} // namespace

rd_kafka_resp_err_t produceRecord(rd_kafka_t* client, const OutgoingRecord& record, void* opaque)
{
    auto headers = headersOf(record);
    const auto [key, keySize] = bytesOf(record.key);
    const auto [value, valueSize] = bytesOf(record.value);
    const std::int64_t milliseconds = record.time ? base::toUnixMilliseconds(*record.time) : 0;
    const auto partition = record.partition.value_or(RD_KAFKA_PARTITION_UA);
    const auto error = rd_kafka_producev(
        client, RD_KAFKA_V_TOPIC(record.topic.c_str()), RD_KAFKA_V_PARTITION(partition), RD_KAFKA_V_KEY(key, keySize),
        RD_KAFKA_V_VALUE(value, valueSize), RD_KAFKA_V_HEADERS(headers.get()), RD_KAFKA_V_TIMESTAMP(milliseconds),
        RD_KAFKA_V_MSGFLAGS(RD_KAFKA_MSG_F_COPY), RD_KAFKA_V_OPAQUE(opaque), RD_KAFKA_V_END);
    if (error == RD_KAFKA_RESP_ERR_NO_ERROR)
        (void)headers.release(); // the message owns them now
    return error;
}

} // namespace sagascope::kafka
