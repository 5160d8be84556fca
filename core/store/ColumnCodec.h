// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/store/ByteInput.h"

namespace sagascope::store {

// Columns of numbers and texts as bytes, one after the other, in a form that compresses well. Written to captures: whoever
// changes it changes kColumnVersion (core/session/CaptureColumns.h), and what was written before is made anew.

/// One thread.
class ColumnWriter
{
public:
    /// Numbers that mostly grow or stay near their predecessors.
    void differences(std::span<const std::int64_t> values);
    /// Numbers that have nothing to do with their predecessors.
    void numbers(std::span<const std::int64_t> values);
    /// 64 bits without any order, such as hashes.
    void words(std::span<const std::uint64_t> values);
    void texts(std::span<const std::string_view> values);
    /// All of it, compressed; the writer is empty again.
    [[nodiscard]] std::string finish();

private:
    void planes(std::span<const std::uint64_t> values);

    std::string m_bytes;
};

/// Reads what ColumnWriter wrote, column by column in its order; any bytes may be read. One thread.
class ColumnReader
{
public:
    /// Nothing when these are no columns.
    [[nodiscard]] static std::optional<ColumnReader> open(std::string_view compressed);

    /// Empty columns from the first one on that makes no sense; then hasFailed().
    [[nodiscard]] std::vector<std::int64_t> differences();
    [[nodiscard]] std::vector<std::int64_t> numbers();
    [[nodiscard]] std::vector<std::uint64_t> words();
    /// Valid as long as the reader.
    [[nodiscard]] std::vector<std::string_view> texts();
    [[nodiscard]] bool hasFailed() const { return m_in.hasFailed(); }
    [[nodiscard]] bool isAtEnd() const { return m_in.isAtEnd(); }

private:
    ColumnReader() = default;
    [[nodiscard]] std::uint64_t takeCount() { return m_in.plain<std::uint64_t>(); }
    /// False from the first time on that something makes no sense.
    bool expect(bool makesSense);

    std::vector<char> m_bytes; ///< moves along without moving
    std::deque<std::string> m_made; ///< texts that do not stand there as such
    ByteInput m_in;
};

} // namespace sagascope::store
