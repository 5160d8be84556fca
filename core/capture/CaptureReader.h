// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/capture/CaptureFile.h"
#include "core/capture/Dictionaries.h"
#include "core/event/RawRecord.h"

namespace sagascope::capture {

/// Reads a capture block by block, in the order in which its records came. What is damaged is passed over and told:
/// nothing ends the reading but the end. A capture that is still being written is read as far as it is now.
///
/// Not thread-safe; the batches are free to go anywhere.
class CaptureReader
{
public:
    /// Errors as openCapture().
    [[nodiscard]] static base::Result<CaptureReader> open(const std::filesystem::path& path);

    /// The records of the next block that can be read; empty at the end.
    [[nodiscard]] event::RecordBatch read();
    [[nodiscard]] std::uint32_t block() const { return m_block; } ///< in which the records lie that were read last
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd; }

    [[nodiscard]] std::uint64_t recordCount() const { return m_recordCount; } ///< as the blocks promise
    [[nodiscard]] bool wasClosed() const { return m_wasClosed; } ///< not so when its writer was killed, or still writes
    [[nodiscard]] std::uint64_t missed() const { return m_missed; } ///< see CaptureStatus::missed
    [[nodiscard]] std::uint64_t repeated() const { return m_repeated; } ///< records that came again, and are here once

    /// Blocks passed over since the last call: `subject` is "block 17" or "blocks 17 to 30", `detail` the reason.
    [[nodiscard]] std::vector<base::Error> takeDamage();

private:
    struct Damage
    {
        std::int64_t first;
        std::int64_t last;
        std::string reason;
    };

    CaptureReader(Database database, Statement select);
    /// One block; nothing where there is none of this number or behind it.
    std::optional<event::RecordBatch> readBlock();
    base::Result<event::RecordBatch> decodeRow();
    void passOver(std::string reason);

    Database m_database;
    Statement m_select;
    Dictionaries m_dictionaries;
    std::uint32_t m_block = 0;
    std::int64_t m_next = 1; ///< seq of the block to look for
    std::int64_t m_last = 0; ///< seq of the last one
    std::uint64_t m_recordCount = 0;
    std::uint64_t m_missed = 0;
    std::uint64_t m_repeated = 0;
    std::int64_t m_failures = 0; ///< in a row
    bool m_wasClosed = false;
    bool m_isAtEnd = false;
    std::vector<Damage> m_damage;
};

} // namespace sagascope::capture
