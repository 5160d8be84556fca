// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Time.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <limits>

namespace sagascope::base {
namespace {

/// Walks over the text of a time; every step says whether it found what it was asked for.
class Cursor
{
public:
    explicit Cursor(std::string_view text) : m_rest(text) {}

    bool digits(std::size_t count, int& out)
    {
        if (m_rest.size() < count)
            return false;
        out = 0;
        for (std::size_t i = 0; i < count; ++i) {
            if (m_rest[i] < '0' || m_rest[i] > '9')
                return false;
            out = out * 10 + (m_rest[i] - '0');
        }
        m_rest.remove_prefix(count);
        return true;
    }

    bool literal(char c)
    {
        if (m_rest.empty() || m_rest.front() != c)
            return false;
        m_rest.remove_prefix(1);
        return true;
    }

    bool fraction(std::int64_t& nanoseconds)
    {
        std::int64_t scale = 100'000'000;
        std::size_t count = 0;
        while (count < m_rest.size() && m_rest[count] >= '0' && m_rest[count] <= '9') {
            nanoseconds += (m_rest[count] - '0') * scale;
            scale /= 10;
            ++count;
        }
        m_rest.remove_prefix(count);
        return count > 0;
    }

    [[nodiscard]] bool isAtEnd() const { return m_rest.empty(); }
    [[nodiscard]] char peek() const { return m_rest.empty() ? '\0' : m_rest.front(); }

private:
    std::string_view m_rest;
};

struct TimeOfDay
{
    int hour = 0;
    int minute = 0;
    int second = 0;
    std::int64_t nanosecond = 0;
};

bool readTimeOfDay(Cursor& cursor, TimeOfDay& out)
{
    if (!cursor.digits(2, out.hour) || !cursor.literal(':') || !cursor.digits(2, out.minute))
        return false;
    if (cursor.literal(':')) {
        if (!cursor.digits(2, out.second))
            return false;
        if ((cursor.literal('.') || cursor.literal(',')) && !cursor.fraction(out.nanosecond))
            return false;
    }
    return out.hour < 24 && out.minute < 60 && out.second <= 60;
}

/// `Z`, `+02:00`, `+0200` or `+02`; nothing at all is allowed and reported as "no zone".
bool readZone(Cursor& cursor, std::chrono::minutes& offset, bool& hasZone)
{
    hasZone = !cursor.isAtEnd();
    if (!hasZone || cursor.literal('Z') || cursor.literal('z'))
        return true;
    const int sign = cursor.literal('-') ? -1 : (cursor.literal('+') ? 1 : 0);
    int hours = 0;
    int minutes = 0;
    if (sign == 0 || !cursor.digits(2, hours))
        return false;
    cursor.literal(':');
    if (!cursor.isAtEnd() && !cursor.digits(2, minutes))
        return false;
    offset = std::chrono::minutes(sign * (hours * 60 + minutes));
    return hours < 24 && minutes < 60;
}

class SystemClock final : public Clock
{
public:
    [[nodiscard]] Timestamp now() const override
    {
        return std::chrono::time_point_cast<Duration>(std::chrono::system_clock::now());
    }
};

/// Nanoseconds since 1970 fit 64 bits from 1678 to 2261; years outside are no time of an event.
bool isRepresentable(std::chrono::year_month_day date)
{
    return date.ok() && date.year() >= std::chrono::year(1700) && date.year() <= std::chrono::year(2250);
}

constexpr std::string_view kUsualForm = "0000-00-00T00:00:00.000Z"; ///< what JSON.stringify() makes of a date

/// The digits of a text of the usual form as numbers, by their places in it.
using UsualDigits = std::array<std::uint8_t, kUsualForm.size()>;

/// Eight characters at a time: what is a digit in the form must be one, and what is none must be the same.
bool readUsualForm(std::string_view text, UsualDigits& digits)
{
    constexpr std::uint64_t kTops = 0x8080'8080'8080'8080ULL;
    // Added to a byte below 128 these reach its top bit when a digit is more than nine, and when anything else differs.
    static constexpr UsualDigits kTooMuch = [] {
        UsualDigits added{};
        for (std::size_t i = 0; i < kUsualForm.size(); ++i)
            added[i] = kUsualForm[i] == '0' ? 0x80 - 10 : 0x7F;
        return added;
    }();
    if (text.size() != kUsualForm.size())
        return false;
    std::uint64_t wrong = 0;
    for (std::size_t at = 0; at < kUsualForm.size(); at += sizeof wrong) {
        std::array<std::uint64_t, 3> words{};
        std::memcpy(&words[0], text.data() + at, sizeof wrong);
        std::memcpy(&words[1], kUsualForm.data() + at, sizeof wrong);
        std::memcpy(&words[2], kTooMuch.data() + at, sizeof wrong);
        const std::uint64_t differing = words[0] ^ words[1];
        wrong |= differing | (differing + words[2]);
        std::memcpy(digits.data() + at, &differing, sizeof differing);
    }
    return (wrong & kTops) == 0;
}

/// Nothing for a time that is none; parseIso8601() decides about those.
std::optional<Timestamp> usualTime(std::string_view text)
{
    UsualDigits digits;
    if (!readUsualForm(text, digits))
        return std::nullopt;
    const auto two = [&](std::size_t at) { return unsigned(digits[at]) * 10 + digits[at + 1]; };
    const std::chrono::year_month_day date{std::chrono::year(int(two(0) * 100 + two(2))), std::chrono::month(two(5)),
                                           std::chrono::day(two(8))};
    if (!isRepresentable(date) || two(11) >= 24 || two(14) >= 60 || two(17) > 60)
        return std::nullopt;
    return std::chrono::sys_days(date) + std::chrono::hours(two(11)) + std::chrono::minutes(two(14))
        + std::chrono::seconds(two(17)) + std::chrono::milliseconds(two(20) * 10 + digits[22]);
}

} // namespace

std::optional<ParsedTime> parseIso8601(std::string_view text)
{
    if (const auto usual = usualTime(text))
        return ParsedTime{*usual, true};
    Cursor cursor(text);
    int year = 0;
    int month = 0;
    int day = 0;
    if (!cursor.digits(4, year) || !cursor.literal('-') || !cursor.digits(2, month) || !cursor.literal('-')
        || !cursor.digits(2, day))
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(unsigned(month)),
                                           std::chrono::day(unsigned(day))};
    if (!isRepresentable(date))
        return std::nullopt;

