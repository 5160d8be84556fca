// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TextMould.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/event/PlainNumber.h"
#include "core/event/SuspectValues.h"

namespace sagascope::event {
namespace {

constexpr std::size_t kBlock = ByteBlock::kSize;

constexpr std::uint64_t wordOf(char type, std::uint64_t payload = 0)
{
    return std::uint64_t(std::uint8_t(type)) << 56U | payload;
}

} // namespace

/// Fills the gaps of one text, one after another.
class TextMould::Reading
{
public:
    Reading(const PaddedText& text, MouldStrings& strings, const Progress& progress)
        : m_at(text.begin() + progress.inText),
          m_end(text.end()),
          m_strings(strings.values()),
          m_out(m_strings + progress.inStrings)
    {
    }

    /// Where it says no, it stays before the gap and what leads to it. `literal` may be read up to whole blocks.
    [[nodiscard]] bool fill(Gap& gap, const char* literal, std::uint64_t* words)
    {
        const char* const before = m_at;
        if (passes(gap, literal) && read(gap, words))
            return true;
        m_at = before;
        return false;
    }

    [[nodiscard]] const char* at() const { return m_at; }
    [[nodiscard]] std::size_t inStrings() const { return std::size_t(m_out - m_strings); }
    [[nodiscard]] bool hasSuspects() const { return m_hasSuspects; }
    [[nodiscard]] bool isAscii() const { return m_isAscii; } ///< all values

private:
    /// What lies behind the end of the text never matches: no literal has a zero byte.
    bool passes(const Gap& gap, const char* literal)
    {
        const char* at = m_at;
        m_at += gap.size;
        for (unsigned blocks = gap.wholeBlocks; blocks > 0; --blocks, at += kBlock, literal += kBlock) {
            if (ByteBlock(at).differingFrom(ByteBlock(literal)) != 0)
                return false;
        }
        return (ByteBlock(at).differingFrom(ByteBlock(literal)) & gap.lastBytes) == 0;
    }

    bool read(Gap& gap, std::uint64_t* words)
    {
        switch (gap.kind) {
        case TextGaps::Kind::Text:
            return readText(gap, words);
        case TextGaps::Kind::Number:
            return readNumber(words);
        case TextGaps::Kind::Flag:
            return readFlag(words);
        case TextGaps::Kind::End:
            break;
        }
        return m_at == m_end;
    }

    bool readText(Gap& gap, std::uint64_t* words)
    {
        std::uint8_t* const stored = m_out;
        std::uint8_t* const out = stored + MouldStrings::kLengthSize;
        std::size_t size = 0;
        unsigned special = 0;
        while (true) {
            const ByteBlock block(m_at + size);
            block.store(out + size);
            special = block.specialOrHigh();
            if (special != 0)
                break;
            size += kBlock;
        }
        size = foreseen(gap, size + std::size_t(std::countr_zero(special)));
        if (m_at[size] != '"') {
            size = copyForeign(size, out);
            if (m_at[size] != '"')
                return false;
        }
        if (isSuspectText({m_at, size}))
            m_hasSuspects = true;
        const auto length = std::uint32_t(size);
        std::memcpy(stored, &length, sizeof length);
        out[size] = 0;
        *words = wordOf('"', std::uint64_t(stored - m_strings));
        m_out = out + size + 1;
        m_at += size;
        return true;
    }

    /// Goes on from something that is no ASCII, if it is that; gives the size up to what can't be passed.
    std::size_t copyForeign(std::size_t size, std::uint8_t* out)
    {
        m_isAscii = false;
        for (;; size += kBlock) {
            const ByteBlock block(m_at + size);
            block.store(out + size);
            if (const unsigned special = block.special(); special != 0)
                return size + std::size_t(std::countr_zero(special));
        }
    }

    /// The size, but known before it is found: texts in one place are mostly of one size, and a processor that takes that for
    /// granted reads the next gap meanwhile.
    static std::size_t foreseen(Gap& gap, std::size_t size)
    {
        const std::size_t usual = gap.usualSize;
        std::size_t foreseen = usual;
#if defined(__GNUC__)
        asm("" : "+r"(foreseen)); // else the compiler takes the one that was found, since both are the same
#endif
        if (usual != size)
            gap.usualSize = std::uint32_t(foreseen = size);
        return foreseen;
    }

    bool readNumber(std::uint64_t* words)
    {
        const PlainNumber number(m_at);
        if (!number.isRead())
            return false;
        words[0] = wordOf(number.type());
        words[1] = number.bits();
        m_at = number.end();
        if (number.type() == 'l' && isSuspectNumber(std::bit_cast<std::int64_t>(number.bits())))
            m_hasSuspects = true;
        return true;
    }

