// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/session/Sequence.h"

namespace sagascope::session {

/// One notation for sequence diagrams: how each statement is written. Participants are numbers, lines come with their line
/// break, and every text is any bytes at all: the language masks the secrets in it, makes it one line of bounded length
/// and escapes whatever means something to the tools that draw.
class DiagramLanguage
{
public:
    virtual ~DiagramLanguage() = default;
    [[nodiscard]] virtual std::string begin(std::string_view title) const = 0;
    [[nodiscard]] virtual std::string participant(int number, ParticipantKind kind, std::string_view name) const = 0;
    [[nodiscard]] virtual std::string message(int from, int to, std::string_view text, bool isDashed) const = 0;
    /// Over both participants and all between them, or over one when they are the same.
    [[nodiscard]] virtual std::string note(int from, int to, std::string_view text) const = 0;
    [[nodiscard]] virtual std::string loop(std::string_view text) const = 0;
    [[nodiscard]] virtual std::string endLoop() const = 0;
    [[nodiscard]] virtual std::string end() const = 0;
};

/// Mermaid's `sequenceDiagram`.
[[nodiscard]] std::unique_ptr<DiagramLanguage> mermaidLanguage();
/// PlantUML's sequence diagram.
[[nodiscard]] std::unique_ptr<DiagramLanguage> plantUmlLanguage();

} // namespace sagascope::session
