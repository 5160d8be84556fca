// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace sagascope::session {

/// A regular expression that any text may be searched with: its time grows with the text alone, whatever the pattern
/// (RE2), so it has no back references and no look-around. Text is read as UTF-8; bytes that are none match nothing.
/// An immutable value, cheap to copy; any thread.
class RegularExpression
{
public:
    struct Compiled;

    /// Of `pattern`, at most 1,000 bytes of it.
    [[nodiscard]] static Compiled compile(std::string_view pattern, bool ignoresCase);

    /// Whether it is found somewhere in `text`.
    [[nodiscard]] bool isIn(std::string_view text) const;
    /// ASCII letters, in lower case, and other ASCII bytes that stand, whatever their case, in every text in which it is
    /// found; empty where no such text is known.
    [[nodiscard]] std::string_view necessaryText() const;

private:
    class Program;
    std::shared_ptr<const Program> m_program;
};

struct RegularExpression::Compiled
{
    RegularExpression expression; ///< to be used only when there is no fault
    bool isFaulty = false;
    std::size_t faultAt = 0; ///< byte of the pattern
    std::size_t faultLength = 0;
};

} // namespace sagascope::session