    bool readFlag(std::uint64_t* words)
    {
        constexpr std::string_view kTrue = "true";
        constexpr std::string_view kFalse = "false";
        const std::string_view flag = *m_at == kTrue.front() ? kTrue : kFalse;
        if (std::string_view(m_at, flag.size()) != flag)
            return false;
        *words = wordOf(*m_at);
        m_at += flag.size();
        return true;
    }

    const char* m_at;
    const char* m_end;
    std::uint8_t* m_strings;
    std::uint8_t* m_out;
    bool m_hasSuspects = false;
    bool m_isAscii = true;
};

bool TextMould::isKept(std::string_view text)
{
    return text.size() <= PaddedText::kLongest;
}

std::optional<TextMould> TextMould::learn(std::string_view text, const JsonTape& tape, const TapeShape& shape)
{
    const TextGaps gaps(text, tape);
    if (!gaps.isWhole() || gaps.gaps().size() > MouldStrings::kMostValues)
        return std::nullopt;
    TextMould mould(tape, shape);
    mould.m_names = gaps.names();
    mould.addGaps(text, gaps.gaps());
    return mould;
}

TextMould::TextMould(const JsonTape& tape, const TapeShape& shape) : m_shapeId(shape.id()), m_shapePlace(shape.place())
{
    for (std::size_t at = 0; at < tape.size(); ++at)
        m_words.push_back(tape.word(at));
}

void TextMould::keepNames(const JsonTape& tape, MouldStrings& strings)
{
    for (const std::size_t at : m_names)
        m_words[at] = wordOf('"', strings.keepName(tape.text(at)));
}

void TextMould::addGaps(std::string_view text, const std::vector<TextGaps::Gap>& gaps)
{
    std::size_t behind = 0;
    for (const TextGaps::Gap& value : gaps) {
        const std::string_view literal = text.substr(behind, value.begin - behind);
        Gap gap;
        gap.literal = std::uint32_t(m_literals.size());
        gap.size = std::uint16_t(literal.size());
        gap.wholeBlocks = std::uint16_t(literal.size() / kBlock);
        gap.lastBytes = std::uint16_t((1U << (literal.size() % kBlock)) - 1);
        gap.at = std::uint16_t(value.at);
        gap.kind = value.kind;
        m_gaps.push_back(gap);
        m_literals.append(literal).resize((m_literals.size() + kBlock) / kBlock * kBlock);
        behind = value.end;
    }
}

bool TextMould::fill(const PaddedText& text, MouldStrings& strings, Progress& progress)
{
    Reading reading(text, strings, progress);
    std::uint64_t* const words = m_words.data();
    const char* const literals = m_literals.data();
    Gap* const first = m_gaps.data();
    Gap* const end = first + m_gaps.size();
    Gap* gap = first + progress.gaps;
    while (gap != end && reading.fill(*gap, literals + gap->literal, words + gap->at))
        ++gap;
    progress.gaps = std::size_t(gap - first);
    progress.inText = std::size_t(reading.at() - text.begin());
    progress.inStrings = reading.inStrings();
    progress.hasSuspects = progress.hasSuspects || reading.hasSuspects();
    progress.isAscii = progress.isAscii && reading.isAscii();
    return gap == end;
}

void TextMould::takeValues(const TextMould& other, std::size_t gaps)
{
    for (std::size_t i = 0; i < gaps; ++i) {
        const Gap& gap = m_gaps[i];
        m_words[gap.at] = other.m_words[gap.at];
        if (gap.kind == TextGaps::Kind::Number)
            m_words[gap.at + 1U] = other.m_words[gap.at + 1U];
    }
}

std::size_t TextMould::size() const
{
    // A name stands in the literals, too.
    return m_words.size() * sizeof(std::uint64_t) + m_gaps.size() * sizeof(Gap) + m_names.size() * sizeof(std::size_t)
           + 2 * m_literals.size();
}

std::size_t TextMould::sharedWith(const TextMould& other) const
{
    const auto isSame = [&](const Gap& a, const Gap& b) {
        return a.kind == b.kind && std::string_view(m_literals).substr(a.literal, a.size)
                                       == std::string_view(other.m_literals).substr(b.literal, b.size);
    };
    const auto differing = std::mismatch(m_gaps.begin(), m_gaps.end(), other.m_gaps.begin(), other.m_gaps.end(), isSame).first;
    return std::size_t(differing - m_gaps.begin());
}

} // namespace sagascope::event
