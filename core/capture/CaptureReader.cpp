// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureReader.h"

#include <limits>
#include <memory>
#include <string_view>
#include <utility>

#include "core/base/Utf8.h"
#include "core/capture/BlockRow.h"
#include "core/store/RecordCodec.h"

namespace sagascope::capture {
namespace {

/// So many numbers are tried behind a block that cannot be read, to find one that can.
constexpr std::int64_t kFurthestLook = 100'000;

base::Error damaged(std::string why)
{
    return {base::ErrorCode::Malformed, {}, std::move(why)};
}

/// Any file may be opened: what the rest of the program takes for granted is looked at here.
bool isSound(const event::RawRecord& record)
{
    return !record.topic.empty() && base::isUtf8(record.topic) && record.offset >= 0 && record.partition >= 0
        && record.partition <= std::numeric_limits<std::uint16_t>::max()
        && record.timestampType <= event::TimestampType::LogAppend;
}

base::Result<event::RecordBatch> recordsOf(const store::RecordBlock& block)
{
    std::vector<event::RawRecord> records;
    std::vector<std::unique_ptr<event::HeaderView[]>> headers;
    std::string_view rest = block.raw.bytes;
    while (!rest.empty()) {
        std::optional<store::DecodedRecord> decoded = store::decodeNext(rest);
        if (!decoded || !isSound(decoded->record))
            return damaged("holds no record where one should be");
        records.push_back(decoded->record);
        if (decoded->headers)
            headers.push_back(std::move(decoded->headers));
    }
    if (records.size() != block.records)
        return damaged("holds " + std::to_string(records.size()) + " records, not " + std::to_string(block.records));
    return event::RecordBatch(std::move(records), std::move(headers), block.raw.memory);
}

std::uint64_t count(Database& database, const char* sql)
{
    const auto number = database.integer(sql);
    return number && *number > 0 ? static_cast<std::uint64_t>(*number) : 0;
}

} // namespace

base::Result<CaptureReader> CaptureReader::open(const std::filesystem::path& path)
{
    auto database = openCapture(path);
    if (!database)
        return database.error();
    auto select = database->prepare(kSelectBlock);
    if (!select)
        return select.error();
    return CaptureReader(*std::move(database), *std::move(select));
}

CaptureReader::CaptureReader(Database database, Statement select)
    : m_database(std::move(database)), m_select(std::move(select))
{
    m_recordCount = count(m_database, "SELECT sum(records) FROM blocks");
    m_missed = count(m_database, "SELECT value FROM meta WHERE key = 'missed'");
    m_repeated = count(m_database, "SELECT value FROM meta WHERE key = 'repeated'");
    m_wasClosed = count(m_database, "SELECT value FROM meta WHERE key = 'is-closed'") == 1;
    // Where there is none, the first look says so; where the place that tells is damaged, looking further does.
    const auto last = m_database.integer("SELECT max(seq) FROM blocks");
    m_last = last ? *last : std::numeric_limits<std::int64_t>::max();
}

event::RecordBatch CaptureReader::read()
{
    while (!m_isAtEnd) {
        if (auto batch = readBlock(); batch && !batch->isEmpty())
            return *std::move(batch);
    }
    return {};
}

std::optional<event::RecordBatch> CaptureReader::readBlock()
{
    m_select.reset();
    m_select.bind(1, m_next);
    const auto row = m_select.step();
    if (!row) {
        passOver(row.error().detail);
        m_isAtEnd = m_next >= m_last || ++m_failures >= kFurthestLook;
        ++m_next;
        return std::nullopt;
    }
    m_isAtEnd = !*row;
    if (m_isAtEnd) {
        m_select.reset();
        return std::nullopt;
    }
    m_failures = 0;
    m_next = m_select.integer(0);
    auto batch = decodeRow();
    m_select.reset(); // no lock stays on the file: notes may be written into it meanwhile
    if (!batch)
        passOver(batch.error().detail);
    m_isAtEnd = m_next >= m_last; // what is added meanwhile is not read; and this ends, whatever numbers there are
    ++m_next;
    return batch ? std::optional(*std::move(batch)) : std::nullopt;
}

base::Result<event::RecordBatch> CaptureReader::decodeRow()
{
    const auto block = blockOf(m_select, m_database, m_dictionaries);
    if (!block)
        return block.error();
    m_block = block->number;
    return recordsOf(*block);
}

void CaptureReader::passOver(std::string reason)
{
    const bool goesOn = !m_damage.empty() && m_damage.back().last + 1 == m_next && m_damage.back().reason == reason;
    if (goesOn)
        m_damage.back().last = m_next;
    else
        m_damage.push_back({m_next, m_next, std::move(reason)});
}

std::vector<base::Error> CaptureReader::takeDamage()
{
    std::vector<base::Error> told;
    for (Damage& damage : std::exchange(m_damage, {})) {
        const std::string first = std::to_string(damage.first);
        std::string blocks = damage.first == damage.last ? "block " + first : "blocks " + first + " to " + std::to_string(damage.last);
        told.push_back({base::ErrorCode::Malformed, std::move(blocks), std::move(damage.reason)});
    }
    return told;
}

} // namespace sagascope::capture
