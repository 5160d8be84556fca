// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/CaptureColumns.h"

#include <algorithm>
#include <future>
#include <utility>

#include "core/capture/ColumnReader.h"
#include "core/catalog/Catalog.h"
#include "core/identity/DescriptionColumns.h"

namespace sagascope::session {
namespace {

constexpr std::size_t kRowsPerChunk = 65'536;
constexpr const char* kRows = "rows";
constexpr const char* kDescriptions = "descriptions";

capture::ColumnHead headOf(std::uint64_t rows, const catalog::Catalog& catalog)
{
    return {kColumnVersion, catalog.fingerprint(), rows};
}

/// Rows and descriptions in turn, chunk by chunk.
class Encoding
{
public:
    explicit Encoding(SnapshotPtr snapshot) : m_snapshot(std::move(snapshot)) {}

    std::optional<capture::ColumnPart> next()
    {
        if (m_areRowsNext && m_end >= m_snapshot->events.size())
            return std::nullopt;
        if (m_areRowsNext) {
            m_areRowsNext = false;
            m_end = std::min(m_end + kRowsPerChunk, m_snapshot->events.size());
            return capture::ColumnPart{kRows, m_chunk, m_rows.encode(m_snapshot->events, m_end)};
        }
        m_areRowsNext = true;
        return capture::ColumnPart{kDescriptions, m_chunk++, m_descriptions.encode(m_snapshot->identity.described(), m_end)};
    }

private:
    SnapshotPtr m_snapshot;
    store::RowColumns m_rows;
    identity::DescriptionColumns m_descriptions;
    std::size_t m_end = 0;
    std::int64_t m_chunk = 0;
    bool m_areRowsNext = true;
};

/// Where records lie, one after the other: the columns need not say it.
class Places
{
public:
    explicit Places(std::vector<capture::BlockSize> blocks) : m_blocks(std::move(blocks)) {}

    bool next(store::EventRow& row)
    {
        while (m_block < m_blocks.size() && m_record == m_blocks[m_block].records) {
            ++m_block;
            m_record = 0;
        }
        if (m_block == m_blocks.size())
            return false;
        row.block = m_blocks[m_block].number;
        row.posInBlock = static_cast<std::uint16_t>(m_record++);
        return true;
    }

private:
    std::vector<capture::BlockSize> m_blocks;
    std::size_t m_block = 0;
    std::uint32_t m_record = 0;
};

base::Error damaged()
{
    return {base::ErrorCode::Malformed, "columns", "are damaged"};
}

} // namespace

capture::ColumnSource columnsOf(SnapshotPtr snapshot)
{
    capture::ColumnSource source;
    source.head = headOf(snapshot->events.size(), *snapshot->catalog);
    source.next = [encoding = std::make_shared<Encoding>(std::move(snapshot))] { return encoding->next(); };
    return source;
}

struct CaptureColumns::Impl
{
    Impl(capture::ColumnReader opened, std::uint64_t rows, std::vector<capture::BlockSize> blocks)
        : reader(std::move(opened)), left(rows), places(std::move(blocks))
    {
        fetch();
    }

    /// The next chunk is read and taken apart while the one before is being used.
    void fetch()
    {
        ahead = std::async(std::launch::async, [this] { return take(); });
    }

    base::Result<RestoredChunk> take()
    {
        const auto rows = reader.part(kRows, chunk);
        auto descriptions = rows ? reader.part(kDescriptions, chunk) : base::Result<std::string>(rows.error());
        if (!descriptions)
            return descriptions.error();
        ++chunk;
        auto decoded = store::decodeRows(*rows, textCount, topicCount);
        if (!decoded || decoded->rows.empty() || decoded->rows.size() > left)
            return damaged();
        textCount += decoded->texts.size();
        topicCount += decoded->topics.size();
        left -= decoded->rows.size();
        for (store::EventRow& row : decoded->rows) {
            if (!places.next(row))
                return damaged();
        }
        return RestoredChunk{*std::move(decoded), *std::move(descriptions)};
    }

    capture::ColumnReader reader;
    std::uint64_t left; ///< rows
    Places places;
    std::int64_t chunk = 0;
    std::size_t textCount = 0;
    std::size_t topicCount = 0;
    bool isAtEnd = false;
    std::future<base::Result<RestoredChunk>> ahead; ///< last, so that it is over before what it uses
};

std::optional<CaptureColumns> CaptureColumns::open(const std::filesystem::path& path, const catalog::Catalog& catalog)
{
    auto reader = capture::ColumnReader::open(path);
    if (!reader || !reader->head())
        return std::nullopt;
    std::vector<capture::BlockSize> blocks = reader->blockSizes();
    std::uint64_t records = 0;
    for (const capture::BlockSize& block : blocks)
        records += block.records;
    if (*reader->head() != headOf(records, catalog) || records == 0)
        return std::nullopt;
    return CaptureColumns(std::make_unique<Impl>(*std::move(reader), records, std::move(blocks)));
}

CaptureColumns::CaptureColumns(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
CaptureColumns::CaptureColumns(CaptureColumns&&) noexcept = default;
CaptureColumns& CaptureColumns::operator=(CaptureColumns&&) noexcept = default;
CaptureColumns::~CaptureColumns() = default;

bool CaptureColumns::isAtEnd() const
{
    return m_impl->isAtEnd;
}

base::Result<RestoredChunk> CaptureColumns::read()
{
    base::Result<RestoredChunk> chunk = m_impl->ahead.get();
    m_impl->isAtEnd = !chunk || m_impl->left == 0;
    if (!m_impl->isAtEnd)
        m_impl->fetch();
    return chunk;
}

} // namespace sagascope::session
