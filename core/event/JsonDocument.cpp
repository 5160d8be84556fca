// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/JsonDocument.h"

#include <algorithm>
#include <cstring>

#include <simdjson.h>

#include "core/event/MouldTable.h"
#include "core/event/TapeWalk.h"
#include "core/event/TapeWriter.h"
#include "core/event/TolerantJson.h"

namespace sagascope::event {
namespace {

/// A parser that has read a giant keeps a multiple of its size; beyond this it is given back.
constexpr std::size_t kKeptCapacity = 4U * 1024 * 1024;

/// Pointers are as long as their way is deep: a few say enough, and keep the cost within the size of the text.
constexpr std::size_t kNamedDuplicates = 8;

/// simdjson 3.0 turns a lone low surrogate into bytes that are no UTF-8: such texts go to the second reader at once.
bool hasSurrogateEscape(std::string_view text)
{
    for (std::size_t at = text.find("\\u"); at != std::string_view::npos; at = text.find("\\u", at + 2)) {
        if (at + 3 < text.size() && (text[at + 2] == 'd' || text[at + 2] == 'D') && text[at + 3] >= '8')
            return true;
    }
    return false;
}

} // namespace

class JsonDocument::Parser
{
public:
    /// False when simdjson refuses the text, for whatever reason.
    bool parse(std::string_view text)
    {
        if (!m_dom || m_dom->capacity() > kKeptCapacity)
            restart();
        if (m_padded.size() < text.size() + simdjson::SIMDJSON_PADDING)
            m_padded.resize(text.size() * 3 / 2 + simdjson::SIMDJSON_PADDING);
        std::memcpy(m_padded.data(), text.data(), text.size());
        std::memset(m_padded.data() + text.size(), ' ', simdjson::SIMDJSON_PADDING);
        return m_dom->parse(m_padded.data(), text.size(), false).error() == simdjson::SUCCESS;
    }

    [[nodiscard]] JsonTape tape() const { return {m_dom->doc.tape.get(), m_dom->doc.string_buf.get()}; }

private:
    void restart()
    {
        constexpr std::size_t kFirstCapacity = 64U * 1024;
        m_padded = std::vector<char>(kFirstCapacity);
        m_dom = std::make_unique<simdjson::dom::parser>();
        // simdjson refuses the depth itself, so one more lets kMaxNesting through. Memory that isn't there shows again
        // in parse(), as a refusal.
        [[maybe_unused]] const simdjson::error_code failure = m_dom->allocate(kFirstCapacity, kMaxNesting + 1);
    }

