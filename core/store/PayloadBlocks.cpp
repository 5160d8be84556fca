// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/PayloadBlocks.h"

#include <optional>
#include <utility>
#include <vector>

#include "core/store/RecordCodec.h"

namespace sagascope::store {
namespace {

/// The block's memory goes along with the batch.
base::Result<event::RecordBatch> batchOf(const BlockBytes& block, std::size_t position)
{
    std::optional<DecodedRecord> decoded = decodeAt(block.bytes, position);
    if (!decoded)
        return base::Error{base::ErrorCode::Malformed, "payload block", "record missing"};
    std::vector<std::unique_ptr<event::HeaderView[]>> headers;
    if (decoded->headers)
        headers.push_back(std::move(decoded->headers));
    return event::RecordBatch({decoded->record}, std::move(headers), block.memory);
}

} // namespace

base::Result<event::RecordBatch> PayloadReader::record(BlockBuilder::Position position) const
{
    if (m_open.records > 0 && position.block == m_open.number)
        return batchOf(m_open.raw, position.record);
    const base::Result<BlockBytes> raw = block(position.block);
    return raw ? batchOf(*raw, position.record) : raw.error();
}

base::Result<BlockBytes> PayloadReader::blockAsKept(std::uint32_t number) const
{
    if (m_open.records > 0 && number == m_open.number)
        return m_open.raw;
    if (std::optional<BlockBytes> held = m_cache->held(number))
        return *std::move(held);
    return m_keeper->read(number, BlockForm::AsKept);
}

/// People, and scans, look at events that lie near one another: the block that this thread read last needs no lock.
base::Result<BlockBytes> PayloadReader::block(std::uint32_t number) const
{
    struct Last
    {
        std::weak_ptr<const BlockKeeper> keeper;
        std::uint32_t number = 0;
        std::weak_ptr<const void> memory;
        std::string_view bytes;
    };
    thread_local Last last;
    if (last.number == number && !last.keeper.owner_before(m_keeper) && !m_keeper.owner_before(last.keeper)) {
        if (std::shared_ptr<const void> memory = last.memory.lock())
            return BlockBytes{last.bytes, std::move(memory)};
    }
    base::Result<BlockBytes> raw = m_cache->block(number, [&] { return m_keeper->read(number, BlockForm::Records); });
    if (raw)
        last = {m_keeper, number, raw->memory, raw->bytes};
    return raw;
}

PayloadBlocks::PayloadBlocks(std::shared_ptr<BlockKeeper> keeper, std::size_t cacheBytes)
    : m_keeper(std::move(keeper)), m_cache(std::make_shared<BlockCache>(cacheBytes))
{
}

BlockBuilder::Position PayloadBlocks::append(const event::RawRecord& record)
{
    if (!m_builder.hasRoomFor(record))
        m_keeper->keep(m_builder.take());
    const std::size_t before = m_builder.openBytes();
    const BlockBuilder::Position position = m_builder.append(record);
    m_rawBytes += m_builder.openBytes() - before;
    return position;
}

std::shared_ptr<const PayloadReader> PayloadBlocks::reader() const
{
    auto reader = std::make_shared<PayloadReader>();
    reader->m_keeper = m_keeper;
    reader->m_cache = m_cache;
    reader->m_open = m_builder.open();
    return reader;
}

} // namespace sagascope::store
