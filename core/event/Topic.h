// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/event/Event.h"

namespace sagascope::event {

/// The topic without `dreamscape.`: the event type that the platform publishes there.
[[nodiscard]] std::string_view topicSuffix(std::string_view topic);

/// `dreamscape.<domain>[.<entity>…].<action>`: at least two segments behind the prefix, none of them empty.
[[nodiscard]] bool followsNamingConvention(std::string_view topic);

[[nodiscard]] bool hasDlqSuffix(std::string_view topic);

} // namespace sagascope::event
