// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Decoder.h"

#include <optional>
#include <string>

#include <simdjson.h>

#include "core/base/Prefetch.h"
#include "core/base/Utf8.h"
#include "core/event/EventLayout.h"
#include "core/event/EventReader.h"
#include "core/event/JsonDocument.h"
#include "core/event/ShapeTable.h"
#include "core/event/TopicTable.h"

namespace sagascope::event {
namespace {

using base::Rule;

constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// What the bytes alone say of a value that is there, without any JSON: the first reason that holds, in the order that the
/// report promises.
std::optional<Undecodable> bytesProblem(std::string_view value)
{
    constexpr std::size_t kFramingSize = 5; // magic byte 0 and a schema id of four bytes
    if (value.empty())
        return Undecodable{Rule::EmptyValue};
    if (value.front() == '\0' && value.size() >= kFramingSize)
        return Undecodable{Rule::SchemaRegistryFraming};
    if (const auto zero = value.find('\0'); zero != std::string_view::npos)
        return Undecodable{Rule::BinaryValue, zero};
    if (!simdjson::validate_utf8(value.data(), value.size()))
        return Undecodable{Rule::InvalidUtf8, base::validUtf8Prefix(value)};
    return std::nullopt;
}

std::string_view withoutBom(std::string_view text)
{
    return text.starts_with(kBom) ? text.substr(kBom.size()) : text;
}

bool startsAsObject(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '{';
}

} // namespace

class Decoder::Impl
{
public:
    const Decoded& decode(const RawRecord& record)
    {
        if (!record.value)
            return undecodable({Rule::Tombstone});
        const std::string_view text = withoutBom(*record.value);
        const std::size_t skipped = record.value->size() - text.size();
        const TopicFacts& topic = m_topics.of(record.topic);
        for (const HeaderView& header : record.headers) // they lie elsewhere, and are wanted when the value has been read
            base::prefetch(&header);
        // What this reads holds no zero byte and is UTF-8: simdjson refuses everything else.
        if (!m_document.readPlain(text, topic.number)) {
            if (const auto problem = bytesProblem(*record.value))
                return undecodable(*problem);
            const JsonDocument::Reading reading = m_document.read(text);
            if (reading.outcome == JsonDocument::Outcome::TooDeep)
                return undecodable({Rule::NestingTooDeep, skipped + reading.position});
            if (reading.outcome == JsonDocument::Outcome::NotJson)
                return undecodable({Rule::NotJson, skipped + reading.position});
        }
        const JsonNode root = m_document.root();
        if (root.isObject())
            return eventOf({record, topic, m_document, layoutOf(m_document)}, {.hasBom = skipped > 0});
        return root.kind() == JsonKind::Text ? decodeInner(record, *root.text(), skipped > 0)
                                             : undecodable({Rule::JsonNotObject});
    }

private:
    struct Wrapping
    {
        bool hasBom = false;
        bool isDoubleEncoded = false;
    };

    const Decoded& undecodable(const Undecodable& problem) { return m_decoded = problem; }

    /// A JSON string that may hold the JSON of an object.
    const Decoded& decodeInner(const RawRecord& record, std::string_view string, bool hasBom)
    {
        const std::string_view text = withoutBom(string);
        if (!startsAsObject(text))
            return undecodable({Rule::JsonNotObject});
        const JsonDocument::Reading reading = m_inner.read(text);
        if (reading.outcome == JsonDocument::Outcome::TooDeep)
            return undecodable({Rule::NestingTooDeep});
        if (reading.outcome == JsonDocument::Outcome::NotJson)
            return undecodable({Rule::JsonNotObject});
        return eventOf({record, m_topics.of(record.topic), m_inner, layoutOf(m_inner)},
                       {hasBom || text.size() < string.size(), true});
    }

    const EventLayout& layoutOf(const JsonDocument& document)
    {
        if (const TapeShape* shape = document.shape())
            return m_layouts.of(*shape, [&] { return EventLayout(document); });
        return m_layout = EventLayout(document);
    }

    const Decoded& eventOf(const EventReader::Source& source, Wrapping wrapping)
    {
        Event& event = eventToFill();
        HitList hits(event.hits);
        if (wrapping.hasBom)
            hits.add(Rule::Bom);
        if (wrapping.isDoubleEncoded)
            hits.add(Rule::DoubleEncoded);
        for (const std::string& token : source.document.tolerated())
            hits.add(Rule::JsonTolerated, token);
        for (const std::string& pointer : source.document.duplicates())
            hits.add(Rule::MemberDuplicate, pointer);
        EventReader(source, event).read();
        return m_decoded;
    }

    /// One without hits that has their memory. All else in it is the last one's: EventReader sets every member.
    Event& eventToFill()
    {
        auto* event = std::get_if<Event>(&m_decoded);
        if (!event)
            return m_decoded.emplace<Event>();
        event->hits.clear();
        return *event;
    }

    JsonDocument m_document;
    JsonDocument m_inner; ///< of a double-encoded value, which is text inside m_document
    TopicTable m_topics;
    ByShape<EventLayout> m_layouts; ///< of m_document's shapes: only its readPlain() knows any
    EventLayout m_layout;           ///< of a document that has no shape
    Decoded m_decoded;
};

Decoder::Decoder() : m_impl(std::make_unique<Impl>()) {}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

const Decoded& Decoder::decode(const RawRecord& record)
{
    return m_impl->decode(record);
}

} // namespace sagascope::event
