// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ArgumentText.h"

#include <array>
#include <charconv>
#include <cmath>
#include <locale>
#include <sstream>
#include <string>

#include <QString>
#include <QUrl>

#include "core/kafka/StartOffsets.h"

namespace sagascope::app {
namespace {

struct Unit
{
    std::string_view name;
    double milliseconds;
};

constexpr std::array kUnits{Unit{"ms", 1}, Unit{"s", 1'000}, Unit{"m", 60'000}, Unit{"h", 3'600'000}, Unit{"", 1'000}};

/// A plain decimal number, whatever the user's locale writes.
std::optional<double> readNumber(std::string_view text)
{
    if (text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos)
        return std::nullopt;
    std::istringstream stream{std::string(text)};
    stream.imbue(std::locale::classic());
    double number = 0;
    stream >> number;
    return stream && stream.peek() == std::istringstream::traits_type::eof() ? std::optional(number) : std::nullopt;
}

std::optional<int> readSide(std::string_view text)
{
    int side = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), side);
    const bool isNumber = error == std::errc() && end == text.data() + text.size();
    return isNumber && side >= 200 && side <= 10'000 ? std::optional(side) : std::nullopt;
}

} // namespace

std::optional<std::chrono::milliseconds> readDuration(std::string_view text)
{
    constexpr double kLongest = 1e12; // thirty years
    const std::size_t digits = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto number = readNumber(text.substr(0, digits));
    if (!number)
        return std::nullopt;
    for (const Unit& unit : kUnits) {
        const double milliseconds = *number * unit.milliseconds;
        if (unit.name == text.substr(digits) && milliseconds <= kLongest)
            return std::chrono::milliseconds(std::llround(milliseconds));
    }
    return std::nullopt;
}

std::optional<kafka::StartPoint> readStartPoint(std::string_view text)
{
    if (text == "beginning")
        return kafka::StartPoint::beginning();
    if (text == "end")
        return kafka::StartPoint::end();
    constexpr std::string_view kLast = "last:";
    if (text.starts_with(kLast)) {
        std::int64_t count = 0;
        const auto [end, error] = std::from_chars(text.data() + kLast.size(), text.data() + text.size(), count);
        const bool isCount = error == std::errc() && end == text.data() + text.size() && count > 0;
        return isCount ? std::optional(kafka::StartPoint::last(count)) : std::nullopt;
    }
    if (text.find('@') != std::string_view::npos) {
        auto offsets = kafka::readStartOffsets(text);
        return offsets ? std::optional(*std::move(offsets)) : std::nullopt;
    }
    const auto parsed = base::parseIso8601(text);
    return parsed ? std::optional(kafka::StartPoint::at(parsed->time)) : std::nullopt;
}

std::optional<std::pair<int, int>> readSize(std::string_view text)
{
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos)
        return std::nullopt;
    const auto width = readSide(text.substr(0, cross));
    const auto height = readSide(text.substr(cross + 1));
    return width && height ? std::optional(std::pair(*width, *height)) : std::nullopt;
}

std::string readPath(const std::string& text)
{
    const QUrl url(QString::fromStdString(text));
    return url.isLocalFile() ? url.toLocalFile().toStdString() : text;
}

} // namespace sagascope::app
