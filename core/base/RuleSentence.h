// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Rule.h"

namespace sagascope::base {

/// A sentence or two in English: why the rule matters and what to do. The source text for translations (context
/// "Rule"), used as it is in reports. Empty only for a rule without a sentence, which a test forbids.
[[nodiscard]] const char* ruleSentence(Rule rule);

} // namespace sagascope::base
