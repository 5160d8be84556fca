// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/EventReview.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "core/catalog/Catalog.h"
#include "core/identity/Identifier.h"

namespace sagascope::review {
namespace {

using base::Rule;
using base::RuleHit;
using Hits = std::vector<RuleHit>;

constexpr std::size_t kMostHits = 5; ///< of one rule on one event: the first ones show what is wrong
constexpr std::size_t kLongestDetail = 120;
constexpr std::size_t kMostPrints = 4096; ///< of one type that are remembered

/// Within the limit of a detail, and never half a character.
std::string cut(std::string text)
{
    if (text.size() <= kLongestDetail)
        return text;
    std::size_t length = kLongestDetail;
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U)
        --length;
    text.resize(length);
    return text;
}

bool stands(const std::vector<std::string>& texts, std::string_view text)
{
    return std::find(texts.begin(), texts.end(), text) != texts.end();
}

void reviewKey(const catalog::DeclaredTopic& topic, const event::Event& event, const event::RawRecord& record,
               Hits& hits)
{
    // A copy on a retry or dead-letter topic is keyed as its mover likes; a null key has a rule of its own.
    if (event.topicRole != event::TopicRole::Ordinary || !record.key)
        return;
    const std::string_view pointer = topic.keyPointer(event.eventType.text);
    if (pointer.empty())
        return;
    const auto expected = event.at(pointer).scalarText();
    if (expected && *expected != *record.key)
        hits.push_back({Rule::KeyUnexpected, cut(std::string(pointer))});
}

void reviewVersion(const catalog::DeclaredTopic& shape, const event::Event& event, Hits& hits)
{
    if (!event.version.isPresent() || shape.versions.empty())
        return;
    if (!stands(shape.versions, event.version.text))
        hits.push_back({Rule::VersionUnknown, cut(std::string(event.version.text))});
}

/// The pointer of the object that the member at `pointer` is in.
std::string_view parentOf(std::string_view pointer)
{
    return pointer.substr(0, pointer.rfind('/'));
}

/// The catalog's note, within the schema, on members that the types require and the services do not always send.
bool isLeftOut(const catalog::PayloadSchema& schema, std::string_view pointer)
{
    const auto note = schema.document().find("x-leftOut");
    return note != schema.document().end() && std::find(note->begin(), note->end(), pointer) != note->end();
}

/// A consumer of the declared version cannot read the payload any more: a member has another JSON type, or one that
/// the version always carries gave way to members that it does not know. A member that is merely absent breaks the
/// schema, but is no change: the same service may never have sent it.
bool breaksVersion(const catalog::DeclaredTopic& shape, const catalog::SchemaViolation& violation,
                   const std::vector<std::string>& extraFields, const event::Event& event)
{
    const auto isSibling = [&](const std::string& extra) { return parentOf(extra) == parentOf(violation.pointer); };
    if (violation.problem == catalog::SchemaProblem::Type)
        return event.payload.at(violation.pointer).kind() != event::JsonKind::Null;
    return violation.problem == catalog::SchemaProblem::Missing && !isLeftOut(*shape.schema, violation.pointer)
        && std::any_of(extraFields.begin(), extraFields.end(), isSibling);
}

/// `version-breaking-change` holds against the catalog: what this version promises is written there, so no other
/// event decides about this one.
void reviewChange(const catalog::DeclaredTopic& shape, const event::Event& event,
                  const catalog::PayloadSchema::Verdict& verdict, Hits& hits)
{
    if (!event.version.isPresent() || !stands(shape.versions, event.version.text))
        return; // an unknown version promises nothing, and has a rule of its own
    const auto broken = std::find_if(verdict.violations.begin(), verdict.violations.end(), [&](const auto& violation) {
        return breaksVersion(shape, violation, verdict.extraFields, event);
    });
    if (broken != verdict.violations.end())
        hits.push_back({Rule::VersionBreakingChange, cut(broken->message)});
}

void reviewIdentifiers(const catalog::DeclaredTopic& shape, const event::Event& event, Hits& hits)
{
    for (const catalog::DeclaredIdentifier& identifier : shape.identifiers) {
        const auto value = event.at(identifier.pointer).scalarText();
        if (value && identity::isPlaceholder(*value))
            hits.push_back({Rule::PlaceholderId, cut(identifier.pointer)});
    }
}

/// The thorough check: tens of microseconds.
void inspectPayload(const catalog::DeclaredTopic& shape, const event::Event& event, Hits& hits)
{
    const auto verdict = shape.schema->inspect(event.payload.serialise());
    for (std::size_t i = 0; i < std::min(kMostHits, verdict.violations.size()); ++i)
        hits.push_back({Rule::PayloadSchema, cut(verdict.violations[i].message)});
    for (std::size_t i = 0; i < std::min(kMostHits, verdict.extraFields.size()); ++i)
        hits.push_back({Rule::PayloadExtraField, cut(verdict.extraFields[i])});
    reviewChange(shape, event, verdict, hits);
}

} // namespace

EventReview::EventReview(std::shared_ptr<const catalog::Catalog> catalog) : m_catalog(std::move(catalog)) {}
EventReview::~EventReview() = default;

void EventReview::review(const event::Event& event, const event::RawRecord& record, Hits& hits)
{
    const catalog::DeclaredTopic* topic = m_catalog->topic(record.topic);
    if (!topic) {
        hits.push_back({Rule::TopicUnknown, cut(std::string(record.topic))});
        return;
    }
    reviewKey(*topic, event, record, hits);
    if (event.topicRole == event::TopicRole::Ordinary && topic->consumers.empty())
        hits.push_back({Rule::DeadEndEvent, cut(std::string(record.topic))});
    // On a retry or dead-letter queue the shape is that of the event's type, which may be one that nobody knows.
    const catalog::DeclaredTopic* shape = m_catalog->find(event.eventType.text, record.topic);
    if (!shape)
        return;
    reviewVersion(*shape, event, hits);
    reviewIdentifiers(*shape, event, hits);
    reviewPayload(*shape, event, hits);
}

void EventReview::reviewPayload(const catalog::DeclaredTopic& shape, const event::Event& event, Hits& hits)
{
    const event::JsonKind kind = event.payload.kind();
    if (!shape.schema || kind == event::JsonKind::None || kind == event::JsonKind::Null)
        return; // a payload that is not there has a rule of its own
    Shape& known = shapeOf(shape);
    if (known.quick.isCertainlyFine(event.payload))
        return;
    const auto print = known.quick.printOf(event.payload);
    if (!print || known.hitsByPrint.size() >= kMostPrints) {
        inspectPayload(shape, event, hits);
        return;
    }
    const bool promises = event.version.isPresent() && stands(shape.versions, event.version.text);
    const auto [found, isNew] = known.hitsByPrint.try_emplace(promises ? *print : ~*print);
    if (isNew)
        inspectPayload(shape, event, found->second);
    hits.insert(hits.end(), found->second.begin(), found->second.end());
}

EventReview::Shape& EventReview::shapeOf(const catalog::DeclaredTopic& topic)
{
    const auto known = m_shapes.find(&topic);
    return known != m_shapes.end() ? known->second : m_shapes.try_emplace(&topic, topic.schema->document()).first->second;
}

} // namespace sagascope::review
