// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace sagascope::base {

/// A moment in UTC with nanoseconds. Kafka knows milliseconds, producers write anything between seconds and nanoseconds.
using Timestamp = std::chrono::sys_time<std::chrono::nanoseconds>;
using Duration = std::chrono::nanoseconds;

/// "No time was given": smaller than every real moment, so that sorting puts unknown first.
inline constexpr Timestamp kNoTime = Timestamp::min();

struct ParsedTime
{
    Timestamp time;
    bool hasZone = true; ///< false: read as UTC, and worth a finding
};

/// Reads ISO 8601 dates and date-times (`T` or blank between, any number of fraction digits, `Z` or an offset).
/// Nothing when the text is no such time or no real date.
[[nodiscard]] std::optional<ParsedTime> parseIso8601(std::string_view text);

/// `2026-11-23T10:24:18.512Z`; an empty text for kNoTime.
[[nodiscard]] std::string formatIso8601(Timestamp time);

[[nodiscard]] Timestamp fromUnixMilliseconds(std::int64_t milliseconds);
[[nodiscard]] std::int64_t toUnixMilliseconds(Timestamp time);

/// Where "now" comes from; tests hand in their own. Thread-safe.
class Clock
{
public:
    virtual ~Clock() = default;
    [[nodiscard]] virtual Timestamp now() const = 0;
    static const Clock& system();
};

} // namespace sagascope::base
