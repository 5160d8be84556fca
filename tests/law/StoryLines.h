// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/session/Report.h"

namespace sagascope::test {

/// A report as lines that a person can check against the events by eye: every saga with its events, edges, steps and
/// candidates, then what belongs to none, and all findings but those about the form of single messages.
[[nodiscard]] std::string storyLines(const session::Report& report);

} // namespace sagascope::test
