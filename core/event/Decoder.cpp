// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Decoder.h"

#include <optional>
#include <string>

#include <simdjson.h>

#include "core/base/Utf8.h"
#include "core/event/EventReader.h"
#include "core/event/JsonDocument.h"

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
    Decoded decode(const RawRecord& record)
    {
        if (!record.value)
            return Undecodable{Rule::Tombstone};
        const std::string_view text = withoutBom(*record.value);
        const std::size_t skipped = record.value->size() - text.size();
        // What this reads holds no zero byte and is UTF-8: simdjson refuses everything else.
        if (!m_document.readPlain(text)) {
            if (const auto problem = bytesProblem(*record.value))
                return *problem;
            const JsonDocument::Reading reading = m_document.read(text);
            if (reading.outcome == JsonDocument::Outcome::TooDeep)
                return Undecodable{Rule::NestingTooDeep, skipped + reading.position};
            if (reading.outcome == JsonDocument::Outcome::NotJson)
                return Undecodable{Rule::NotJson, skipped + reading.position};
        }
        const JsonNode root = m_document.root();
        if (root.isObject())
            return eventOf(record, m_document, skipped > 0, false);
        return root.kind() == JsonKind::Text ? decodeInner(record, *root.text(), skipped > 0)
                                             : Undecodable{Rule::JsonNotObject};
    }

private:
    /// A JSON string that may hold the JSON of an object.
    Decoded decodeInner(const RawRecord& record, std::string_view string, bool hasBom)
    {
        const std::string_view text = withoutBom(string);
        if (!startsAsObject(text))
            return Undecodable{Rule::JsonNotObject};
        const JsonDocument::Reading reading = m_inner.read(text);
        if (reading.outcome == JsonDocument::Outcome::TooDeep)
            return Undecodable{Rule::NestingTooDeep};
        if (reading.outcome == JsonDocument::Outcome::NotJson)
            return Undecodable{Rule::JsonNotObject};
        return eventOf(record, m_inner, hasBom || text.size() < string.size(), true);
    }

    static Event eventOf(const RawRecord& record, const JsonDocument& document, bool hasBom, bool isDoubleEncoded)
    {
        Event event;
        HitList hits(event.hits);
        if (hasBom)
            hits.add(Rule::Bom);
        if (isDoubleEncoded)
            hits.add(Rule::DoubleEncoded);
        for (const std::string& token : document.tolerated())
            hits.add(Rule::JsonTolerated, token);
        for (const std::string& pointer : document.duplicates())
            hits.add(Rule::MemberDuplicate, pointer);
        EventReader(record, document.root(), event).read();
        return event;
    }

    JsonDocument m_document;
    JsonDocument m_inner; ///< of a double-encoded value, which is text inside m_document
};

Decoder::Decoder() : m_impl(std::make_unique<Impl>()) {}

Decoder::~Decoder() = default;
Decoder::Decoder(Decoder&&) noexcept = default;
Decoder& Decoder::operator=(Decoder&&) noexcept = default;

Decoded Decoder::decode(const RawRecord& record)
{
    return m_impl->decode(record);
}

} // namespace sagascope::event
