// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

#include "ui/theme/Theme.h"

namespace sagascope::ui {

/// The application's style sheet: `resources/themes/sagascope.qss` with every `@name` replaced by the theme's colour,
/// and `@icons` by the folder of the icons drawn for it.
[[nodiscard]] QString styleSheet(const Palette& palette, ThemeKind kind, const QFont& monospace);

} // namespace sagascope::ui
