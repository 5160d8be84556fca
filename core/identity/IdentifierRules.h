// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/event/Event.h"
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
    std::string value;

    friend bool operator==(const StatedIdentifier&, const StatedIdentifier&) = default;
};

/// What inference compares besides the amount.
struct StatedContext
{
    std::string user; ///< empty when absent or a placeholder
    CurrencyCode currency = kNoCurrency;
};

/// Which fields of which event types tie events together, compiled from the catalog's saga definitions. Immutable.
class IdentifierRules
{
public:
    explicit IdentifierRules(std::shared_ptr<const catalog::Catalog> catalog);

    /// Declared ids and the aliases that definitions let join, without placeholders and without doubles.
    [[nodiscard]] std::vector<StatedIdentifier> identifiersOf(const event::Event& event) const;
    [[nodiscard]] bool isStep(std::string_view eventType) const;
    /// Hash of the fields that make two events of this type one fact; 0 when the type is no step.
    [[nodiscard]] std::uint64_t factHash(const event::Event& event, std::string_view eventType) const;
    /// The step's amount; NaN when there is none.
    [[nodiscard]] double amount(const event::Event& event, std::string_view eventType) const;
    /// Empty unless the type is a step of a definition that infers links.
    [[nodiscard]] StatedContext contextOf(const event::Event& event, std::string_view eventType) const;

private:
    struct Join
    {
        IdentifierKind kind;
        std::vector<std::string> pointers;

        friend bool operator==(const Join&, const Join&) = default;
    };
    struct TypeRules
    {
        std::vector<Join> joins;
        const catalog::StepDefinition* step = nullptr; ///< of the first definition that has this type as a step
        const catalog::DefinitionContext* context = nullptr; ///< of the first such definition that infers links
    };
    [[nodiscard]] const TypeRules* rulesFor(std::string_view eventType) const;

    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::unordered_map<std::string, TypeRules> m_byType;
};

/// The event type that rules go by: a dead-letter wrapper counts as what it wraps.
[[nodiscard]] std::string_view effectiveType(const event::Event& event);

} // namespace sagascope::identity
