// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/Dictionaries.h"

namespace sagascope::capture {
namespace {

std::shared_ptr<const store::BlockDictionary> readDictionary(Database& database, std::uint32_t id)
{
    auto select = database.prepare("SELECT bytes FROM dictionaries WHERE id = ?");
    if (!select)
        return nullptr; // a capture from before there were any
    const auto row = select->bind(1, std::int64_t(id)).step();
    return row && *row ? store::BlockDictionary::read(select->bytes(0)) : nullptr;
}

} // namespace

base::Result<store::BlockBytes> Dictionaries::decompress(Database& database, std::string_view bytes, std::size_t rawSize,
                                                         store::BlockForm form)
{
    const std::uint32_t id = store::dictionaryOf(bytes);
    if (id == 0)
        return store::decompress(bytes, rawSize, nullptr, form);
    auto& dictionary = m_byId[id];
    if (!dictionary)
        dictionary = readDictionary(database, id);
    if (!dictionary)
        return base::Error{base::ErrorCode::Malformed, "payload block", "the dictionary that it needs is missing"};
    return store::decompress(bytes, rawSize, dictionary.get(), form);
}

base::Result<void> writeDictionary(Database& database, const store::BlockDictionary& dictionary)
{
    auto insert = database.prepare("INSERT OR REPLACE INTO dictionaries VALUES(?, ?)");
    if (!insert)
        return insert.error();
    const auto done = insert->bind(1, std::int64_t(dictionary.id())).bindBytes(2, dictionary.bytes()).step();
    return done ? base::Result<void>() : base::Result<void>(done.error());
}

} // namespace sagascope::capture
