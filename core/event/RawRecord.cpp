// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/RawRecord.h"

#include <algorithm>
#include <utility>

namespace sagascope::event {

std::size_t RawRecord::size() const
{
    std::size_t bytes = (key ? key->size() : 0) + (value ? value->size() : 0);
    for (const HeaderView& header : headers)
        bytes += header.name.size() + (header.value ? header.value->size() : 0);
    return bytes;
}

RecordBatch::RecordBatch(std::vector<RawRecord> records, std::vector<std::unique_ptr<HeaderView[]>> headers,
                         std::shared_ptr<const void> memory)
    : m_records(std::move(records)), m_headers(std::move(headers)), m_memory(std::move(memory))
{
}

RecordBatch::RecordBatch(RecordBatch&& other) noexcept
    : m_records(std::move(other.m_records)),
      m_headers(std::move(other.m_headers)),
      m_memory(std::move(other.m_memory)),
      m_copies(std::move(other.m_copies)),
      m_room(std::exchange(other.m_room, 0)),
      m_free(std::exchange(other.m_free, nullptr)),
      m_block(other.m_block)
{
}

RecordBatch& RecordBatch::operator=(RecordBatch&& other) noexcept
{
    m_records = std::move(other.m_records);
    m_headers = std::move(other.m_headers);
    m_memory = std::move(other.m_memory);
    m_copies = std::move(other.m_copies);
    m_room = std::exchange(other.m_room, 0);
    m_free = std::exchange(other.m_free, nullptr);
    m_block = other.m_block;
    return *this;
}

std::string_view RecordBatch::keep(std::string_view bytes)
{
    constexpr std::size_t kChunkSize = std::size_t(16) * 1024;
    if (bytes.empty())
        return "";
    if (bytes.size() > m_room) {
        m_room = std::max(kChunkSize, bytes.size());
        m_copies.push_back(std::make_unique<char[]>(m_room));
        m_free = m_copies.back().get();
    }
    const std::string_view kept(m_free, bytes.size());
    m_free = std::copy(bytes.begin(), bytes.end(), m_free);
    m_room -= bytes.size();
    return kept;
}

void RecordBatch::append(const RawRecord& record)
{
    RawRecord kept = record;
    kept.topic = keep(record.topic);
    if (record.key)
        kept.key = keep(*record.key);
    if (record.value)
        kept.value = keep(*record.value);
    if (!record.headers.empty()) {
        auto headers = std::make_unique<HeaderView[]>(record.headers.size());
        std::transform(record.headers.begin(), record.headers.end(), headers.get(), [this](const HeaderView& header) {
            return HeaderView{keep(header.name), header.value ? std::optional(keep(*header.value)) : std::nullopt};
        });
        kept.headers = {headers.get(), record.headers.size()};
        m_headers.push_back(std::move(headers));
    }
    m_records.push_back(kept);
}

} // namespace sagascope::event
