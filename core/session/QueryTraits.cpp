// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryTraits.h"

#include "core/identity/Evidence.h"
#include "core/session/QueryField.h"

namespace sagascope::session {
namespace {

base::RuleSet rulesOf(base::Severity severity)
{
    base::RuleSet rules;
    for (const base::Rule rule : base::allRules())
        rules.set(static_cast<std::size_t>(rule), base::ruleSeverity(rule) == severity);
    return rules;
}

} // namespace

base::RuleSet rulesOfTraits(std::uint32_t traits)
{
    static const base::RuleSet kErrors = rulesOf(base::Severity::Error);
    static const base::RuleSet kWarnings = rulesOf(base::Severity::Warning);
    base::RuleSet rules;
    if (isAmong(traits, QueryTrait::Finding))
        rules.set();
    if (isAmong(traits, QueryTrait::Error))
        rules |= kErrors;
    if (isAmong(traits, QueryTrait::Warning))
        rules |= kWarnings;
    if (isAmong(traits, QueryTrait::DeadLetter))
        rules.set(static_cast<std::size_t>(base::Rule::DeadLetter));
    return rules;
}

std::uint32_t repeatsOfTraits(std::uint32_t traits)
{
    using identity::Repeat;
    std::uint32_t repeats = 0;
    const auto add = [&](QueryTrait trait, Repeat repeat) {
        if (isAmong(traits, trait))
            repeats |= bit(static_cast<unsigned>(repeat));
    };
    add(QueryTrait::Duplicate, Repeat::Redelivery);
    add(QueryTrait::Duplicate, Repeat::SameFact);
    add(QueryTrait::Redelivery, Repeat::Redelivery);
    add(QueryTrait::SameFact, Repeat::SameFact);
    add(QueryTrait::Collision, Repeat::IdCollision);
    add(QueryTrait::Retry, Repeat::Attempt);
    return repeats;
}

std::uint32_t flagsOfTraits(std::uint32_t traits)
{
    using store::EventFlag;
    std::uint32_t flags = 0;
    if (isAmong(traits, QueryTrait::Ours))
        flags |= static_cast<std::uint32_t>(EventFlag::Ours);
    if (isAmong(traits, QueryTrait::Late))
        flags |= static_cast<std::uint32_t>(EventFlag::Late);
    return flags;
}

} // namespace sagascope::session
