// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/EventReview.h"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "core/catalog/Catalog.h"
#include "core/event/JsonDocument.h"
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

/// A scalar that is no text: as a person would write it.
std::optional<std::string> writtenScalar(event::JsonNode node)
{
    return node.kind() == event::JsonKind::Text ? std::nullopt : node.scalarText();
}

bool isOtherThan(event::JsonNode node, std::string_view text)
{
    if (const auto own = node.text())
        return *own != text;
    const auto written = writtenScalar(node);
    return written && *written != text;
}

bool isPlaceholder(event::JsonNode node)
{
    if (const auto own = node.text())
        return identity::isPlaceholder(*own);
    const auto written = writtenScalar(node);
    return written && identity::isPlaceholder(*written);
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

/// What one glance at the names of an event tells of all events of its shape, its topic and its type.
struct EventReview::Plan
{
    struct Watched
    {
        std::size_t at = 0; ///< on the tape; 0 when there is nothing
        RuleHit hit;        ///< if the value there is not as it should be
    };

    Plan() = default;
    Plan(const catalog::Catalog& catalog, const event::Event& event, std::string_view topicName);
    [[nodiscard]] bool isFor(const event::Event& event, std::string_view topic) const
    {
        return topicName == topic && type == event.eventType.text;
    }

    std::string topicName;
    std::string type;
    const catalog::DeclaredTopic* shape = nullptr; ///< what the event should look like; null when that is not known
    std::optional<RuleHit> ofTopic;
    Watched key;
    std::vector<Watched> identifiers;
    // Of the payload, unless it is not there or nothing is said about it:
    Known* known = nullptr;
    std::optional<PrintPlan> prints;
    std::optional<std::uint64_t> lastPrint;
    const Hits* lastHits = nullptr; ///< of a payload of that print
};

EventReview::Plan::Plan(const catalog::Catalog& catalog, const event::Event& event, std::string_view topic)
    : topicName(topic), type(event.eventType.text)
{
    const catalog::DeclaredTopic* declared = catalog.topic(topic);
    if (!declared) {
        ofTopic = {Rule::TopicUnknown, cut(topicName)};
        return;
    }
    // A copy on a retry or dead-letter topic is keyed as its mover likes.
    const bool isOrdinary = event.topicRole == event::TopicRole::Ordinary;
    if (const auto pointer = declared->keyPointer(type); isOrdinary && !pointer.empty())
        key = {event.at(pointer).place(), {Rule::KeyUnexpected, cut(std::string(pointer))}};
    if (isOrdinary && declared->consumers.empty())
        ofTopic = {Rule::DeadEndEvent, cut(topicName)};
    // On a retry or dead-letter queue the shape is that of the event's type, which may be one that nobody knows.
    shape = catalog.find(type, topic);
    for (const catalog::DeclaredIdentifier& identifier : shape ? shape->identifiers : std::vector<catalog::DeclaredIdentifier>())
        identifiers.push_back({event.at(identifier.pointer).place(), {Rule::PlaceholderId, cut(identifier.pointer)}});
}

EventReview::EventReview(std::shared_ptr<const catalog::Catalog> catalog)
    : m_catalog(std::move(catalog)), m_plan(std::make_unique<Plan>())
{
}

EventReview::~EventReview() = default;

std::span<const RuleHit* const> EventReview::review(const event::Event& event, const event::RawRecord& record)
{
    m_found.clear();
    Plan& plan = planOf(event, record.topic);
    const event::JsonDocument& document = *event.body.document();
    // A null key has a rule of its own.
    if (record.key && plan.key.at != 0 && isOtherThan(document.node(plan.key.at), *record.key))
        m_found.push_back(&plan.key.hit);
    if (plan.ofTopic)
        m_found.push_back(&*plan.ofTopic);
    if (!plan.shape)
        return m_found;
    reviewVersion(*plan.shape, event);
    for (const Plan::Watched& identifier : plan.identifiers) {
        if (identifier.at != 0 && isPlaceholder(document.node(identifier.at)))
            m_found.push_back(&identifier.hit);
    }
    if (plan.known)
        reviewPayload(plan, event);
    return m_found;
}

EventReview::Plan& EventReview::planOf(const event::Event& event, std::string_view topic)
{
    const event::TapeShape* shape = event.body.document()->shape();
    Plan& plan = shape ? m_plans.of(*shape, [] { return Plan(); }) : *m_plan;
    if (!shape || !plan.isFor(event, topic)) {
        plan = Plan(*m_catalog, event, topic);
        planPayload(plan, event);
    }
    return plan;
}

void EventReview::planPayload(Plan& plan, const event::Event& event)
{
    const event::JsonKind kind = event.payload.kind();
    if (!plan.shape || !plan.shape->schema || kind == event::JsonKind::None || kind == event::JsonKind::Null)
        return; // a payload that is not there has a rule of its own
    plan.known = &knownOf(*plan.shape);
    if (plan.known->quick.isUnderstood())
        plan.prints = plan.known->quick.planFor(event.payload);
}

void EventReview::reviewVersion(const catalog::DeclaredTopic& shape, const event::Event& event)
{
    if (!event.version.isPresent() || shape.versions.empty() || stands(shape.versions, event.version.text))
        return;
    m_version = {Rule::VersionUnknown, cut(std::string(event.version.text))};
    m_found.push_back(&m_version);
}

void EventReview::reviewPayload(Plan& plan, const event::Event& event)
{
    auto print = plan.prints ? plan.prints->printOf(event.body.document()->tape()) : std::nullopt;
    if (!print)
        return inspectUnknown(plan, event);
    const bool promises = event.version.isPresent() && stands(plan.shape->versions, event.version.text);
    if (!promises)
        print = ~*print;
    if (print != plan.lastPrint) {
        auto& hitsByPrint = plan.known->hitsByPrint;
        if (hitsByPrint.size() >= kMostPrints && !hitsByPrint.contains(*print))
            return inspectUnknown(plan, event);
        const auto [found, isNew] = hitsByPrint.try_emplace(*print);
        if (isNew)
            inspectPayload(*plan.shape, event, found->second);
        plan.lastHits = &found->second;
        plan.lastPrint = print;
    }
    for (const RuleHit& hit : *plan.lastHits)
        m_found.push_back(&hit);
}

/// A payload whose print is not certain, or one too many to be remembered.
void EventReview::inspectUnknown(const Plan& plan, const event::Event& event)
{
    m_inspected.clear();
    if (!plan.known->quick.isCertainlyFine(event.payload))
        inspectPayload(*plan.shape, event, m_inspected);
    for (const RuleHit& hit : m_inspected)
        m_found.push_back(&hit);
}

EventReview::Known& EventReview::knownOf(const catalog::DeclaredTopic& topic)
{
    const auto known = m_known.find(&topic);
    return known != m_known.end() ? known->second : m_known.try_emplace(&topic, topic.schema->document()).first->second;
}

} // namespace sagascope::review