    std::unique_ptr<simdjson::dom::parser> m_dom;
    std::vector<char> m_padded;
};

JsonDocument::JsonDocument() : m_parser(std::make_unique<Parser>()) {}

JsonDocument::~JsonDocument() = default;

bool JsonDocument::readPlain(std::string_view bytes, std::uint32_t kin)
{
    m_shape = nullptr;
    m_tolerated.clear();
    m_duplicates.clear();
    m_numbers.clear();
    if (readMoulded(bytes, kin))
        return true;
    if (hasSurrogateEscape(bytes) || !m_parser->parse(bytes))
        return false;
    m_tape = m_parser->tape();
    m_shape = m_shapes.find(m_tape, kin);
    if (!m_shape)
        return surveyPlain(kin);
    m_moulds->learn(bytes, kin, m_tape, *m_shape);
    m_hasSuspects = m_shape->namesSecrets() || m_shape->hasSuspectValues(m_tape);
    return true;
}

bool JsonDocument::readMoulded(std::string_view bytes, std::uint32_t kin)
{
    if (!m_moulds)
        m_moulds = std::make_unique<MouldTable>();
    const auto cast = m_moulds->cast(bytes, kin);
    if (!cast)
        return false;
    m_shape = m_shapes.meetAgain(cast->shapeId, cast->shapePlace);
    if (!m_shape) {
        m_moulds->forget(kin);
        return false;
    }
    m_tape = cast->tape;
    m_hasSuspects = m_shape->namesSecrets() || cast->hasSuspectValues;
    return true;
}

bool JsonDocument::surveyPlain(std::uint32_t kin)
{
    const TapeSurvey::Findings found = m_survey.look(m_tape, kMaxNesting);
    m_hasSuspects = found.hasSuspects;
    if (found.isTooDeep || found.hasDuplicates)
        return false;
    m_shape = m_shapes.learn(m_tape, kin, found.hasSecretNames);
    return true;
}

JsonDocument::Reading JsonDocument::read(std::string_view utf8)
{
    m_shape = nullptr;
    m_tolerated.clear();
    m_duplicates.clear();
    const Reading reading = parse(utf8);
    if (reading.outcome != Outcome::Read)
        return reading;
    const TapeSurvey::Findings found = m_survey.look(m_tape, kMaxNesting);
    m_hasSuspects = found.hasSuspects;
    if (found.isTooDeep)
        return parseTolerantly(utf8); // says where it became too deep
    if (!found.hasDuplicates)
        return reading;
    const std::string once = writeTape(*this, JsonTape::kRoot, nameDuplicates());
    std::vector<std::string> tolerated = std::move(m_tolerated);
    const Reading again = parse(once);
    m_tolerated = std::move(tolerated);
    return again;
}

JsonDocument::Reading JsonDocument::parse(std::string_view utf8)
{
    m_numbers.clear();
    if (hasSurrogateEscape(utf8) || !m_parser->parse(utf8))
        return parseTolerantly(utf8);
    m_tape = m_parser->tape();
    return {Outcome::Read, 0};
}

JsonDocument::Reading JsonDocument::parseTolerantly(std::string_view utf8)
{
    TolerantJson reader(utf8, kMaxNesting);
    const TolerantJson::Outcome outcome = reader.run();
    if (outcome == TolerantJson::Outcome::TooDeep)
        return {Outcome::TooDeep, reader.position()};
    if (outcome == TolerantJson::Outcome::Invalid || !m_parser->parse(reader.takeRewritten()))
        return {Outcome::NotJson, reader.position()};
    m_tape = m_parser->tape();
    m_tolerated = reader.takeTokens();
    locateNumbers(reader.takeNumbers());
    return {Outcome::Read, 0};
}

std::vector<std::size_t> JsonDocument::nameDuplicates()
{
    std::vector<std::size_t> replaced;
    for (TapeWalk walk(m_tape); walk.next();) {
        if (m_tape.type(walk.at()) != '{')
            continue;
        for (const MemberName& name : replacedMembers(m_tape, walk.at())) {
            replaced.push_back(name.at);
            if (m_duplicates.size() == kNamedDuplicates)
                continue;
            std::string pointer = walk.pointer();
            appendPointerToken(pointer, name.text);
            m_duplicates.push_back(std::move(pointer));
        }
    }
    std::sort(replaced.begin(), replaced.end());
    return replaced;
}

void JsonDocument::locateNumbers(std::vector<std::pair<std::size_t, std::string>> numbers)
{
    std::size_t ordinal = 0;
    auto wanted = numbers.begin();
    for (TapeWalk walk(m_tape); wanted != numbers.end() && walk.next();) {
        const char type = m_tape.type(walk.at());
        if (type != 'l' && type != 'u' && type != 'd')
            continue;
        if (ordinal++ == wanted->first)
            m_numbers.emplace_back(walk.at(), std::move((wanted++)->second));
    }
}

std::size_t JsonDocument::casts() const
{
    return m_moulds ? m_moulds->casts() : 0;
}

JsonNode JsonDocument::root() const
{
    return {this, JsonTape::kRoot};
}

std::optional<std::string_view> JsonDocument::originalNumber(std::size_t at) const
{
    const auto found = std::lower_bound(m_numbers.begin(), m_numbers.end(), at,
                                        [](const auto& number, std::size_t place) { return number.first < place; });
    return found != m_numbers.end() && found->first == at ? std::optional<std::string_view>(found->second)
                                                          : std::nullopt;
}

} // namespace sagascope::event
