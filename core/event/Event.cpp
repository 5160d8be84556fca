// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Event.h"

namespace sagascope::event {

JsonNode Event::at(std::string_view pointer) const
{
    constexpr std::string_view kPayload = "/payload";
    const bool isInPayload =
        pointer.starts_with(kPayload) && (pointer.size() == kPayload.size() || pointer[kPayload.size()] == '/');
    if (!isInPayload)
        return body.at(pointer);
    JsonNode root = payload;
    if (wrapped.isValid()) {
        const JsonNode original = wrapped.member("payload");
        root = original.isValid() ? original : wrapped; // the original may have been bare, too
    }
    return root.at(pointer.substr(kPayload.size()));
}

} // namespace sagascope::event
