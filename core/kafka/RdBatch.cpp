// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RdBatch.h"

#include <algorithm>

namespace sagascope::kafka {

namespace {

constexpr std::size_t kHeaderChunk = 512;

std::optional<std::string_view> viewOf(const void* bytes, std::size_t size)
{
    if (!bytes)
        return std::nullopt;
    return std::string_view(static_cast<const char*>(bytes), size);
}

event::TimestampType typeOf(rd_kafka_timestamp_type_t type)
{
    switch (type) {
    case RD_KAFKA_TIMESTAMP_CREATE_TIME:
        return event::TimestampType::Create;
    case RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME:
        return event::TimestampType::LogAppend;
    default:
        return event::TimestampType::None;
    }
}

} // namespace

/// Members go in reverse order: the messages before the client that they came from.
struct RdBatch::Memory
{
    std::shared_ptr<const void> client;
    std::vector<RdMessage> messages;
};

RdBatch::RdBatch(std::shared_ptr<const void> client, std::size_t expected) : m_memory(std::make_shared<Memory>())
{
    m_memory->client = std::move(client);
    m_memory->messages.reserve(expected);
    m_records.reserve(expected);
}

void RdBatch::add(RdMessage message)
{
    rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
    (void)rd_kafka_message_timestamp(message.get(), &type);
    event::RawRecord record;
    record.topic = rd_kafka_topic_name(message->rkt);
    record.partition = message->partition;
    record.offset = message->offset;
    record.brokerTime = timeOf(*message);
    record.timestampType = typeOf(type);
    record.key = viewOf(message->key, message->key_len);
    record.value = viewOf(message->payload, message->len);
    record.headers = keepHeaders(*message);
    m_records.push_back(record);
    m_memory->messages.push_back(std::move(message));
}

std::span<const event::HeaderView> RdBatch::keepHeaders(const rd_kafka_message_t& message)
{
    const rd_kafka_headers_t* headers = headersOf(message);
    if (headers == nullptr)
        return {};
    const auto views = allocateHeaders(rd_kafka_header_cnt(headers));
    for (std::size_t i = 0; i < views.size(); ++i)
        views[i] = headerAt(headers, i).value_or(event::HeaderView());
    return views;
}

std::span<event::HeaderView> RdBatch::allocateHeaders(std::size_t count)
{
    if (count > m_headersLeft) {
        m_headersLeft = std::max(count, kHeaderChunk);
        m_headers.push_back(std::make_unique<event::HeaderView[]>(m_headersLeft));
        m_nextHeader = m_headers.back().get();
    }
    const std::span<event::HeaderView> views(m_nextHeader, count);
    m_nextHeader += count;
    m_headersLeft -= count;
    return views;
}

event::RecordBatch RdBatch::finish()
{
    return {std::move(m_records), std::move(m_headers), std::move(m_memory)};
}

base::Timestamp timeOf(const rd_kafka_message_t& message)
{
    rd_kafka_timestamp_type_t type = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE;
    const auto milliseconds = rd_kafka_message_timestamp(&message, &type);
    if (type == RD_KAFKA_TIMESTAMP_NOT_AVAILABLE || milliseconds < 0)
        return base::kNoTime;
    return base::fromUnixMilliseconds(milliseconds);
}

const rd_kafka_headers_t* headersOf(const rd_kafka_message_t& message)
{
    rd_kafka_headers_t* headers = nullptr;
    return rd_kafka_message_headers(&message, &headers) == RD_KAFKA_RESP_ERR_NO_ERROR ? headers : nullptr;
}

std::optional<event::HeaderView> headerAt(const rd_kafka_headers_t* headers, std::size_t index)
{
    const char* name = nullptr;
    const void* value = nullptr;
    std::size_t size = 0;
    if (headers == nullptr || rd_kafka_header_get_all(headers, index, &name, &value, &size) != RD_KAFKA_RESP_ERR_NO_ERROR)
        return std::nullopt;
    return event::HeaderView{name, viewOf(value, size)};
}

std::size_t sizeOf(const rd_kafka_message_t& message)
{
    std::size_t bytes = message.key_len + message.len;
    const rd_kafka_headers_t* headers = headersOf(message);
    for (std::size_t i = 0; const auto header = headerAt(headers, i); ++i)
        bytes += header->name.size() + (header->value ? header->value->size() : 0);
    return bytes;
}

} // namespace sagascope::kafka
