// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Time.h"

namespace sagascope::event {

enum class TimestampType : std::uint8_t { None, Create, LogAppend };

/// A header as it lies on the wire: names repeat, values may be null or any bytes.
struct HeaderView
{
    std::string_view name;
    std::optional<std::string_view> value;
};

/// One Kafka record, not looked into. All views point into the batch that it came in.
/// A null key or value is nullopt; an empty one is an empty view: they mean different things.
struct RawRecord
{
    std::string_view topic;
    std::int32_t partition = 0;
    std::int64_t offset = 0;
    base::Timestamp brokerTime = base::kNoTime; ///< the record's Kafka timestamp
    TimestampType timestampType = TimestampType::None;
    std::optional<std::string_view> key;
    std::optional<std::string_view> value;
    std::span<const HeaderView> headers;
    bool isOurs = false; ///< published by this program

    [[nodiscard]] std::size_t size() const; ///< key + value + headers, bytes
};

/// Records in arrival order together with the memory that their views point into. Move-only; one owner at a time.
class RecordBatch
{
public:
    RecordBatch() = default;
    /// Records whose views point into `memory`, which is released with the batch.
    RecordBatch(std::vector<RawRecord> records, std::vector<std::unique_ptr<HeaderView[]>> headers,
                std::shared_ptr<const void> memory);
    RecordBatch(RecordBatch&& other) noexcept;
    RecordBatch& operator=(RecordBatch&& other) noexcept;

    [[nodiscard]] std::span<const RawRecord> records() const { return m_records; }
    /// For the source that made the batch, to mark what only it knows (isOurs).
    [[nodiscard]] std::span<RawRecord> editRecords() { return m_records; }
    [[nodiscard]] bool isEmpty() const { return m_records.empty(); }
    [[nodiscard]] std::size_t size() const { return m_records.size(); }

    /// Where the source keeps its records itself, in blocks: these are all those of the block of this number, in its order.
    [[nodiscard]] std::optional<std::uint32_t> block() const { return m_block; }
    void setBlock(std::uint32_t number) { m_block = number; }

    /// Copies `record` with everything that it points to into the batch's own memory.
    void append(const RawRecord& record);

private:
    std::string_view keep(std::string_view bytes);
    std::vector<RawRecord> m_records;
    std::vector<std::unique_ptr<HeaderView[]>> m_headers;
    std::shared_ptr<const void> m_memory;
    std::vector<std::unique_ptr<char[]>> m_copies; ///< chunks; the last one has room left
    std::size_t m_room = 0;
    char* m_free = nullptr;
    std::optional<std::uint32_t> m_block;
};

} // namespace sagascope::event
