// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace sagascope::catalog {

/// Whether a text has a JSON Schema `format`: date-time (RFC 3339, a zone is needed), date, time, email, uuid, ipv4,
/// ipv6, uri. Formats that are not known accept everything, as the specification wants it.
[[nodiscard]] bool matchesFormat(std::string_view format, std::string_view text);
/// The same in two steps: null for formats that are not known.
[[nodiscard]] auto formatNamed(std::string_view name) -> bool (*)(std::string_view text);

} // namespace sagascope::catalog
