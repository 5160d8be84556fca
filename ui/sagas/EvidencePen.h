// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPen>
#include <QString>

#include "core/identity/Evidence.h"

namespace sagascope::ui {

/// How every view draws evidence: solid for declared, solid and lighter for aliased, dotted for inferred.
[[nodiscard]] QPen evidencePen(identity::Evidence evidence, const QColor& strong, const QColor& surface);
/// Dashed amber, for what undoes.
[[nodiscard]] QPen compensationPen(double width);

} // namespace sagascope::ui
