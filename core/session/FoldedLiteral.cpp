// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FoldedLiteral.h"

#include <algorithm>

#include "core/session/QueryText.h"

namespace sagascope::session {
namespace {

constexpr std::size_t kStride = 64;
constexpr unsigned char kCaseBit = 0x20;

/// From frequent to rare in JSON messages; what is not here is rarer still.
constexpr std::string_view kFrequent = "\"eat0:,ino1r-2dsc3ml45u.p679b8gyvhfTkwBzZ_ xjKOq{}[]/";

std::size_t rarity(char c)
{
    return std::min(kFrequent.find(c), kFrequent.size());
}

bool isLetter(char lower)
{
    return lower >= 'a' && lower <= 'z';
}

unsigned char folded(char c, unsigned char fold)
{
    return static_cast<unsigned char>(static_cast<unsigned char>(c) | fold);
}

} // namespace

FoldedLiteral::FoldedLiteral(std::string_view text) : m_lower(toLowerAscii(text))
{
    std::size_t rarest = 0;
    for (std::size_t i = 1; i < m_lower.size(); ++i)
        rarest = rarity(m_lower[i]) > rarity(m_lower[rarest]) ? i : rarest;
    std::size_t second = rarest == 0 && m_lower.size() > 1 ? 1 : 0;
    for (std::size_t i = 0; i < m_lower.size(); ++i)
        second = i != rarest && rarity(m_lower[i]) > rarity(m_lower[second]) ? i : second;
    if (!m_lower.empty()) {
        m_rarest = probeAt(rarest);
        m_second = probeAt(second);
    }
}

FoldedLiteral::Probe FoldedLiteral::probeAt(std::size_t at) const
{
    const char c = m_lower[at];
    return {at, static_cast<unsigned char>(c), isLetter(c) ? kCaseBit : static_cast<unsigned char>(0)};
}

/// Whether it can begin at one of the next places. The least difference instead of a way out: loops without one are what
/// compilers make vectors of.
bool FoldedLiteral::mayBeginSoon(const char* text) const
{
    const char* const rarest = text + m_rarest.at;
    const char* const second = text + m_second.at;
    const Probe a = m_rarest;
    const Probe b = m_second;
    unsigned char least = 0xFF;
    for (std::size_t i = 0; i < kStride; ++i) {
        const auto difference =
            static_cast<unsigned char>((folded(rarest[i], a.fold) ^ a.byte) | (folded(second[i], b.fold) ^ b.byte));
        least = std::min(least, difference);
    }
    return least == 0;
}

bool FoldedLiteral::isAt(const char* text) const
{
    if (folded(text[m_rarest.at], m_rarest.fold) != m_rarest.byte)
        return false;
    return std::equal(m_lower.begin(), m_lower.end(), text,
                      [](char l, char t) { return folded(t, isLetter(l) ? kCaseBit : 0) == static_cast<unsigned char>(l); });
}

std::size_t FoldedLiteral::findWithin(std::string_view text, std::size_t from, std::size_t end) const
{
    for (std::size_t at = from; at < end; ++at)
        if (isAt(text.data() + at))
            return at;
    return std::string_view::npos;
}

std::size_t FoldedLiteral::findIn(std::string_view text, std::size_t from) const
{
    if (m_lower.empty())
        return from;
    if (text.size() < m_lower.size() || from > text.size() - m_lower.size())
        return std::string_view::npos;
    const std::size_t end = text.size() - m_lower.size() + 1; // of the places where it can begin
    std::size_t at = from;
    while (end - at >= kStride) {
        const std::size_t next = at + kStride;
        const std::size_t found = mayBeginSoon(text.data() + at) ? findWithin(text, at, next) : std::string_view::npos;
        if (found != std::string_view::npos)
            return found;
        const std::size_t left = end - next;
        at = left > 0 && left < kStride ? end - kStride : next; // the last ones together with some of those before
    }
    return findWithin(text, at, end);
}

} // namespace sagascope::session
