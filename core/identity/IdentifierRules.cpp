// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/IdentifierRules.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <charconv>
#include <span>

#include "core/base/Hash.h"
#include "core/catalog/Catalog.h"
#include "core/event/JsonDocument.h"
#include "core/event/Topic.h"

namespace sagascope::identity {
namespace {

/// A booking's field may hold its database id or its reference: the value's form decides.
IdentifierKind kindByForm(IdentifierKind kind, std::string_view value)
{
    return kind == IdentifierKind::Booking && looksLikeBookingReference(value) ? IdentifierKind::BookingReference : kind;
}

std::uint64_t nextNumber()
{
    static std::atomic<std::uint64_t> last = 0;
    return ++last;
}

} // namespace

/// Reads one event into a statement.
class StatementReader
{
public:
    StatementReader(const event::Event& event, Statement& statement) : m_document(*event.body.document()), m_out(statement)
    {
        m_out.identifiers.clear();
        m_out.factHash = 0;
        m_out.amount = std::numeric_limits<double>::quiet_NaN();
        m_out.user = {};
        m_out.currency = kNoCurrency;
        m_out.m_madeCount = 0;
    }

    void readDeclared(const event::Event& event)
    {
        add(IdentifierKind::Correlation, event.correlationId.text);
        add(IdentifierKind::Saga, event.sagaId);
        add(IdentifierKind::Trace, event.traceId);
    }

    /// `places`: where the fields of the rules stand.
    void readFields(std::span<const std::size_t> places, std::string_view type, const IdentifierRules::TypeRules& rules)
    {
        m_places = places;
        for (const IdentifierRules::Join& join : rules.joins) {
            if (const auto value = joined(join.fields))
                add(join.kind, *value);
        }
        if (rules.isStep)
            readStep(type, rules);
        if (rules.user)
            readContext(rules);
    }

private:
    [[nodiscard]] event::JsonNode node(std::size_t field) const { return m_document.node(m_places[field]); }

    std::string& made()
    {
        if (m_out.m_madeCount == m_out.m_made.size())
            m_out.m_made.emplace_back();
        std::string& text = m_out.m_made[m_out.m_madeCount++];
        text.clear();
        return text;
    }

    std::optional<std::string_view> text(std::size_t field)
    {
        const std::size_t place = m_places[field];
        if (place == 0)
            return std::nullopt;
        if (m_document.tape().type(place) == '"')
            return m_document.tape().text(place);
        auto scalar = node(field).scalarText();
        if (!scalar)
            return std::nullopt;
        std::string& kept = made();
        kept = std::move(*scalar);
        return kept;
    }

    /// The values of all fields joined with `|`; nothing when one is absent or a placeholder.
    std::optional<std::string_view> joined(const std::vector<std::size_t>& fields)
    {
        if (fields.size() == 1)
            return text(fields.front()); // a placeholder is left out when it is added
        std::string& value = made();
        for (const std::size_t field : fields) {
            const auto part = text(field);
            if (!part || isPlaceholder(*part))
                return std::nullopt;
            value.append(value.empty() ? "" : "|").append(*part);
        }
        return value;
    }

    void add(IdentifierKind kind, std::string_view value)
    {
        if (isPlaceholder(value))
            return;
        const StatedIdentifier stated{kindByForm(kind, value), value};
        auto& identifiers = m_out.identifiers;
        if (std::find(identifiers.begin(), identifiers.end(), stated) == identifiers.end())
            identifiers.push_back(stated);
    }

    void readStep(std::string_view type, const IdentifierRules::TypeRules& rules)
    {
        std::string& fact = m_out.m_fact;
        fact.assign(type);
        for (const std::size_t field : rules.fact) {
            fact += '\n';
            addComparable(fact, field);
        }
        m_out.factHash = std::max<std::uint32_t>(1, static_cast<std::uint32_t>(base::hash64(fact)));
        for (const std::size_t field : rules.amount) {
            if (const auto number = node(field).number()) {
                m_out.amount = *number;
                break;
            }
        }
    }

    /// Numbers are compared as numbers (482 is 482.0), everything else as text.
    void addComparable(std::string& fact, std::size_t field)
    {
        if (const auto number = node(field).number()) {
            std::array<char, 32> buffer{};
            const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), *number);
            fact.append(buffer.data(), end.ptr);
        } else if (const auto value = text(field)) {
            fact.append(*value);
        }
    }

    void readContext(const IdentifierRules::TypeRules& rules)
    {
        if (const auto user = text(*rules.user); user && !isPlaceholder(*user))
            m_out.user = *user;
        if (rules.currency)
            m_out.currency = currencyCode(text(*rules.currency).value_or(std::string_view()));
    }

    const event::JsonDocument& m_document;
    Statement& m_out;
    std::span<const std::size_t> m_places; ///< by field
};

