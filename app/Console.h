// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/base/Result.h"

namespace sagascope::app {

inline constexpr int kExitFine = 0;
inline constexpr int kExitFound = 1;  ///< --fail-on found something
inline constexpr int kExitFailed = 2; ///< an argument or the source

/// One line for people: what happened to what.
[[nodiscard]] std::string sentence(const base::Error& error);

/// Standard error: one line, whatever bytes the text holds.
void complain(std::string_view text);

/// A line on standard error that replaces itself; nothing where standard error is no terminal.
class ProgressLine
{
public:
    explicit ProgressLine(bool isQuiet);
    ~ProgressLine(); ///< wipes the line
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const std::string& text);
    void complain(std::string_view text); ///< a line that stays; this one goes on below it

private:
    void wipe();
    bool m_isShown = false;
    bool m_isEnabled;
};

} // namespace sagascope::app
