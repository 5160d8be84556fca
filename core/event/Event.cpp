// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Event.h"

namespace sagascope::event {

JsonNode Event::subject() const
{
    return wrapped.isValid() ? subjectOf(wrapped) : payload;
}

JsonNode Event::at(std::string_view pointer) const
{
    constexpr std::string_view kPayload = "/payload";
    const bool isInPayload =
        pointer.starts_with(kPayload) && (pointer.size() == kPayload.size() || pointer[kPayload.size()] == '/');
    return isInPayload ? subject().at(pointer.substr(kPayload.size())) : body.at(pointer);
}

JsonNode subjectOf(JsonNode wrapped)
{
    const JsonNode payload = wrapped.member("payload");
    return payload.isValid() ? payload : wrapped; // the original may have been bare, too
}

} // namespace sagascope::event