std::string_view effectiveType(const event::Event& event)
{
    return event::topicSuffix(event.wrappedEventType.empty() ? std::string_view(event.eventType.text)
                                                         : std::string_view(event.wrappedEventType));
}

IdentifierRules::IdentifierRules(std::shared_ptr<const catalog::Catalog> catalog) : m_number(nextNumber())
{
    for (const catalog::SagaDefinition& definition : catalog->definitions()) {
        for (const catalog::StepDefinition& step : definition.steps) {
            const auto claim = [&](const std::string& type) {
                TypeRules& rules = m_byType[type];
                rules.claim(step);
                if (definition.inference)
                    rules.claim(definition.context);
            };
            claim(step.eventType);
            std::for_each(step.aliases.begin(), step.aliases.end(), claim);
        }
        for (const catalog::JoinField& join : definition.joins) {
            const auto kind = kindFromName(join.kind);
            if (!kind || isDeclaredKind(*kind)) // declared ids join whoever carries them, without a definition's leave
                continue;
            for (const std::string& type : join.types) {
                TypeRules& rules = m_byType[type];
                Join compiled{*kind, rules.fieldsOf(join.pointers)};
                if (std::find(rules.joins.begin(), rules.joins.end(), compiled) == rules.joins.end())
                    rules.joins.push_back(std::move(compiled));
            }
        }
    }
}

IdentifierRules::Field IdentifierRules::TypeRules::field(const std::string& pointer)
{
    const auto known = std::find_if(fields.begin(), fields.end(), [&](const Place& place) { return place.pointer == pointer; });
    if (known != fields.end())
        return Field(known - fields.begin());
    fields.push_back({pointer});
    constexpr std::string_view kPayload = "/payload/";
    const std::string_view name = std::string_view(pointer).substr(std::min(pointer.size(), kPayload.size()));
    const bool mayBeIndex = name.find_first_not_of("0123456789") == std::string_view::npos;
    if (pointer.starts_with(kPayload) && !mayBeIndex && name.find_first_of("/~") == std::string_view::npos) {
        fields.back().member = members.size();
        members.emplace_back(name);
    }
    return fields.size() - 1;
}

std::vector<IdentifierRules::Field> IdentifierRules::TypeRules::fieldsOf(const std::vector<std::string>& wanted)
{
    std::vector<Field> found;
    for (const std::string& pointer : wanted)
        found.push_back(field(pointer));
    return found;
}

void IdentifierRules::TypeRules::claim(const catalog::StepDefinition& step)
{
    if (isStep)
        return;
    isStep = true;
    fact = fieldsOf(step.fact);
    amount = fieldsOf(step.amount);
}

void IdentifierRules::TypeRules::claim(const catalog::DefinitionContext& context)
{
    if (hasContext)
        return;
    hasContext = true;
    user = field(context.user);
    if (!context.currency.empty())
        currency = field(context.currency);
}

void IdentifierRules::read(const event::Event& event, Statement& statement) const
{
    StatementReader reader(event, statement);
    reader.readDeclared(event);
    const std::string_view type = effectiveType(event);
    const Statement::Fields& fields = fieldsOf(event, type, statement);
    if (fields.rules)
        reader.readFields(fields.places, type, *static_cast<const TypeRules*>(fields.rules));
}

const Statement::Fields& IdentifierRules::fieldsOf(const event::Event& event, std::string_view type, Statement& statement) const
{
    const event::TapeShape* shape = event.body.document()->shape();
    Statement::Fields& fields =
        shape ? statement.m_fieldsByShape.of(*shape, [] { return Statement::Fields(); }) : statement.m_fields;
    if (!shape || fields.of != m_number || fields.type != type)
        find(event, type, statement, fields);
    return fields;
}

void IdentifierRules::find(const event::Event& event, std::string_view type, Statement& statement, Statement::Fields& fields) const
{
    const auto known = m_byType.find(type);
    fields.of = m_number;
    fields.type = type;
    fields.rules = known == m_byType.end() ? nullptr : &known->second;
    fields.places.clear();
    if (!fields.rules)
        return;
    const TypeRules& rules = known->second;
    statement.m_members.resize(rules.members.size());
    event.subject().findMembers(rules.members, statement.m_members);
    for (const Place& field : rules.fields) {
        const event::JsonNode node =
            field.member == Place::kNotAMember ? event.at(field.pointer) : statement.m_members[field.member];
        fields.places.push_back(node.place());
    }
}

} // namespace sagascope::identity
