// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "core/base/Result.h"
#include "core/capture/Sqlite.h"

namespace sagascope::capture {

// A capture is one SQLite file, `.sagascope`, that holds records as they lay on the wire, in the order in which they came.
//
//   blocks(seq, records, raw_size, checksum, first_time, last_time, bytes)
//       `bytes` is zstd; inside lie `records` records as store/RecordCodec.h says, `raw_size` bytes of them, packed as
//       store/BlockPacking.h says (those of generation 1 as they are). `checksum` is
//       XXH3-64 of the compressed bytes; the times are broker times in ns since 1970, null where no record has one.
//       Reading goes by `seq`. The last block may be replaced by a longer one while the capture is written.
//       `seq` counts from 1; where the storage failed, numbers are missing.
//   dictionaries(id, bytes)
//       zstd dictionaries, under the ids by which the frames in `blocks` name them.
//   columns(name, seq, checksum, bytes)
//       What whoever read the records made of them, in parts that only that program understands, so that it need not be
//       made again; `checksum` as above. Written when the writer ends, and told by the keys `column-version`,
//       `column-catalog` (a fingerprint) and `column-rows` in meta. Nothing is lost without them.
//   meta(key, value)
//       `is-closed` 0 while it is written, 1 once the writer has ended in order; `missed`: records that could not be
//       written, because the storage failed for too long; `repeated`: how often the very same record came again, which is
//       kept once only. Since addition 1: `redacted`, what was taken out of the records before they were saved, in
//       the words of --redact.
//   notes(topic, partition, offset, saga, is_bookmarked, text, changed_at), since addition 1, where there are any
//       What a person remarked about the event at these coordinates or, where `saga` is its key, about a saga, whose first
//       event the coordinates then name. `text` is UTF-8; `changed_at` in ns since 1970 or null.
//
// application_id is "SAGA". user_version is 100 × generation + addition. An addition only adds tables, columns or keys, so
// every program of the generation reads the file and passes over what it does not know. Another generation is another
// form: a program reads all earlier ones and refuses later ones by saying so. Generation 1 had no dictionaries and
// no columns.

inline constexpr std::int32_t kApplicationId = 0x53414741;
inline constexpr std::int64_t kVersion = 200;
inline constexpr std::string_view kCaptureSuffix = ".sagascope";

/// Whether the file is an SQLite file, and so a capture or nothing that we read. Looks at its first bytes.
[[nodiscard]] bool isCaptureFile(const std::filesystem::path& path);

/// A new, empty capture, ready to be written. Errors as Database::open().
[[nodiscard]] base::Result<Database> createCapture(const std::filesystem::path& path);

/// A capture to read. One whose writer was killed is first put in order where that is possible; what it had committed is
/// there. Unsupported when it is no capture or of a later generation; Malformed when not even its tables can be read;
/// otherwise as Database::open().
[[nodiscard]] base::Result<Database> openCapture(const std::filesystem::path& path);

} // namespace sagascope::capture
