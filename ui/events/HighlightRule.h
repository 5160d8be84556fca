// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QSettings>
#include <QString>

#include <vector>

#include "ui/theme/Theme.h"

namespace sagascope::ui {

/// Rows that match the query stand out in the colour. Of several rules that match the first one counts.
struct HighlightRule
{
    QString query;
    int colour = 0; ///< one of kHighlightColours
    bool isOn = true;
    friend bool operator==(const HighlightRule&, const HighlightRule&) = default;
};
using HighlightRules = std::vector<HighlightRule>;

inline constexpr int kMostHighlightRules = 9; ///< a rule is told by its digit
inline constexpr int kHighlightColours = 8;

[[nodiscard]] QColor highlightColour(int colour);  ///< of marks
[[nodiscard]] QString highlightColourName(int colour); ///< translated
/// What lies below the texts of a row: so pale that text and muted text stay legible (WCAG AA).
[[nodiscard]] QColor highlightTint(const Palette& colours, int colour);
/// Of a text on the colour itself.
[[nodiscard]] QColor highlightInk(int colour);

[[nodiscard]] HighlightRules readHighlightRules(const QSettings& settings);
void writeHighlightRules(QSettings& settings, const HighlightRules& rules);

} // namespace sagascope::ui
