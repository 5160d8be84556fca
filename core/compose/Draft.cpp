// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/Draft.h"

#include <algorithm>
#include <array>

namespace sagascope::compose {
namespace {

constexpr std::string_view kSource = "sagascope";

bool isSameKind(std::string_view a, std::string_view b)
{
    const auto isBooking = [](std::string_view kind) { return kind == "booking" || kind == "booking-reference"; };
    return a == b || (isBooking(a) && isBooking(b));
}

std::optional<std::string> textAt(const Json& body, const std::string& pointer)
{
    const Json* value = valueAt(body, pointer);
    if (!value || !value->is_string() || value->get_ref<const std::string&>().empty())
        return std::nullopt;
    return value->get<std::string>();
}

/// Looks for an identifier of exactly this kind first; a booking and its reference may stand for one another.
std::optional<std::string> identifierOf(const ParentEvent& parent, const catalog::DeclaredTopic& topic,
                                        std::string_view kind)
{
    for (const bool isExact : {true, false})
        for (const catalog::DeclaredIdentifier& known : topic.identifiers)
            if (isExact ? known.kind == kind : isSameKind(known.kind, kind))
                if (auto value = textAt(parent.body, known.pointer))
                    return value;
    return std::nullopt;
}

constexpr std::string_view kPayload = "/payload";
constexpr std::string_view kMetadata = "/metadata/";

bool isDeclared(const catalog::DeclaredTopic& topic, std::string_view pointer)
{
    const Json schema = fromJsonText(topic.schemaText).value_or(Json());
    return valueAt(schema, "/properties" + std::string(pointer.substr(kPayload.size()))) != nullptr;
}

void copyIdentifiers(const ParentEvent& parent, const catalog::DeclaredTopic& from, const catalog::DeclaredTopic& to,
                     Draft& draft)
{
    for (const catalog::DeclaredIdentifier& target : to.identifiers) {
        const auto value = identifierOf(parent, from, target.kind);
        if (!value)
            continue;
        const std::string_view pointer = target.pointer;
        if (pointer.substr(0, kMetadata.size()) == kMetadata)
            assignAt(draft.metadata, pointer.substr(kMetadata.size() - 1), *value);
        else if (isDeclared(to, pointer))
            assignAt(draft.payload, pointer.substr(kPayload.size()), *value);
    }
}

void copyMoney(const ParentEvent& parent, Draft& draft)
{
    constexpr std::array<const char*, 3> kAmounts{"/amount", "/totalAmount", "/refundAmount"};
    const Json* payload = valueAt(parent.body, kPayload);
    if (!payload)
        return;
    if (const Json* currency = valueAt(*payload, "/currency"); currency && valueAt(draft.payload, "/currency"))
        assignAt(draft.payload, "/currency", *currency);
    const Json* amount = nullptr;
    for (const char* pointer : kAmounts)
        if (const Json* value = valueAt(*payload, pointer); value && value->is_number() && !amount)
            amount = value;
    for (const char* pointer : kAmounts)
        if (amount && valueAt(draft.payload, pointer))
            assignAt(draft.payload, pointer, *amount);
}

} // namespace

Draft Draft::fresh(std::string_view eventType, const catalog::Catalog& catalog, SampleValues& samples)
{
    Draft draft;
    draft.eventId = samples.uuid();
    draft.eventType = eventType;
    draft.source = kSource;
    draft.correlationId = samples.uuid();
    const catalog::DeclaredTopic* topic = catalog.eventType(eventType);
    if (!topic)
        return draft;
    if (!topic->versions.empty())
        draft.version = topic->versions.back();
    if (topic->schema)
        if (const auto form = FormModel::fromSchema(topic->schemaText))
            draft.payload = samples.payload(*form);
    return draft;
}

Draft Draft::replyTo(const ParentEvent& parent, std::string_view eventType, const catalog::Catalog& catalog,
                     SampleValues& samples)
{
    Draft draft = fresh(eventType, catalog, samples);
    draft.causationId = parent.eventId;
    if (!parent.correlationId.empty())
        draft.correlationId = parent.correlationId;
    const catalog::DeclaredTopic* from = catalog.eventType(parent.eventType);
    const catalog::DeclaredTopic* to = catalog.eventType(eventType);
    if (from && to)
        copyIdentifiers(parent, *from, *to, draft);
    copyMoney(parent, draft);
    return draft;
}

void Draft::renew(SampleValues& samples)
{
    eventId = samples.uuid();
}

std::vector<std::string> likelyReplies(std::string_view eventType, const catalog::Catalog& catalog)
{
    std::vector<std::string> replies;
    for (const catalog::SagaDefinition& definition : catalog.definitions())
        for (const catalog::FollowRule& rule : definition.follows) {
            const bool follows = std::find(rule.causes.begin(), rule.causes.end(), eventType) != rule.causes.end();
            if (follows && std::find(replies.begin(), replies.end(), rule.effect) == replies.end())
                replies.push_back(rule.effect);
        }
    return replies;
}

} // namespace sagascope::compose
