// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/catalog/DeclaredTopic.h"
#include "core/compose/FormModel.h"

// The words of the Compose room for what core says in codes. GUI thread (translations are looked up).
namespace sagascope::ui {

/// What a field takes, in short: `number ≥ 0`, `date-time`, `^[A-Z]{3}$`.
[[nodiscard]] QString fieldHint(const compose::FormField& field);
/// What is wrong, to stand beside the field: `is required`, `must be at least 0`.
[[nodiscard]] QString problemText(const catalog::SchemaViolation& violation);
/// What the catalog knows of the traffic: `never published`; empty for what is live.
[[nodiscard]] QString topicStatusText(catalog::TopicStatus status);
/// Why a record did not go out, and what to do next.
[[nodiscard]] QString publishFailureSentence(const base::Error& error, const QString& cluster);

/// JSON over several lines, as an editor shows it.
[[nodiscard]] QString indentedJson(const compose::Json& value);

} // namespace sagascope::ui
