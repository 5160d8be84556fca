// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/HashIndex.h"
#include "core/base/Ids.h"
#include "core/base/TextPool.h"
#include "core/identity/Identifier.h"

namespace sagascope::catalog {
struct SagaDefinition;
struct StepDefinition;
}

namespace sagascope::saga {

/// A set of identifier kinds, one bit each.
using KindSet = std::uint32_t;
[[nodiscard]] constexpr KindSet kindBit(identity::IdentifierKind kind)
{
    return KindSet(1) << static_cast<unsigned>(kind);
}

/// A definition with its texts turned into what can be compared at once.
struct DefinitionRules
{
    const catalog::SagaDefinition* definition = nullptr;
    bool needsKind = false;
    KindSet requiredKind = 0; ///< a group must carry it when `needsKind`; 0 then means that nobody can
    bool asksForKinds = false;
    KindSet anyKind = 0; ///< a group that carries one of these fits better when `asksForKinds`
    std::vector<identity::IdentifierKind> keyKinds; ///< of the saga's key, preferred first; then the generic ones
};

/// What saga definitions say of event types, looked up by text once per type and by number from then on. A type
/// is numbered when it is met first, so making a table costs next to nothing. One thread.
class TypeTable
{
public:
    /// A type, together with the `metadata.step` that some events state beside it.
    using Number = std::uint32_t;
    /// A type of which an event may be the cause, by the first rule that names it.
    struct Cause
    {
        Number type = 0; ///< without a step
        std::string_view rule;
    };

    /// The definitions must outlive the table.
    explicit TypeTable(const std::vector<const catalog::SagaDefinition*>& definitions);

    /// `id` is the text's number in one store, the same for all calls.
    [[nodiscard]] Number numberOf(base::TextId id, std::string_view text);
    [[nodiscard]] Number numberOf(std::string_view text, std::string_view metadataStep = {});

    /// The event type without the platform's prefix; points into the table.
    [[nodiscard]] std::string_view typeText(Number number) const { return m_words[number].type; }
    /// The number of the same type without a step.
    [[nodiscard]] Number plain(Number number) const { return m_words[number].plain; }
    [[nodiscard]] const std::vector<DefinitionRules>& definitions() const { return m_definitions; }
    /// Kinds to take a saga's key from, preferred first; `definition` is a place in definitions(), or none.
    [[nodiscard]] std::span<const identity::IdentifierKind> keyKinds(std::optional<std::size_t> definition) const
    {
        return definition ? m_definitions[*definition].keyKinds : m_genericKinds;
    }
    /// The step that such an event takes in the definition (by its place in definitions()); null when none.
    [[nodiscard]] const catalog::StepDefinition* step(Number number, std::size_t definition) const
    {
        return m_words[number].steps[definition];
    }
    /// The definitions (by their places) in which such an event takes a step.
    [[nodiscard]] std::span<const std::uint16_t> definitionsWithStep(Number number) const { return m_words[number].withStep; }
    /// What may have caused such an event, by the definition's rules.
    [[nodiscard]] std::span<const Cause> causes(Number number, std::size_t definition);

private:
    struct Causes
    {
        bool isKnown = false;
        std::vector<Cause> causes;
    };
    struct Word
    {
        std::string_view type;
        std::string_view metadataStep;
        Number plain = 0;
        std::vector<const catalog::StepDefinition*> steps; ///< by definition
        std::vector<std::uint16_t> withStep;               ///< definitions where that is not null
        std::vector<Causes> causes;                        ///< by definition, worked out when asked for
    };

    Number add(std::string_view type, std::string_view metadataStep, std::uint64_t hash);

    std::vector<DefinitionRules> m_definitions;
    std::vector<identity::IdentifierKind> m_genericKinds;
    std::vector<Word> m_words;
    base::TextPool m_texts;
    base::HashIndex m_index;
    std::vector<Number> m_byTextId; ///< kUnknown where not looked up yet
    static constexpr Number kUnknown = 0xFFFFFFFF;
};

} // namespace sagascope::saga
