// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/event/JsonTape.h"

namespace sagascope::event {

/// Where the values of a JSON text stand in it, and where on its tape. `null` is no value here: there is only one.
///
/// Immutable; any thread.
class TextGaps
{
public:
    enum class Kind : std::uint8_t { Text, Number, Flag, End };
    struct Gap
    {
        Kind kind = Kind::End;
        std::size_t begin = 0; ///< of a text without its quotes
        std::size_t end = 0;
        std::size_t at = 0; ///< on the tape
    };

    /// simdjson reads the text as this tape.
    TextGaps(std::string_view text, const JsonTape& tape);

    /// Whether they were all found: there are no escapes in the text.
    [[nodiscard]] bool isWhole() const { return m_isWhole; }
    [[nodiscard]] const std::vector<Gap>& gaps() const { return m_gaps; } ///< the last one is the end
    [[nodiscard]] const std::vector<std::size_t>& names() const { return m_names; } ///< on the tape

private:
    void readToken();
    void readText();
    void readBare();

    std::string_view m_text;
    JsonTape m_tape;
    std::size_t m_position = 0;
    std::size_t m_at = JsonTape::kRoot;
    bool m_isWhole = false;
    std::vector<Gap> m_gaps;
    std::vector<std::size_t> m_names;
};

} // namespace sagascope::event
