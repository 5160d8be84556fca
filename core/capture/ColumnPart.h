// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace sagascope::capture {

/// Of what the columns in a capture speak; whoever reads them compares it with what it wants.
struct ColumnHead
{
    std::int64_t version = 0;
    std::uint64_t catalog = 0; ///< a fingerprint
    std::uint64_t rows = 0;

    friend bool operator==(const ColumnHead&, const ColumnHead&) = default;
};

/// A part of the columns; the capture does not look into it.
struct ColumnPart
{
    std::string name;
    std::int64_t seq = 0;
    std::string bytes;
};

/// All parts, one after the other.
struct ColumnSource
{
    ColumnHead head;
    std::function<std::optional<ColumnPart>()> next; ///< nothing: that was the last; null: there are no columns
};

} // namespace sagascope::capture
