// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/event/Event.h"
#include "core/event/ShapeTable.h"
#include "core/identity/Currency.h"
#include "core/identity/Identifier.h"

namespace sagascope::catalog {
class Catalog;
struct DefinitionContext;
struct StepDefinition;
}

namespace sagascope::identity {

/// An identifier as an event states it, before it is a number.
struct StatedIdentifier
{
    IdentifierKind kind = IdentifierKind::Entity;
    std::string_view value;

    friend bool operator==(const StatedIdentifier&, const StatedIdentifier&) = default;
};

/// What the rules read in one event. To be filled again and again: it keeps its memory. Texts live as long as the event
/// and until it is filled again, whichever is first.
struct Statement
{
    /// Declared ids and the aliases that definitions let join, without placeholders and without doubles.
    std::vector<StatedIdentifier> identifiers;
    std::uint32_t factHash = 0; ///< of the fields that make two events of this type one fact; 0 when the type is no step
    double amount = std::numeric_limits<double>::quiet_NaN(); ///< the step's; NaN when there is none
    // What inference compares besides; of steps of definitions that infer links.
    std::string_view user; ///< empty when absent or a placeholder
    CurrencyCode currency = kNoCurrency;

private:
    friend class StatementReader;
    friend class IdentifierRules;
    /// Where the fields of a type's rules stand in all events of one shape.
    struct Fields
    {
        std::uint64_t of = 0; ///< number of the rules; 0 for none
        std::string type;
        const void* rules = nullptr;      ///< what that type has in them; null for nothing
        std::vector<std::size_t> places; ///< by field, on the tape; 0 for what is not there
    };
    event::ByShape<Fields> m_fieldsByShape;
    Fields m_fields;                        ///< of an event that has no shape
    std::vector<event::JsonNode> m_members; ///< of the payload, by name in the type's rules
    std::deque<std::string> m_made;        ///< texts that stand nowhere in the event
    std::size_t m_madeCount = 0;
    std::string m_fact;
};

/// Which fields of which event types tie events together, compiled from the catalog's saga definitions. Immutable.
class IdentifierRules
{
public:
    explicit IdentifierRules(std::shared_ptr<const catalog::Catalog> catalog);
    IdentifierRules(const IdentifierRules&) = delete; // statements remember parts of them
    IdentifierRules& operator=(const IdentifierRules&) = delete;
    IdentifierRules(IdentifierRules&&) = default;
    IdentifierRules& operator=(IdentifierRules&&) = default;

    void read(const event::Event& event, Statement& statement) const;
    /// Whether both read the same in every event.
    [[nodiscard]] bool readsLike(const IdentifierRules& other) const { return m_byType == other.m_byType; }

private:
    friend class StatementReader;
    using Field = std::size_t; ///< a place in TypeRules::fields: each is looked up once per event
    /// Where a field stands: nearly all are members of the payload, and those are found in one walk over it.
    struct Place
    {
        std::string pointer;
        std::size_t member = kNotAMember; ///< in TypeRules::members

        static constexpr std::size_t kNotAMember = std::size_t(-1);
        friend bool operator==(const Place&, const Place&) = default;
    };
    struct Join
    {
        IdentifierKind kind;
        std::vector<Field> fields;

        friend bool operator==(const Join&, const Join&) = default;
    };
    struct TypeRules
    {
        std::vector<Place> fields;
        std::vector<std::string> members; ///< names of the payload's members that are fields
        std::vector<Join> joins;
        bool isStep = false;
        bool hasContext = false;
        // Of the first definition that has this type as a step …
        std::vector<Field> fact;
        std::vector<Field> amount;
        // … and of the first such definition that infers links.
        std::optional<Field> user;
        std::optional<Field> currency;

        [[nodiscard]] Field field(const std::string& pointer);
        [[nodiscard]] std::vector<Field> fieldsOf(const std::vector<std::string>& pointers);
        void claim(const catalog::StepDefinition& step);
        void claim(const catalog::DefinitionContext& context);
        friend bool operator==(const TypeRules&, const TypeRules&) = default;
    };
    [[nodiscard]] const Statement::Fields& fieldsOf(const event::Event& event, std::string_view type, Statement& statement) const;
    void find(const event::Event& event, std::string_view type, Statement& statement, Statement::Fields& fields) const;

    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>()(text); }
    };

    std::uint64_t m_number; ///< no others have it
    std::unordered_map<std::string, TypeRules, TextHash, std::equal_to<>> m_byType;
};

/// The event type that rules go by: a dead-letter wrapper counts as what it wraps.
[[nodiscard]] std::string_view effectiveType(const event::Event& event);

} // namespace sagascope::identity
