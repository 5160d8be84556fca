// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>

namespace sagascope::bench {

/// What librdkafka can do at the most: reads every `dreamscape.*` topic from its beginning through the client that
/// kafka::Consumer uses, with the same limits, and only counts. Returns how many records came when at least
/// `count` have; throws when a minute passes without any.
[[nodiscard]] std::size_t countBare(const std::string& bootstrap, std::size_t count);

} // namespace sagascope::bench
