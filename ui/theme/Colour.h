// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace sagascope::ui {

/// `share` of `over` laid on `under`; both opaque, share 0..1.
[[nodiscard]] QColor mix(const QColor& under, const QColor& over, double share);
/// Contrast ratio 1..21 as WCAG 2.1 defines it (relative luminance, section 1.4.3).
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);
/// `colour`, moved towards black or white just far enough to reach `ratio` on `background`.
[[nodiscard]] QColor legibleOn(const QColor& background, const QColor& colour, double ratio);

inline constexpr double kTextContrast = 4.5;    ///< WCAG AA, text
inline constexpr double kGraphicContrast = 3.0; ///< WCAG AA, marks and lines that mean something

} // namespace sagascope::ui
