// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sagascope::session {

/// A text that is looked for in others, whatever the case of ASCII letters; other bytes are only themselves. Made once to
/// go through many bytes: it looks for the two bytes of it that are rarest in messages, at 64 places at a time, which
/// compilers turn into vector instructions, and compares the rest only where both stand. An immutable value; any thread.
class FoldedLiteral
{
public:
    FoldedLiteral() = default; ///< empty: it is found wherever one begins to look
    explicit FoldedLiteral(std::string_view text);

    /// The first place at or behind `from` (at most the text's size); npos where there is none.
    [[nodiscard]] std::size_t findIn(std::string_view text, std::size_t from = 0) const;
    [[nodiscard]] bool isIn(std::string_view text) const { return findIn(text) != std::string_view::npos; }
    [[nodiscard]] bool isEmpty() const { return m_lower.empty(); }
    [[nodiscard]] std::size_t size() const { return m_lower.size(); }
    [[nodiscard]] const std::string& lower() const { return m_lower; }

private:
    /// A byte of the text: with `fold`'s bits set, the bytes that count as it are `byte`, and no others are.
    struct Probe
    {
        std::size_t at = 0;
        unsigned char byte = 0;
        unsigned char fold = 0;
    };

    [[nodiscard]] Probe probeAt(std::size_t at) const;
    [[nodiscard]] bool mayBeginSoon(const char* text) const;
    [[nodiscard]] bool isAt(const char* text) const;
    [[nodiscard]] std::size_t findWithin(std::string_view text, std::size_t from, std::size_t end) const;

    std::string m_lower;
    Probe m_rarest;
    Probe m_second;
};

} // namespace sagascope::session
