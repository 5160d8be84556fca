// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/BlockRow.h"

#include <cstdint>
#include <limits>

#include "core/base/Hash.h"

namespace sagascope::capture {
namespace {

base::Error damaged(const char* why)
{
    return {base::ErrorCode::Malformed, "payload block", why};
}

} // namespace

base::Result<store::RecordBlock> blockOf(const Statement& row, Database& database, Dictionaries& dictionaries,
                                         store::BlockForm form)
{
    constexpr std::int64_t kLast = std::numeric_limits<std::uint32_t>::max();
    const std::int64_t seq = row.integer(0);
    const std::int64_t records = row.integer(1);
    const std::string_view bytes = row.bytes(4);
    if (seq < 1 || seq > kLast || records < 0 || records > kLast)
        return damaged("its numbers make no sense");
    if (base::hash64(bytes) != static_cast<std::uint64_t>(row.integer(3)))
        return damaged("its checksum does not fit");
    auto raw = dictionaries.decompress(database, bytes, static_cast<std::size_t>(row.integer(2)), form);
    if (!raw)
        return raw.error();
    store::RecordBlock block;
    block.number = static_cast<std::uint32_t>(seq - 1);
    block.records = static_cast<std::uint32_t>(records);
    block.raw = *std::move(raw);
    return block;
}

} // namespace sagascope::capture
