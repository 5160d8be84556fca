// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string_view>

#include "core/base/Result.h"
#include "core/capture/Sqlite.h"
#include "core/store/BlockCodec.h"

namespace sagascope::capture {

/// The dictionaries of a capture. One thread.
class Dictionaries
{
public:
    /// The block's bytes, with the dictionary that they name. Malformed as store::decompress(), or when the file has no
    /// such dictionary; `database` is asked for one that was not needed before.
    [[nodiscard]] base::Result<store::BlockBytes> decompress(Database& database, std::string_view bytes, std::size_t rawSize,
                                                             store::BlockForm form = store::BlockForm::Records);

private:
    std::map<std::uint32_t, std::shared_ptr<const store::BlockDictionary>> m_byId;
};

/// Puts the dictionary into the file; part of whatever transaction is open.
[[nodiscard]] base::Result<void> writeDictionary(Database& database, const store::BlockDictionary& dictionary);

} // namespace sagascope::capture
