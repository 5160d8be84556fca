// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Event.h"

namespace sagascope::event {

JsonNode Event::subject() const
{
    if (!wrapped.isValid())
        return payload;
    const JsonNode original = wrapped.member("payload");
    return original.isValid() ? original : wrapped; // the original may have been bare, too
}

JsonNode Event::at(std::string_view pointer) const
{
    constexpr std::string_view kPayload = "/payload";
    const bool isInPayload =
        pointer.starts_with(kPayload) && (pointer.size() == kPayload.size() || pointer[kPayload.size()] == '/');
    return isInPayload ? subject().at(pointer.substr(kPayload.size())) : body.at(pointer);
}

} // namespace sagascope::event
