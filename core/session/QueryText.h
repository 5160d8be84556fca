// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/session/FoldedLiteral.h"
#include "core/session/RegularExpression.h"

namespace sagascope::session {

/// ASCII letters in lower case; the rest as it is.
[[nodiscard]] std::string toLowerAscii(std::string_view text);
/// Whether `text` holds `lowerNeedle`, whatever the case of its ASCII letters.
[[nodiscard]] bool containsIgnoringCase(std::string_view text, std::string_view lowerNeedle);

/// What a text is compared with, whatever the case of ASCII letters: a part of it, all of it, or a pattern over all of
/// it where `*` is any run of characters; or a regular expression that must be found in it. An immutable value; any thread.
class TextPattern
{
public:
    enum class Mode : std::uint8_t { Part, Whole, Wildcard, Expression };

    TextPattern() = default;
    /// `text` with a `*` is a wildcard; without one it is what `plain` says.
    TextPattern(std::string_view text, Mode plain);
    [[nodiscard]] static TextPattern literal(std::string_view text, Mode mode); ///< stars are stars
    [[nodiscard]] static TextPattern of(RegularExpression expression);

    [[nodiscard]] bool matches(std::string_view text) const;
    /// What every text holds that matches, so that texts without it need not be looked at; empty where nothing is known.
    [[nodiscard]] const FoldedLiteral& necessary() const { return m_necessary; }
    [[nodiscard]] bool isEmpty() const { return m_lower.empty() && m_mode != Mode::Expression; }
    /// A single star: it holds for whatever is there at all.
    [[nodiscard]] bool isStar() const { return m_mode == Mode::Wildcard && m_lower == "*"; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] const std::string& lower() const { return m_lower; }

private:
    [[nodiscard]] static TextPattern ofLower(std::string lower, Mode mode);

    std::string m_lower;
    FoldedLiteral m_necessary;
    RegularExpression m_expression;
    Mode m_mode = Mode::Part;
};

} // namespace sagascope::session
