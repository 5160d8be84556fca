// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/EventAddress.h"

#include <QByteArray>
#include <QString>
#include <QUrl>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <vector>

#include "core/session/QueryValue.h"

namespace sagascope::session {
namespace {

constexpr std::string_view kScheme = "sagascope:";
constexpr std::string_view kEvent = "sagascope://event/";
constexpr std::size_t kHexOfHash = 16;

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kAround = " \t\r\n<>\""; // mails and chats put brackets around a link
    const std::size_t first = text.find_first_not_of(kAround);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kAround) - first + 1);
}

bool startsWithIgnoringCase(std::string_view text, std::string_view start)
{
    return text.size() >= start.size() && toLowerAscii(text.substr(0, start.size())) == start;
}

template <typename Number> std::optional<Number> wholeNumber(std::string_view text, int base = 10)
{
    Number number{};
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || text.front() == '-' || problem != std::errc() || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

/// An offset as a screen groups it: `88,214`, or with the blanks of other languages between.
std::string withoutGroups(std::string_view text)
{
    std::string digits;
    for (const std::string_view separator : {",", ".", "'", " ", "\u00A0", "\u202F", "\u2019"}) {
        if (text.find(separator) == std::string_view::npos || separator.front() == text.front())
            continue;
        digits = text;
        for (std::size_t at = 0; (at = digits.find(separator)) != std::string::npos;)
            digits.erase(at, separator.size());
        return digits;
    }
    return std::string(text);
}

std::vector<std::string_view> partsOf(std::string_view text, std::string_view separators)
{
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find_first_of(separators, at), text.size());
        if (end > at)
            parts.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

std::optional<EventAddress> makeAddress(std::string_view topic, std::string_view partition, std::string_view offset)
{
    const auto number = wholeNumber<std::int32_t>(partition);
    const auto position = wholeNumber<std::int64_t>(offset);
    if (topic.empty() || !number || !position)
        return std::nullopt;
    return EventAddress{std::string(topic), *number, *position, {}};
}

/// `topic[1]@88214`, as this program writes coordinates.
std::optional<EventAddress> readBrackets(std::string_view text)
{
    const std::size_t at = text.rfind('@');
    const std::size_t close = at == std::string_view::npos ? at : text.rfind(']', at);
    const std::size_t open = close == std::string_view::npos ? close : text.rfind('[', close);
    if (open == std::string_view::npos || !trimmed(text.substr(close + 1, at - close - 1)).empty())
        return std::nullopt;
    return makeAddress(trimmed(text.substr(0, open)), trimmed(text.substr(open + 1, close - open - 1)),
                       withoutGroups(trimmed(text.substr(at + 1))));
}

std::optional<EventAddress> readCoordinates(std::string_view text)
{
    if (const auto address = readBrackets(text))
        return address;
    for (const std::string_view separators : {"/", ":", " \t"}) {
        const auto parts = partsOf(text, separators);
        const bool isTime = parts.size() == 3 && wholeNumber<int>(parts[0]);
        if (parts.size() == 3 && !isTime)
            if (auto address = makeAddress(trimmed(parts[0]), trimmed(parts[1]), withoutGroups(trimmed(parts[2]))))
                return address;
    }
    return std::nullopt;
}

std::string hexOf(const base::IdHash& hash)
{
    std::array<char, kHexOfHash + 1> text{};
    std::snprintf(text.data(), text.size(), "%016llx", static_cast<unsigned long long>(hash.value));
    return text.data();
}

std::optional<base::IdHash> readHash(std::string_view text)
{
    if (text.size() != kHexOfHash)
        return std::nullopt;
    const auto value = wholeNumber<std::uint64_t>(text, 16);
    return value ? std::optional(base::IdHash{*value}) : std::nullopt;
}

} // namespace

EventAddress addressOf(const store::EventStore::View& events, base::EventIndex event)
{
    const store::EventRow& row = events.row(event);
    return {std::string(events.topicName(row.topic)), row.partition, row.offset, row.eventId};
}

std::string coordinatesText(const EventAddress& address)
{
    return address.topic + '[' + std::to_string(address.partition) + "]@" + std::to_string(address.offset);
}

std::string linkText(const EventAddress& address)
{
    const QByteArray topic = QUrl::toPercentEncoding(QString::fromStdString(address.topic));
    std::string link(kEvent);
    link.append(topic.toStdString()).append("/").append(std::to_string(address.partition));
    link.append("/").append(std::to_string(address.offset));
    if (!address.eventId.isNull())
        link.append("?id=").append(hexOf(address.eventId));
    return link;
}

std::optional<EventAddress> readEventLink(std::string_view text)
{
    text = trimmed(text);
    if (!startsWithIgnoringCase(text, kEvent))
        return std::nullopt;
    const std::size_t question = std::min(text.find('?'), text.size());
    const auto places = partsOf(text.substr(kEvent.size(), question - kEvent.size()), "/");
    if (places.size() != 3)
        return std::nullopt;
    const auto encoded = QByteArray(places[0].data(), qsizetype(places[0].size()));
    auto address = makeAddress(QUrl::fromPercentEncoding(encoded).toStdString(), places[1], places[2]);
    if (!address)
        return std::nullopt;
    for (const std::string_view parameter : partsOf(text.substr(question), "?&")) {
        if (!parameter.starts_with("id="))
            continue;
        const auto hash = readHash(parameter.substr(3));
        if (!hash)
            return std::nullopt; // cut off: better said than another event opened
        address->eventId = *hash;
    }
    return address;
}

std::optional<EventAim> readEventAim(std::string_view text)
{
    text = trimmed(text);
    if (text.empty())
        return std::nullopt;
    if (startsWithIgnoringCase(text, kScheme)) {
        const auto address = readEventLink(text);
        return address ? std::optional<EventAim>(*address) : std::nullopt;
    }
    if (auto address = readCoordinates(text))
        return EventAim(*std::move(address));
    if (const auto time = readQueryTime(text))
        return EventAim(*time);
    return EventAim(std::string(text));
}

} // namespace sagascope::session
