// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/TypeTable.h"

#include <algorithm>

#include "core/base/Hash.h"
#include "core/catalog/SagaDefinition.h"
#include "core/event/Topic.h"

namespace sagascope::saga {
namespace {

using identity::IdentifierKind;

/// Kinds to take the key from where no definition says: business ids before the technical ones.
void addGenericKinds(std::vector<IdentifierKind>& kinds)
{
    for (int kind = int(IdentifierKind::Booking); kind <= int(IdentifierKind::Entity); ++kind)
        kinds.push_back(static_cast<IdentifierKind>(kind));
    for (const auto kind : {IdentifierKind::Saga, IdentifierKind::Correlation, IdentifierKind::Trace})
        kinds.push_back(kind);
}

KindSet kindSet(const std::vector<std::string>& names)
{
    KindSet kinds = 0;
    for (const std::string& name : names) {
        if (const auto kind = identity::kindFromName(name))
            kinds |= kindBit(*kind);
    }
    return kinds;
}

DefinitionRules rulesOf(const catalog::SagaDefinition& definition)
{
    DefinitionRules rules;
    rules.definition = &definition;
    rules.needsKind = !definition.requiresKind.empty();
    rules.requiredKind = kindSet({definition.requiresKind});
    rules.asksForKinds = !definition.requiresAnyKind.empty();
    rules.anyKind = kindSet(definition.requiresAnyKind);
    for (const std::string& name : definition.keyKinds) {
        if (const auto kind = identity::kindFromName(name))
            rules.keyKinds.push_back(*kind);
    }
    addGenericKinds(rules.keyKinds);
    return rules;
}

} // namespace

TypeTable::TypeTable(const std::vector<const catalog::SagaDefinition*>& definitions)
{
    for (const catalog::SagaDefinition* definition : definitions)
        m_definitions.push_back(rulesOf(*definition));
    addGenericKinds(m_genericKinds);
}

TypeTable::Number TypeTable::numberOf(base::TextId id, std::string_view text)
{
    if (id.value >= m_byTextId.size())
        m_byTextId.resize(id.value + std::size_t(1), kUnknown);
    if (m_byTextId[id.value] == kUnknown)
        m_byTextId[id.value] = numberOf(text);
    return m_byTextId[id.value];
}

TypeTable::Number TypeTable::numberOf(std::string_view text, std::string_view metadataStep)
{
    const std::string_view type = event::topicSuffix(text);
    const std::uint64_t hash = base::hash64(metadataStep, base::hash64(type));
    const auto isIt = [&](Number number) {
        return m_words[number].type == type && m_words[number].metadataStep == metadataStep;
    };
    const Number known = m_index.find(hash, isIt);
    return known == base::HashIndex::kNone ? add(type, metadataStep, hash) : known;
}

TypeTable::Number TypeTable::add(std::string_view type, std::string_view metadataStep, std::uint64_t hash)
{
    Word word;
    word.plain = metadataStep.empty() ? Number(m_words.size()) : numberOf(type);
    word.type = m_texts.keep(type);
    word.metadataStep = m_texts.keep(metadataStep);
    for (const DefinitionRules& rules : m_definitions) {
        word.steps.push_back(rules.definition->stepOf(type, metadataStep));
        if (word.steps.back())
            word.withStep.push_back(std::uint16_t(word.steps.size() - 1));
    }
    word.causes.resize(m_definitions.size());
    const auto number = Number(m_words.size());
    m_words.push_back(std::move(word));
    m_index.insert(hash, number);
    return number;
}

std::span<const TypeTable::Cause> TypeTable::causes(Number number, std::size_t definition)
{
    const Number effect = plain(number);
    if (!m_words[effect].causes[definition].isKnown) {
        std::vector<Cause> causes;
        for (const catalog::FollowRule& rule : m_definitions[definition].definition->follows) {
            for (std::size_t i = 0; rule.effect == m_words[effect].type && i < rule.causes.size(); ++i) {
                const Number type = numberOf(rule.causes[i]);
                const bool isNamed = std::any_of(causes.begin(), causes.end(), [&](const Cause& c) { return c.type == type; });
                if (!isNamed)
                    causes.push_back({type, rule.names[i]});
            }
        }
        m_words[effect].causes[definition] = {true, std::move(causes)};
    }
    return m_words[effect].causes[definition].causes;
}

} // namespace sagascope::saga
