// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/ColumnReader.h"

#include <limits>
#include <utility>

#include "core/base/Hash.h"
#include "core/capture/CaptureFile.h"

namespace sagascope::capture {
namespace {

std::optional<ColumnHead> readHead(Database& database)
{
    const auto version = database.integer("SELECT value FROM meta WHERE key = 'column-version'");
    const auto catalog = database.integer("SELECT value FROM meta WHERE key = 'column-catalog'");
    const auto rows = database.integer("SELECT value FROM meta WHERE key = 'column-rows'");
    if (!version || !catalog || !rows)
        return std::nullopt;
    return ColumnHead{*version, static_cast<std::uint64_t>(*catalog), static_cast<std::uint64_t>(*rows)};
}

} // namespace

base::Result<ColumnReader> ColumnReader::open(const std::filesystem::path& path)
{
    auto database = openCapture(path);
    if (!database)
        return database.error();
    return ColumnReader(*std::move(database));
}

ColumnReader::ColumnReader(Database database) : m_database(std::move(database)), m_head(readHead(m_database)) {}

std::vector<BlockSize> ColumnReader::blockSizes()
{
    auto select = m_database.prepare("SELECT seq, records FROM blocks ORDER BY seq");
    if (!select)
        return {};
    constexpr std::int64_t kLast = std::numeric_limits<std::uint32_t>::max();
    std::vector<BlockSize> blocks;
    base::Result<bool> row = select->step();
    for (; row && *row; row = select->step()) {
        const std::int64_t seq = select->integer(0);
        const std::int64_t records = select->integer(1);
        if (seq < 1 || seq > kLast || records < 0 || records > std::numeric_limits<std::uint16_t>::max())
            return {};
        blocks.push_back({static_cast<std::uint32_t>(seq - 1), static_cast<std::uint32_t>(records)});
    }
    return row ? blocks : std::vector<BlockSize>();
}

base::Result<std::string> ColumnReader::part(const std::string& name, std::int64_t seq)
{
    auto select = m_database.prepare("SELECT checksum, bytes FROM columns WHERE name = ? AND seq = ?");
    if (!select)
        return select.error();
    const auto row = select->bind(1, std::string_view(name)).bind(2, seq).step();
    if (!row)
        return row.error();
    if (!*row || base::hash64(select->bytes(1)) != static_cast<std::uint64_t>(select->integer(0)))
        return base::Error{base::ErrorCode::Malformed, "columns", *row ? "the checksum does not fit" : "a part is missing"};
    return std::string(select->bytes(1));
}

} // namespace sagascope::capture
