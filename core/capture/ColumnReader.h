// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/capture/ColumnPart.h"
#include "core/capture/Sqlite.h"

namespace sagascope::capture {

struct BlockSize
{
    std::uint32_t number = 0;
    std::uint32_t records = 0;
};

/// Reads the columns of a capture. One thread at a time.
class ColumnReader
{
public:
    /// Errors as openCapture().
    [[nodiscard]] static base::Result<ColumnReader> open(const std::filesystem::path& path);

    /// Nothing where there are no columns.
    [[nodiscard]] const std::optional<ColumnHead>& head() const { return m_head; }
    /// All blocks in the order of their records; none where that cannot be read.
    [[nodiscard]] std::vector<BlockSize> blockSizes();
    /// Its bytes, as they were written: Malformed when they are not.
    [[nodiscard]] base::Result<std::string> part(const std::string& name, std::int64_t seq);

private:
    explicit ColumnReader(Database database);

    Database m_database;
    std::optional<ColumnHead> m_head;
};

} // namespace sagascope::capture
