// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sagascope::session {

/// ASCII letters in lower case; the rest as it is.
[[nodiscard]] std::string toLowerAscii(std::string_view text);
/// Whether `text` holds `lowerNeedle`, whatever the case of its ASCII letters.
[[nodiscard]] bool containsIgnoringCase(std::string_view text, std::string_view lowerNeedle);

/// What a text is compared with, whatever the case of ASCII letters: a part of it, all of it, or a pattern over all of
/// it where `*` is any run of characters. An immutable value; any thread.
class TextPattern
{
public:
    enum class Mode : std::uint8_t { Part, Whole, Wildcard };

    TextPattern() = default;
    /// `text` with a `*` is a wildcard; without one it is what `plain` says.
    TextPattern(std::string_view text, Mode plain);
    [[nodiscard]] static TextPattern literal(std::string_view text, Mode mode); ///< stars are stars

    [[nodiscard]] bool matches(std::string_view text) const;
    [[nodiscard]] bool isEmpty() const { return m_lower.empty(); }
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] const std::string& lower() const { return m_lower; }

private:
    std::string m_lower;
    Mode m_mode = Mode::Part;
};

} // namespace sagascope::session
