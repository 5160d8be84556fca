// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/PayloadBlocks.h"

#include <algorithm>
#include <limits>
#include <span>
#include <string_view>
#include <utility>

#include "core/store/RecordCodec.h"

namespace sagascope::store {
namespace {

constexpr std::size_t kLargestCached = std::size_t(4) * 1024 * 1024;

using Raw = std::shared_ptr<const std::string>;

/// The block that this thread read last. People look at events that lie near one another.
base::Result<Raw> decompressCached(const std::shared_ptr<const CompressedBlock>& block)
{
    thread_local std::pair<std::shared_ptr<const CompressedBlock>, Raw> last;
    if (last.first == block && last.second)
        return last.second;
    base::Result<Raw> raw = decompress({block->bytes.data(), block->bytes.size()}, block->rawSize);
    if (raw && block->rawSize <= kLargestCached)
        last = {block, raw.value()};
    return raw;
}

/// `memory` is what the bytes lie in; it goes along with the batch.
base::Result<event::RecordBatch> batchOf(std::string_view bytes, std::size_t position,
                                         std::shared_ptr<const void> memory)
{
    std::optional<DecodedRecord> decoded = decodeAt(bytes, position);
    if (!decoded)
        return base::Error{base::ErrorCode::Malformed, "payload block", "record missing"};
    std::vector<std::unique_ptr<event::HeaderView[]>> headers;
    if (decoded->headers)
        headers.push_back(std::move(decoded->headers));
    return event::RecordBatch({decoded->record}, std::move(headers), std::move(memory));
}

} // namespace

PayloadBlocks::Position PayloadBlocks::append(const event::RawRecord& record)
{
    const std::size_t size = encodedSize(record);
    const bool isFull = m_open && (m_open->capacity - m_open->used < size ||
                                   m_open->recordCount == std::numeric_limits<std::uint16_t>::max());
    if (isFull)
        close();
    if (!m_open)
        m_open = std::make_shared<OpenBlock>(std::max(kBlockSize, size));
    encode(record, std::span(m_open->bytes.get() + m_open->used, size));
    m_open->used += size;
    m_rawBytes += size;
    return {static_cast<std::uint32_t>(m_closed.size()), m_open->recordCount++};
}

void PayloadBlocks::close()
{
    auto block = std::make_shared<const CompressedBlock>(m_compressor.compress({m_open->bytes.get(), m_open->used}));
    m_closedBytes += block->bytes.size();
    m_closed.append(std::move(block));
    m_open.reset();
}

std::uint64_t PayloadBlocks::storedBytes() const
{
    return m_closedBytes + (m_open ? m_open->used : 0);
}

std::shared_ptr<const PayloadReader> PayloadBlocks::reader() const
{
    auto reader = std::make_shared<PayloadReader>();
    reader->m_closed = m_closed.view();
    reader->m_open = m_open;
    reader->m_openSize = m_open ? m_open->used : 0;
    return reader;
}

base::Result<event::RecordBatch> PayloadReader::record(std::uint32_t block, std::uint16_t position) const
{
    if (block >= m_closed.size()) {
        if (!m_open || block > m_closed.size())
            return base::Error{base::ErrorCode::NotFound, "payload block", "never written"};
        return batchOf({m_open->bytes.get(), m_openSize}, position, m_open);
    }
    const base::Result<Raw> raw = decompressCached(m_closed[block]);
    if (!raw)
        return raw.error();
    return batchOf(**raw, position, *raw);
}

} // namespace sagascope::store
