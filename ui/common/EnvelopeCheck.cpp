// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EnvelopeCheck.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "ui/common/CodeText.h"
#include "ui/common/RuleText.h"

namespace sagascope::ui {
namespace {

using base::Rule;

struct RuleOfMember
{
    Rule rule;
    std::string_view member;
};

constexpr std::array kRulesOfMembers{
    RuleOfMember{Rule::EventidNotUuid, "eventId"},
    RuleOfMember{Rule::EventidVariant, "eventId"},
    RuleOfMember{Rule::EventtypeTopicMismatch, "eventType"},
    RuleOfMember{Rule::EventtypePrefixed, "eventType"},
    RuleOfMember{Rule::EventtypeHeaderMismatch, "eventType"},
    RuleOfMember{Rule::TimestampInvalid, "timestamp"},
    RuleOfMember{Rule::TimestampNoZone, "timestamp"},
    RuleOfMember{Rule::VersionMissing, "version"},
    RuleOfMember{Rule::VersionFormat, "version"},
    RuleOfMember{Rule::VersionUnknown, "version"},
    RuleOfMember{Rule::VersionBreakingChange, "version"},
    RuleOfMember{Rule::CorrelationMissing, "correlationId"},
    RuleOfMember{Rule::CorrelationHeaderMismatch, "correlationId"},
    RuleOfMember{Rule::CorrelationInMetadata, "correlationId"},
    RuleOfMember{Rule::CorrelationNotUuid, "correlationId"},
    RuleOfMember{Rule::CausationSelf, "causationId"},
    RuleOfMember{Rule::PayloadMissing, "payload"},
    RuleOfMember{Rule::PayloadSchema, "payload"},
    RuleOfMember{Rule::PayloadExtraField, "payload"},
};

/// In the order of the specification, section "Structure des Événements"; optional ones carry a question mark there.
struct Member
{
    std::string_view name;
    bool isOptional;
};
constexpr std::array<Member, 9> kMembers{{{"eventId", false}, {"eventType", false}, {"timestamp", false}, {"version", false}, {"source", false},
                                          {"correlationId", true}, {"causationId", true}, {"metadata", true}, {"payload", false}}};

/// These rules name in their detail which member they mean.
bool isNamedInDetail(Rule rule)
{
    return rule == Rule::EnvelopeIncomplete || rule == Rule::EnvelopeTypeError;
}

bool isAbout(Rule rule, std::string_view detail, std::string_view member)
{
    if (isNamedInDetail(rule))
        return detail == member;
    return std::any_of(kRulesOfMembers.begin(), kRulesOfMembers.end(),
                       [&](const RuleOfMember& known) { return known.rule == rule && known.member == member; });
}

bool isThere(const event::Event& event, std::string_view member)
{
    const event::JsonNode value = event.isBare ? event::JsonNode() : event.body.member(member);
    const event::JsonKind kind = value.isValid() ? value.kind() : event::JsonKind::None;
    const bool isEmptyText = kind == event::JsonKind::Text && value.text().value_or("").empty();
    return kind != event::JsonKind::None && kind != event::JsonKind::Null && !isEmptyText;
}

MemberState stateOf(const Member& member, bool isPresent, bool hasRules)
{
    if (isPresent)
        return hasRules ? MemberState::Odd : MemberState::Valid;
    // A rule asks for a correlation id, though the type does not.
    return member.isOptional && !hasRules ? MemberState::NotSent : MemberState::Missing;
}

} // namespace

std::vector<MemberCheck> checkEnvelope(const event::Event& event, const store::EventStore::View& events, std::span<const store::StoredHit> hits)
{
    std::vector<MemberCheck> checks;
    for (const Member& member : kMembers) {
        MemberCheck check{toQString(member.name), MemberState::Valid, {}};
        for (const store::StoredHit& hit : hits) {
            const std::string_view detail = hit.detail.isValid() ? events.text(hit.detail) : std::string_view();
            if (isAbout(hit.rule, detail, member.name))
                check.rules.push_back({hit.rule, toQString(detail)});
        }
        check.state = stateOf(member, isThere(event, member.name), !check.rules.empty());
        checks.push_back(std::move(check));
    }
    return checks;
}

QString memberStateLabel(MemberState state)
{
    switch (state) {
    case MemberState::Valid: return QStringLiteral("✓ ") + QCoreApplication::translate("MemberState", "valid");
    case MemberState::Odd: return QStringLiteral("! ") + QCoreApplication::translate("MemberState", "odd");
    case MemberState::Missing: return QStringLiteral("✗ ") + QCoreApplication::translate("MemberState", "missing");
    case MemberState::NotSent: return QStringLiteral("– ") + QCoreApplication::translate("MemberState", "optional");
    }
    return {};
}

QString memberExplanation(const MemberCheck& check)
{
    if (check.state == MemberState::Missing && check.rules.empty())
        return QCoreApplication::translate("MemberState", "The specification wants this member in every envelope.");
    if (check.state == MemberState::NotSent)
        return QCoreApplication::translate("MemberState", "The specification lets events leave it out.");
    QStringList paragraphs;
    for (const MemberRule& rule : check.rules)
        paragraphs << (rule.detail.isEmpty() || rule.detail == check.name ? ruleLabel(rule.rule) : QStringLiteral("%1 (%2)").arg(ruleLabel(rule.rule), rule.detail))
                          + QStringLiteral(": ") + ruleSentence(rule.rule);
    return paragraphs.join(QStringLiteral("\n\n"));
}

} // namespace sagascope::ui
