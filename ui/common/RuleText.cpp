// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RuleText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

#include "core/base/RuleSentence.h"

namespace sagascope::ui {
namespace {

struct Gist
{
    base::Rule rule;
    const char* text;
};

// clang-format off
// The most telling first.
constexpr std::array kGists{
    Gist{base::Rule::PaidAfterCompensation, QT_TRANSLATE_NOOP("RuleGist", "paid after cancelled, not refunded")},
    Gist{base::Rule::CompensationMissing, QT_TRANSLATE_NOOP("RuleGist", "failed, a done step not undone")},
    Gist{base::Rule::DeadLetter, QT_TRANSLATE_NOOP("RuleGist", "an event became a dead letter")},
    Gist{base::Rule::SagaStuck, QT_TRANSLATE_NOOP("RuleGist", "the awaited step did not come")},
    Gist{base::Rule::CorrelationSplit, QT_TRANSLATE_NOOP("RuleGist", "runs under several correlation ids")},
    Gist{base::Rule::EventidCollision, QT_TRANSLATE_NOOP("RuleGist", "two events under one id")},
    Gist{base::Rule::CausationCycle, QT_TRANSLATE_NOOP("RuleGist", "causes that go in a circle")},
    Gist{base::Rule::SecretInPayload, QT_TRANSLATE_NOOP("RuleGist", "a secret in a payload")},
    Gist{base::Rule::RefundAmountConflict, QT_TRANSLATE_NOOP("RuleGist", "refunds disagree on the amount")},
    Gist{base::Rule::ConfirmedBeforePayment, QT_TRANSLATE_NOOP("RuleGist", "confirmed before paid")},
    Gist{base::Rule::CompensationOrder, QT_TRANSLATE_NOOP("RuleGist", "undone in the wrong order")},
    Gist{base::Rule::AmbiguousLink, QT_TRANSLATE_NOOP("RuleGist", "may belong to another saga")},
    Gist{base::Rule::SagaMissingStart, QT_TRANSLATE_NOOP("RuleGist", "its beginning was not seen")},
    Gist{base::Rule::DuplicateSemantic, QT_TRANSLATE_NOOP("RuleGist", "the same fact twice")},
};
// clang-format on

} // namespace

QString ruleLabel(base::Rule rule)
{
    const auto name = base::ruleName(rule);
    return QString::fromUtf8(name.data(), qsizetype(name.size()));
}

QString ruleSentence(base::Rule rule)
{
    return QCoreApplication::translate("Rule", base::ruleSentence(rule));
}

int tellingRank(base::Rule rule)
{
    return int(std::find_if(kGists.begin(), kGists.end(), [&](const Gist& gist) { return gist.rule == rule; }) - kGists.begin());
}

std::optional<base::Rule> tellingRule(const base::RuleSet& rules)
{
    const auto found = std::find_if(kGists.begin(), kGists.end(), [&](const Gist& gist) { return rules.test(std::size_t(gist.rule)); });
    return found == kGists.end() ? std::nullopt : std::optional(found->rule);
}

QString ruleGist(base::Rule rule)
{
    const auto rank = std::size_t(tellingRank(rule));
    return rank == kGists.size() ? ruleLabel(rule) : QCoreApplication::translate("RuleGist", kGists[rank].text);
}

} // namespace sagascope::ui
