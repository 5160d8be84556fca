// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "core/event/Event.h"
#include "core/event/JsonDocument.h"

namespace sagascope::session {

using PathSteps = std::span<const std::string>;

/// The position that a step names in an array.
[[nodiscard]] inline std::optional<std::size_t> positionOf(std::string_view step)
{
    std::size_t position = 0;
    const auto [end, problem] = std::from_chars(step.data(), step.data() + step.size(), position);
    const bool isPosition = problem == std::errc() && end == step.data() + step.size();
    return isPosition ? std::optional(position) : std::nullopt;
}

template <typename Visit> bool anyElement(event::JsonNode array, Visit visit)
{
    bool isFound = false;
    array.forEachElement([&](event::JsonNode element) { isFound = isFound || visit(element); });
    return isFound;
}

/// Whether `visit` holds for a value that the steps of the query language lead to from `node`: a step names a member; on an
/// array a number is a position, anything else goes on in every element. Visits in order, until it holds.
template <typename Visit> bool anyAlong(event::JsonNode node, PathSteps steps, Visit visit)
{
    if (!node.isValid())
        return false;
    if (steps.empty())
        return visit(node);
    if (node.kind() == event::JsonKind::Object)
        return anyAlong(node.member(steps.front()), steps.subspan(1), visit);
    if (node.kind() != event::JsonKind::Array)
        return false;
    if (const auto position = positionOf(steps.front()))
        return anyAlong(node.element(*position), steps.subspan(1), visit);
    return anyElement(node, [&](event::JsonNode element) { return anyAlong(element, steps, visit); });
}

/// The same from the payload of the event and then from that of the event which a dead letter wraps.
template <typename Visit> bool anyInPayload(const event::Event& event, PathSteps steps, Visit visit)
{
    const event::JsonNode subject = event.subject();
    return anyAlong(event.payload, steps, visit) || (subject != event.payload && anyAlong(subject, steps, visit));
}

/// Without decoding: whether `value` can hold the members named. Names stand in the bytes as they are, unless something is
/// escaped there.
[[nodiscard]] inline bool canHold(std::string_view value, PathSteps steps)
{
    const auto isMissing = [&](const std::string& step) {
        const bool isWritten = step.find_first_of("\"\\") == std::string::npos; // those are always escaped
        return isWritten && !positionOf(step) && value.find(step) == std::string_view::npos;
    };
    return std::none_of(steps.begin(), steps.end(), isMissing) || value.find('\\') != std::string_view::npos;
}

} // namespace sagascope::session
