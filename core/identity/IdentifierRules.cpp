// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/IdentifierRules.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>

#include "core/base/Hash.h"
#include "core/event/Topic.h"
#include "core/catalog/Catalog.h"

namespace sagascope::identity {
namespace {

/// A booking's field may hold its database id or its reference: the value's form decides.
IdentifierKind kindByForm(IdentifierKind kind, std::string_view value)
{
    return kind == IdentifierKind::Booking && looksLikeBookingReference(value) ? IdentifierKind::BookingReference : kind;
}

void add(std::vector<StatedIdentifier>& identifiers, IdentifierKind kind, std::string value)
{
    if (isPlaceholder(value))
        return;
    StatedIdentifier stated{kindByForm(kind, value), std::move(value)};
    if (std::find(identifiers.begin(), identifiers.end(), stated) == identifiers.end())
        identifiers.push_back(std::move(stated));
}

/// The values at all pointers joined with `|`; nothing when one is absent or a placeholder.
std::optional<std::string> joinedValue(const event::Event& event, const std::vector<std::string>& pointers)
{
    std::string value;
    for (const std::string& pointer : pointers) {
        const auto part = event.at(pointer).scalarText();
        if (!part || isPlaceholder(*part))
            return std::nullopt;
        if (!value.empty())
            value += '|';
        value += *part;
    }
    return value;
}

/// Numbers are compared as numbers (482 is 482.0), everything else as text.
std::string comparable(event::JsonNode node)
{
    if (const auto number = node.number()) {
        std::array<char, 32> buffer{};
        const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number);
        return {buffer.data(), end.ptr};
    }
    return node.scalarText().value_or(std::string());
}

} // namespace

std::string_view effectiveType(const event::Event& event)
{
    return event::topicSuffix(event.wrappedEventType.empty() ? std::string_view(event.eventType.text)
                                                         : std::string_view(event.wrappedEventType));
}

IdentifierRules::IdentifierRules(std::shared_ptr<const catalog::Catalog> catalog) : m_catalog(std::move(catalog))
{
    for (const catalog::SagaDefinition& definition : m_catalog->definitions()) {
        for (const catalog::StepDefinition& step : definition.steps) {
            auto claim = [&](const std::string& type) {
                TypeRules& rules = m_byType[type];
                if (!rules.step)
                    rules.step = &step;
                if (!rules.context && definition.inference)
                    rules.context = &definition.context;
            };
            claim(step.eventType);
            std::for_each(step.aliases.begin(), step.aliases.end(), claim);
        }
        for (const catalog::JoinField& join : definition.joins) {
            const auto kind = kindFromName(join.kind);
            if (!kind || isDeclaredKind(*kind)) // declared ids join whoever carries them, without a definition's leave
                continue;
            for (const std::string& type : join.types) {
                auto& joins = m_byType[type].joins;
                Join compiled{*kind, join.pointers};
                if (std::find(joins.begin(), joins.end(), compiled) == joins.end())
                    joins.push_back(std::move(compiled));
            }
        }
    }
}

const IdentifierRules::TypeRules* IdentifierRules::rulesFor(std::string_view eventType) const
{
    const auto found = m_byType.find(std::string(eventType));
    return found == m_byType.end() ? nullptr : &found->second;
}

std::vector<StatedIdentifier> IdentifierRules::identifiersOf(const event::Event& event) const
{
    std::vector<StatedIdentifier> identifiers;
    add(identifiers, IdentifierKind::Correlation, std::string(event.correlationId.text));
    add(identifiers, IdentifierKind::Saga, std::string(event.sagaId));
    add(identifiers, IdentifierKind::Trace, std::string(event.traceId));
    if (const TypeRules* rules = rulesFor(effectiveType(event))) {
        for (const Join& join : rules->joins) {
            if (auto value = joinedValue(event, join.pointers))
                add(identifiers, join.kind, std::move(*value));
        }
    }
    return identifiers;
}

bool IdentifierRules::isStep(std::string_view eventType) const
{
    const TypeRules* rules = rulesFor(eventType);
    return rules && rules->step;
}

std::uint64_t IdentifierRules::factHash(const event::Event& event, std::string_view eventType) const
{
    const TypeRules* rules = rulesFor(eventType);
    if (!rules || !rules->step)
        return 0;
    std::string fact(eventType);
    for (const std::string& pointer : rules->step->fact) {
        fact += '\n';
        fact += comparable(event.at(pointer));
    }
    return std::max<std::uint64_t>(1, base::hash64(fact));
}

double IdentifierRules::amount(const event::Event& event, std::string_view eventType) const
{
    if (const TypeRules* rules = rulesFor(eventType); rules && rules->step) {
        for (const std::string& pointer : rules->step->amount) {
            if (const auto number = event.at(pointer).number())
                return *number;
        }
    }
    return std::numeric_limits<double>::quiet_NaN();
}

StatedContext IdentifierRules::contextOf(const event::Event& event, std::string_view eventType) const
{
    const TypeRules* rules = rulesFor(eventType);
    if (!rules || !rules->context)
        return {};
    StatedContext stated;
    auto user = event.at(rules->context->user).scalarText();
    if (user && !isPlaceholder(*user))
        stated.user = std::move(*user);
    if (!rules->context->currency.empty())
        stated.currency = currencyCode(event.at(rules->context->currency).scalarText().value_or(std::string()));
    return stated;
}

} // namespace sagascope::identity
