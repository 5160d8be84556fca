// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

#include "core/base/Rule.h"

namespace sagascope::ui {

/// The rule's name as it stands in reports, help and suppressions: never translated.
[[nodiscard]] QString ruleLabel(base::Rule rule);
/// A sentence or two, translated: why it matters and what to do.
[[nodiscard]] QString ruleSentence(base::Rule rule);
/// Of the rules that a saga breaks the one that tells most of what went wrong with it as a whole: severe ones first. None when
/// only its single events are to blame, as for a header that is missing.
[[nodiscard]] std::optional<base::Rule> tellingRule(const base::RuleSet& rules);
/// 0 for the most telling rule; larger than any of them for a rule that is about single events.
[[nodiscard]] int tellingRank(base::Rule rule);
/// A few words, translated, for a line of a list: `paid after cancelled, not refunded`. Only of rules that may be telling.
[[nodiscard]] QString ruleGist(base::Rule rule);

} // namespace sagascope::ui
