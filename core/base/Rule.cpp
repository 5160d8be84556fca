// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Rule.h"

#include <algorithm>
#include <array>

namespace sagascope::base {
namespace {

struct RuleInfo
{
    Rule rule;
    std::string_view name;
    Severity severity;
    RuleGroup group;
};

constexpr std::array kRules{
#define X(id, name, severity, group) RuleInfo{Rule::id, name, Severity::severity, RuleGroup::group},
    SAGASCOPE_RULES(X)
#undef X
};

constexpr std::array kRuleIds{
#define X(id, name, severity, group) Rule::id,
    SAGASCOPE_RULES(X)
#undef X
};

const RuleInfo& info(Rule rule)
{
    return kRules[static_cast<std::size_t>(rule)];
}

} // namespace

std::span<const Rule> allRules()
{
    return kRuleIds;
}

std::string_view ruleName(Rule rule)
{
    return info(rule).name;
}

std::optional<Rule> ruleFromName(std::string_view name)
{
    const auto* found = std::find_if(kRules.begin(), kRules.end(), [&](const RuleInfo& r) { return r.name == name; });
    return found == kRules.end() ? std::nullopt : std::optional(found->rule);
}

Severity ruleSeverity(Rule rule)
{
    return info(rule).severity;
}

RuleGroup ruleGroup(Rule rule)
{
    return info(rule).group;
}

std::string_view severityName(Severity severity)
{
    constexpr std::array<std::string_view, 3> kNames{"info", "warning", "error"};
    return kNames[static_cast<std::size_t>(severity)];
}

} // namespace sagascope::base
