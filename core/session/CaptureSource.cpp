// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/CaptureSource.h"

#include <algorithm>
#include <utility>

#include "core/capture/BlockShelf.h"
#include "core/session/FileSource.h"

namespace sagascope::session {

base::Result<std::unique_ptr<CaptureSource>> CaptureSource::open(const std::filesystem::path& path,
                                                                 const catalog::Catalog* catalog)
{
    auto reader = capture::CaptureReader::open(path);
    if (!reader)
        return reader.error();
    auto columns = catalog ? CaptureColumns::open(path, *catalog) : std::nullopt;
    return std::make_unique<CaptureSource>(*std::move(reader), path, std::move(columns));
}

CaptureSource::CaptureSource(capture::CaptureReader reader, const std::filesystem::path& path,
                             std::optional<CaptureColumns> columns)
    : m_reader(std::move(reader)),
      m_blocks(std::make_shared<capture::ShelvedBlocks>([path] { return capture::openCapture(path); })),
      m_columns(std::move(columns)),
      m_name(path.filename().string())
{
}

base::Result<event::RecordBatch> CaptureSource::poll(std::size_t, std::chrono::milliseconds)
{
    if (isFinished())
        return event::RecordBatch();
    event::RecordBatch batch = m_reader.read();
    batch.setBlock(m_reader.block());
    m_recordsRead += batch.size();
    for (base::Error& block : m_reader.takeDamage())
        m_unreadable.push_back({block.code, m_name + ", " + block.subject, std::move(block.detail)});
    return batch;
}

base::Result<RestoredChunk> CaptureSource::restore()
{
    auto chunk = m_columns->read();
    if (chunk)
        m_recordsRead += chunk->rows.rows.size();
    if (m_columns->isAtEnd()) {
        m_columns.reset();
        m_isRestored = chunk.isOk();
    }
    return chunk;
}

void CaptureSource::giveUpRestoring()
{
    m_columns.reset();
    m_isRestored = false;
    m_recordsRead = 0;
}

bool CaptureSource::isFinished() const
{
    return m_isStopped || (!m_columns && (m_isRestored || m_reader.isAtEnd()));
}

ConnectionStatus CaptureSource::status() const
{
    ConnectionStatus status;
    status.name = m_name;
    status.isReadOnly = true;
    status.state = isFinished() ? ConnectionState::Finished : ConnectionState::Connected;
    status.backlog = static_cast<std::int64_t>(std::max(m_reader.recordCount(), m_recordsRead));
    status.backlogLeft = isFinished() ? 0 : status.backlog - static_cast<std::int64_t>(m_recordsRead);
    status.fault = fault();
    if (status.fault)
        status.problem = textOf(*status.fault);
    return status;
}

std::optional<RecordingFault> CaptureSource::fault() const
{
    using Kind = RecordingFault::Kind;
    if (!m_unreadable.empty()) {
        const std::uint64_t promised = m_reader.recordCount();
        if (!m_reader.isAtEnd() || promised <= m_recordsRead)
            return RecordingFault{Kind::Damaged, 0, 0};
        return RecordingFault{Kind::Damaged, promised - m_recordsRead, promised};
    }
    if (m_reader.missed() > 0)
        return RecordingFault{Kind::Missed, m_reader.missed(), 0};
    if (!m_reader.wasClosed())
        return RecordingFault{};
    return std::nullopt;
}

std::string textOf(const RecordingFault& fault)
{
    using Kind = RecordingFault::Kind;
    const std::string lost = std::to_string(fault.lost);
    switch (fault.kind) {
    case Kind::Damaged:
        return "the capture is damaged: "
            + (fault.lost == 0 ? std::string("some records are") : lost + " of " + std::to_string(fault.held) + " records are")
            + " passed over, the others are here";
    case Kind::Missed: return "the storage failed while the capture was written: " + lost + " records are missing";
    case Kind::NotClosed: return "the capture was not closed: what was written until then is here";
    }
    return {};
}

base::Result<std::unique_ptr<EventSource>> openRecording(const std::filesystem::path& path, const catalog::Catalog* catalog)
{
    if (capture::isCaptureFile(path)) {
        auto source = CaptureSource::open(path, catalog);
        if (!source)
            return source.error();
        return std::unique_ptr<EventSource>(*std::move(source));
    }
    auto source = FileSource::open(path);
    if (!source)
        return source.error();
    return std::unique_ptr<EventSource>(*std::move(source));
}

} // namespace sagascope::session