    TimeOfDay time;
    std::chrono::minutes offset{0};
    bool hasZone = false;
    if (!cursor.isAtEnd()) {
        const bool hasSeparator = cursor.literal('T') || cursor.literal('t') || cursor.literal(' ');
        if (!hasSeparator || !readTimeOfDay(cursor, time) || !readZone(cursor, offset, hasZone) || !cursor.isAtEnd())
            return std::nullopt;
    }
    const Timestamp moment = std::chrono::sys_days(date) + std::chrono::hours(time.hour)
        + std::chrono::minutes(time.minute) + std::chrono::seconds(time.second)
        + std::chrono::nanoseconds(time.nanosecond) - offset;
    return ParsedTime{moment, hasZone};
}

std::string formatIso8601(Timestamp time)
{
    if (time == kNoTime)
        return {};
    const auto days = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(days);
    const std::chrono::hh_mm_ss clock(std::chrono::floor<std::chrono::milliseconds>(time - days));
    std::array<char, 40> buffer{};
    std::snprintf(buffer.data(), buffer.size(), "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", int(date.year()),
                  unsigned(date.month()), unsigned(date.day()), int(clock.hours().count()),
                  int(clock.minutes().count()), int(clock.seconds().count()), int(clock.subseconds().count()));
    return buffer.data();
}

Timestamp fromUnixMilliseconds(std::int64_t milliseconds)
{
    constexpr std::int64_t kLimit = std::numeric_limits<std::int64_t>::max() / 1'000'000;
    if (milliseconds > kLimit || milliseconds < -kLimit)
        return kNoTime;
    return Timestamp(std::chrono::milliseconds(milliseconds));
}

std::int64_t toUnixMilliseconds(Timestamp time)
{
    return std::chrono::floor<std::chrono::milliseconds>(time.time_since_epoch()).count();
}

const Clock& Clock::system()
{
    static const SystemClock clock;
    return clock;
}

} // namespace sagascope::base
