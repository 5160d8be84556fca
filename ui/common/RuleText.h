// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "core/base/Rule.h"

namespace sagascope::ui {

/// The rule's name as it stands in reports, help and suppressions: never translated.
[[nodiscard]] QString ruleLabel(base::Rule rule);
/// A sentence or two, translated: why it matters and what to do.
[[nodiscard]] QString ruleSentence(base::Rule rule);

} // namespace sagascope::ui
