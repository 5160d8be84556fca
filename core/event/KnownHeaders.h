// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "core/base/Utf8.h"
#include "core/event/RawRecord.h"

namespace sagascope::event {

enum class KnownHeader : std::uint8_t {
    EventType,
    Source,
    Version,
    Timestamp,
    CorrelationId,
    Traceparent,
    RetryCount,
    RetryCountDashed, ///< `retry-count`
};
inline constexpr std::size_t kKnownHeaderCount = 8;

/// The headers of a record that say something about its event, found in one pass. Views: valid as the record is.
class KnownHeaders
{
public:
    explicit KnownHeaders(std::span<const HeaderView> headers);

    /// The last value of that name that says something; empty when there is none. What is no text counts as nothing.
    [[nodiscard]] std::string_view text(KnownHeader header) const
    {
        const std::string_view value = m_values[std::size_t(header)];
        return base::isUtf8(value) ? value : std::string_view();
    }
    [[nodiscard]] bool isThere(KnownHeader header) const { return m_isThere[std::size_t(header)]; } ///< even if it says nothing

    [[nodiscard]] bool haveNull() const { return m_haveNull; } ///< a header without a value, whatever its name
    /// Whether two headers have one name; says yes, too, where it isn't sure.
    [[nodiscard]] bool mayHaveDuplicates() const { return m_mayHaveDuplicates; }

private:
    std::array<std::string_view, kKnownHeaderCount> m_values; ///< most are never asked for: only then it shows whether it is text
    std::array<bool, kKnownHeaderCount> m_isThere{};
    bool m_haveNull = false;
    bool m_mayHaveDuplicates = false;
};

} // namespace sagascope::event
