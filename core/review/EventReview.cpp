// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/EventReview.h"

#include <algorithm>
#include <string>

#include "core/catalog/Catalog.h"
#include "core/identity/Identifier.h"

namespace sagascope::review {
namespace {

using base::Rule;
using base::RuleHit;
using Hits = std::vector<RuleHit>;

constexpr std::size_t kMostHits = 5; ///< of one rule on one event: the first ones show what is wrong
constexpr std::size_t kLongestDetail = 120;

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
    if (std::find(shape.versions.begin(), shape.versions.end(), event.version.text) == shape.versions.end())
        hits.push_back({Rule::VersionUnknown, cut(std::string(event.version.text))});
}

void reviewIdentifiers(const catalog::DeclaredTopic& shape, const event::Event& event, Hits& hits)
{
    for (const catalog::DeclaredIdentifier& identifier : shape.identifiers) {
        const auto value = event.at(identifier.pointer).scalarText();
        if (value && identity::isPlaceholder(*value))
            hits.push_back({Rule::PlaceholderId, cut(identifier.pointer)});
    }
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
    if (quickShape(shape).isCertainlyFine(event.payload))
        return;
    const auto verdict = shape.schema->inspect(event.payload.serialise());
    for (std::size_t i = 0; i < std::min(kMostHits, verdict.violations.size()); ++i)
        hits.push_back({Rule::PayloadSchema, cut(verdict.violations[i].message)});
    for (std::size_t i = 0; i < std::min(kMostHits, verdict.extraFields.size()); ++i)
        hits.push_back({Rule::PayloadExtraField, cut(verdict.extraFields[i])});
}

const QuickShape& EventReview::quickShape(const catalog::DeclaredTopic& shape)
{
    const auto known = m_quickShapes.find(&shape);
    if (known != m_quickShapes.end())
        return known->second;
    return m_quickShapes.emplace(&shape, QuickShape(shape.schema->document())).first->second;
}

} // namespace sagascope::review
