// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include "core/base/Time.h"
#include "core/session/QueryScanner.h"

namespace sagascope::session {

/// `500ms`, `1.5s`, `5m`, `2h`, `3d`: a number with a unit.
[[nodiscard]] std::optional<base::Duration> readQueryDuration(std::string_view text);
/// `10m` (ago), `10:24`, `10:24:05.5`, `2026-11-23`, `2026-11-23T10:24` with or without seconds and zone.
[[nodiscard]] std::optional<QueryTime> readQueryTime(std::string_view text);
/// A whole text that is one finite number, `-2.5e3`; what a payload's or header's value is compared as.
[[nodiscard]] std::optional<double> readContentNumber(std::string_view text);

/// The term that a word says, or what is wrong with it.
struct ReadTerm
{
    QueryTerm term;
    std::optional<QueryError> error;
};
[[nodiscard]] ReadTerm readQueryTerm(const QueryToken& word);

} // namespace sagascope::session
