// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "core/event/RawRecord.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// Gathers messages into a RecordBatch whose views point into them. One thread.
class RdBatch
{
public:
    /// `client` is kept alive until the last message of the batch is gone.
    RdBatch(std::shared_ptr<const void> client, std::size_t expected);

    void add(RdMessage message);
    [[nodiscard]] bool isEmpty() const { return m_records.empty(); }
    [[nodiscard]] event::RecordBatch finish();

private:
    struct Memory;
    [[nodiscard]] std::span<const event::HeaderView> keepHeaders(const rd_kafka_message_t& message);
    [[nodiscard]] std::span<event::HeaderView> allocateHeaders(std::size_t count);

    std::shared_ptr<Memory> m_memory;
    std::vector<event::RawRecord> m_records;
    std::vector<std::unique_ptr<event::HeaderView[]>> m_headers;
    std::size_t m_headersLeft = 0; ///< free ones at the end of the last chunk
    event::HeaderView* m_nextHeader = nullptr;
};

/// The time of a message from Kafka's milliseconds.
[[nodiscard]] base::Timestamp timeOf(const rd_kafka_message_t& message);
/// The headers of a message; null where it has none. They live as long as it does.
[[nodiscard]] const rd_kafka_headers_t* headersOf(const rd_kafka_message_t& message);
/// Nothing behind the last one, and where there are no headers.
[[nodiscard]] std::optional<event::HeaderView> headerAt(const rd_kafka_headers_t* headers, std::size_t index);
/// Bytes of key, value and headers, as event::RawRecord::size() has it.
[[nodiscard]] std::size_t sizeOf(const rd_kafka_message_t& message);

} // namespace sagascope::kafka
