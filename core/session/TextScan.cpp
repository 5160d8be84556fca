// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TextScan.h"

#include <optional>
#include <string_view>

namespace sagascope::session {
namespace {

/// The next place of what is necessary, moved on as the values are gone through.
class Clue
{
public:
    Clue(const FoldedLiteral& literal, std::string_view bytes) : m_literal(literal), m_bytes(bytes), m_at(literal.findIn(bytes)) {}

    [[nodiscard]] bool isNowhere() const { return m_at == std::string_view::npos; }
    /// Whether it stands in the value, a part of the bytes. Ask from the first to the last.
    bool isIn(std::string_view value)
    {
        const auto begin = static_cast<std::size_t>(value.data() - m_bytes.data());
        if (!isNowhere() && m_at < begin) // in what lies between values, or across the end of one
            m_at = m_literal.findIn(m_bytes, begin);
        return !isNowhere() && m_at - begin + m_literal.size() <= value.size();
    }

private:
    const FoldedLiteral& m_literal;
    const std::string_view m_bytes;
    std::size_t m_at;
};

} // namespace

std::vector<bool> valuesMatching(const TextPattern& pattern, store::BlockValues values)
{
    const bool isEnough = pattern.mode() == TextPattern::Mode::Part; // what is necessary is all that is asked
    Clue clue(pattern.necessary(), values.bytes());
    std::vector<bool> matching;
    std::optional<std::string_view> value;
    for (std::size_t i = 0; !clue.isNowhere() && values.next(value); ++i) {
        if (!value || !clue.isIn(*value) || !(isEnough || pattern.matches(*value)))
            continue;
        matching.resize(i + 1, false);
        matching[i] = true;
    }
    return matching;
}

} // namespace sagascope::session
