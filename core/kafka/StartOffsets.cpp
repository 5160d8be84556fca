// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/StartOffsets.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace sagascope::kafka {
namespace {

using NamedOffset = std::pair<TopicPartition, std::int64_t>;

template <typename Number> std::optional<Number> readNumber(std::string_view digits)
{
    Number number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool isWhole = error == std::errc() && end == digits.data() + digits.size();
    return isWhole && number >= 0 ? std::optional(number) : std::nullopt;
}

std::optional<NamedOffset> readOne(std::string_view part)
{
    const std::size_t open = part.find('[');
    const std::size_t close = part.find("]@");
    if (open == 0 || open == std::string_view::npos || close == std::string_view::npos || close < open)
        return std::nullopt;
    const auto partition = readNumber<std::int32_t>(part.substr(open + 1, close - open - 1));
    const auto offset = readNumber<std::int64_t>(part.substr(close + 2));
    if (!partition || !offset)
        return std::nullopt;
    return NamedOffset{{std::string(part.substr(0, open)), *partition}, *offset};
}

base::Error wrong(std::string_view part, const std::string& why)
{
    return {base::ErrorCode::InvalidArgument, std::string(part), part.empty() ? why : '\'' + std::string(part) + "' " + why};
}

} // namespace

base::Result<StartPoint> readStartOffsets(std::string_view text)
{
    constexpr std::string_view kBetween = ", \t\r\n";
    StartPoint start = StartPoint::at(std::vector<NamedOffset>());
    for (std::size_t at = text.find_first_not_of(kBetween); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(kBetween, at), text.size());
        const std::string_view part = text.substr(at, end - at);
        auto one = readOne(part);
        if (!one)
            return wrong(part, "is not topic[partition]@offset, such as dreamscape.payment.completed[2]@1200");
        if (start.offsetOf(one->first))
            return wrong(part, "names a partition for the second time");
        start.offsets.push_back(*std::move(one));
        at = text.find_first_not_of(kBetween, end);
    }
    if (start.offsets.empty())
        return wrong({}, "names no offset");
    return start;
}

std::vector<std::string> startOffsetTexts(const StartPoint& start)
{
    std::vector<std::string> texts;
    for (const auto& [partition, offset] : start.offsets)
        texts.push_back(partition.topic + '[' + std::to_string(partition.partition) + "]@" + std::to_string(offset));
    return texts;
}

} // namespace sagascope::kafka
