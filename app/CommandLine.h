// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <variant>

#include "app/Options.h"
#include "core/base/Result.h"

namespace sagascope::app {

/// Help or version was asked for: `text` goes to stdout, and that is all.
struct Answer
{
    std::string text;
};

using Command = std::variant<WindowOptions, ReportOptions, ScreenshotOptions, Answer>;

/// Reads the arguments (without the program's name in `argv[0]`). An Error is InvalidArgument with one line of text for
/// stderr. Opens nothing: whether hosts, profiles and files are there shows later.
[[nodiscard]] base::Result<Command> parseCommandLine(int argc, const char* const* argv);

} // namespace sagascope::app
