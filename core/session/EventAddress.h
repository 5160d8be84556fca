// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "core/base/Hash.h"
#include "core/base/Ids.h"
#include "core/session/Query.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// Where an event lies, and which one it is: enough to find it again on another desk. The id travels as its hash, so
/// that a link tells nothing about the event but its place. A plain value; any thread.
struct EventAddress
{
    std::string topic;
    std::int32_t partition = 0;
    std::int64_t offset = 0;
    base::IdHash eventId; ///< null when unknown

    friend bool operator==(const EventAddress&, const EventAddress&) = default;
};

[[nodiscard]] EventAddress addressOf(const store::EventStore::View& events, base::EventIndex event);

/// `dreamscape.payment.failed[1]@88214`.
[[nodiscard]] std::string coordinatesText(const EventAddress& address);
/// `sagascope://event/dreamscape.payment.failed/1/88214?id=0f7c…`; the topic percent-encoded, `id` left out when unknown.
[[nodiscard]] std::string linkText(const EventAddress& address);

/// Nothing unless the text is a whole link; parameters that it does not know are passed over.
[[nodiscard]] std::optional<EventAddress> readEventLink(std::string_view text);

/// What a person asks to go to.
using EventAim = std::variant<EventAddress, ///< a link or coordinates
                              QueryTime,    ///< the first event from then on
                              std::string>; ///< an id

/// Reads a link, coordinates (`topic[1]@88214`, also with blanks and grouped digits, `topic/1/88214`, `topic 1 88214`), a
/// time as the query language has it, and takes everything else for an id. Nothing when the text is empty or a link that
/// is cut off.
[[nodiscard]] std::optional<EventAim> readEventAim(std::string_view text);

} // namespace sagascope::session
