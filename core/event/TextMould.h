// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/event/JsonTape.h"
#include "core/event/MouldStrings.h"
#include "core/event/PaddedText.h"
#include "core/event/TapeShape.h"
#include "core/event/TextGaps.h"

namespace sagascope::event {

/// What the texts of one making have in common, down to the last blank: all that stands between their values, and what kind
/// of value stands in each gap. It knows the tape of such a text but for the values: to read one is to compare and to copy.
///
/// It reads nothing that simdjson refuses, and nothing differently. What is not plain it leaves to simdjson: escapes,
/// exponents, numbers of many digits. Not thread-safe.
class TextMould
{
public:
    /// How far the moulds have come with a text.
    struct Progress
    {
        std::size_t gaps = 0; ///< filled
        std::size_t inText = 0;
        std::size_t inStrings = 0;
        bool hasSuspects = false; ///< a value that inspectBody() may object to
        bool isAscii = true;      ///< every value
    };

    /// Whether a text is of a size that moulds are for.
    [[nodiscard]] static bool isKept(std::string_view text);
    /// Of a text of such a size that simdjson reads as this tape, which is of this shape. Nothing where the text is not plain.
    [[nodiscard]] static std::optional<TextMould> learn(std::string_view text, const JsonTape& tape, const TapeShape& shape);
    /// Needed once before it is filled. Of the tape that it was learnt from.
    void keepNames(const JsonTape& tape, MouldStrings& strings);

    /// Goes on with a text of which other moulds filled all gaps so far, or none; says whether all of it fits. Whether
    /// values that are not ASCII are UTF-8 is not known then.
    [[nodiscard]] bool fill(const PaddedText& text, MouldStrings& strings, Progress& progress);
    /// The values in the first gaps, which are the same in both.
    void takeValues(const TextMould& other, std::size_t gaps);
    [[nodiscard]] std::size_t gaps() const { return m_gaps.size(); }
    /// How many of them, from the first, are the same in both.
    [[nodiscard]] std::size_t sharedWith(const TextMould& other) const;

    /// Of what it was filled with last.
    [[nodiscard]] JsonTape tape(const MouldStrings& strings) const { return {m_words.data(), strings.bytes()}; }
    [[nodiscard]] std::uint64_t shapeId() const { return m_shapeId; }
    [[nodiscard]] std::size_t shapePlace() const { return m_shapePlace; }
    [[nodiscard]] std::size_t size() const; ///< with its names, bytes

private:
    struct Gap
    {
        std::uint32_t literal = 0;     ///< where that begins which stands before it, filled up to whole blocks
        std::uint16_t size = 0;        ///< of that
        std::uint16_t wholeBlocks = 0; ///< in that
        std::uint16_t lastBytes = 0;   ///< those that count in the block behind them, a bit each
        std::uint16_t at = 0;          ///< the value's word
        std::uint32_t usualSize = 0;   ///< of the value, if it is a text: the last one's
        TextGaps::Kind kind = TextGaps::Kind::End;
    };
    class Reading;

    TextMould(const JsonTape& tape, const TapeShape& shape);
    void addGaps(std::string_view text, const std::vector<TextGaps::Gap>& gaps);

    std::uint64_t m_shapeId;
    std::size_t m_shapePlace;
    std::vector<std::uint64_t> m_words; ///< the tape's
    std::vector<Gap> m_gaps;
    std::vector<std::size_t> m_names; ///< where they stand on the tape
    std::string m_literals;
};

} // namespace sagascope::event
