// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/capture/Dictionaries.h"
#include "core/capture/Sqlite.h"
#include "core/store/RecordBlock.h"

namespace sagascope::capture {

/// The first block at or behind a number: its seq, records, raw_size, checksum and bytes, as blockOf() takes them.
inline constexpr const char* kSelectBlock =
    "SELECT seq, records, raw_size, checksum, bytes FROM blocks WHERE seq >= ? ORDER BY seq LIMIT 1";

/// The block that a row of kSelectBlock holds, in that form, its checksum looked at. Malformed when it is damaged.
[[nodiscard]] base::Result<store::RecordBlock> blockOf(const Statement& row, Database& database, Dictionaries& dictionaries,
                                                       store::BlockForm form = store::BlockForm::Records);

} // namespace sagascope::capture
