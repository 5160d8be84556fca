// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

#include "core/event/RawRecord.h"

namespace sagascope::session {

/// A command for a shell (bash, zsh, ksh) that publishes a record with kcat 1.7.
struct KcatCommand
{
    std::string text;         ///< one command, before it comments about what it cannot do; no line break at the end
    bool isMasked = false;    ///< secrets were masked, and a comment says so
    bool isComplete = true;   ///< false: kcat cannot say all that the record says, and comments name what
};

/// Publishes the same key, value and headers into the same topic and partition; the brokers stay the shell's variable
/// `KAFKA_BROKERS`, and the time is that of publishing. Secrets are masked. A value that is no plain text, or holds characters
/// that a terminal would act upon, travels as base64; nothing in any record ends the quotes around it. Pure; any thread.
[[nodiscard]] KcatCommand kcatPublishCommand(const event::RawRecord& record);

/// The text as one word of a POSIX shell: in single quotes, or, where it holds control characters or bytes that are no UTF-8,
/// in `$'…'` with octal escapes. A zero byte cannot be in a word.
[[nodiscard]] std::string quotedForShell(std::string_view text);

} // namespace sagascope::session
