// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/event/JsonNode.h"
#include "core/event/JsonTape.h"
#include "core/event/ShapeTable.h"
#include "core/event/TapeSurvey.h"

namespace sagascope::event {

class MouldTable;

/// Levels of nesting that are read; one more is `nesting-too-deep`.
inline constexpr std::size_t kMaxNesting = 1024;

/// One JSON text, parsed whole, so that every byte of it is known to be right. What simdjson refuses though RFC 8259
/// allows it (huge numbers, lone surrogates) is rewritten by TolerantJson and read all the same; of duplicate members
/// only the last one is kept. Reused for text after text: nodes live until the next read().
///
/// Not thread-safe.
class JsonDocument
{
public:
    enum class Outcome { Read, TooDeep, NotJson };
    struct Reading
    {
        Outcome outcome = Outcome::NotJson;
        std::size_t position = 0; ///< byte where reading stopped, unless it was read
    };

    JsonDocument();
    ~JsonDocument();
    JsonDocument(const JsonDocument&) = delete;
    JsonDocument& operator=(const JsonDocument&) = delete;

    /// Reads at once what needs no second look: false where it is not certain that all is well, down to the encoding.
    /// Ask read() then. Texts of one `kin` are likely to be alike.
    [[nodiscard]] bool readPlain(std::string_view bytes, std::uint32_t kin = 0);
    /// `utf8` must be well-formed UTF-8.
    [[nodiscard]] Reading read(std::string_view utf8);

    [[nodiscard]] JsonNode root() const;
    [[nodiscard]] JsonNode node(std::size_t place) const { return place == 0 ? JsonNode() : JsonNode(this, place); }
    [[nodiscard]] const JsonTape& tape() const { return m_tape; }
    /// Tokens that simdjson would have refused, in document order.
    [[nodiscard]] const std::vector<std::string>& tolerated() const { return m_tolerated; }
    /// Pointers to the first few members that stood there more than once.
    [[nodiscard]] const std::vector<std::string>& duplicates() const { return m_duplicates; }
    /// What others have in common with it; null where that is not known. Valid until the next read.
    [[nodiscard]] const TapeShape* shape() const { return m_shape; }
    /// Whether inspectBody() may find something.
    [[nodiscard]] bool hasSuspects() const { return m_hasSuspects; }
    /// How many texts have been read without simdjson, because others had been alike.
    [[nodiscard]] std::size_t casts() const;
    /// The number at this place as it was written, where a double can't hold it.
    [[nodiscard]] std::optional<std::string_view> originalNumber(std::size_t at) const;

private:
    class Parser;

    [[nodiscard]] bool readMoulded(std::string_view bytes, std::uint32_t kin);
    [[nodiscard]] bool surveyPlain(std::uint32_t kin);
    [[nodiscard]] Reading parse(std::string_view utf8);
    [[nodiscard]] Reading parseTolerantly(std::string_view utf8);
    /// Keeps the pointers to duplicate members; gives the places of those that a later one replaces, sorted.
    [[nodiscard]] std::vector<std::size_t> nameDuplicates();
    void locateNumbers(std::vector<std::pair<std::size_t, std::string>> numbers);

    std::unique_ptr<Parser> m_parser;
    JsonTape m_tape;
    std::vector<std::string> m_tolerated;
    std::vector<std::string> m_duplicates;
    std::vector<std::pair<std::size_t, std::string>> m_numbers; ///< place on the tape, original token; sorted
    TapeSurvey m_survey;
    ShapeTable m_shapes;
    std::unique_ptr<MouldTable> m_moulds; ///< none before readPlain()
    const TapeShape* m_shape = nullptr;
    bool m_hasSuspects = false;
};

template <typename Visit> void JsonNode::forEachMember(const Visit& visit) const
{
    if (!isObject())
        return;
    const JsonTape& tape = m_document->tape();
    const std::size_t end = tape.end(m_index);
    for (std::size_t at = m_index + 1; at < end; at = tape.next(at + 1))
        visit(tape.text(at), JsonNode(m_document, at + 1));
}

template <typename Visit> void JsonNode::forEachElement(const Visit& visit) const
{
    if (kind() != JsonKind::Array)
        return;
    const JsonTape& tape = m_document->tape();
    const std::size_t end = tape.end(m_index);
    for (std::size_t at = m_index + 1; at < end; at = tape.next(at))
        visit(JsonNode(m_document, at));
}

} // namespace sagascope::event
