// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPainterPath>
#include <QPolygonF>

#include "core/base/Rule.h"

namespace sagascope::ui {

/// Severity has a shape, not only a colour: a diamond for errors, a triangle for warnings, a circle for notes.
/// Nine pixels high, around `centre`.
[[nodiscard]] inline QPainterPath severityShape(base::Severity severity, QPointF centre)
{
    constexpr double kRadius = 4.5;
    const auto at = [&](double x, double y) { return centre + QPointF(x, y); };
    QPainterPath path;
    switch (severity) {
    case base::Severity::Error:
        path.addPolygon(QPolygonF{{at(0, -kRadius), at(kRadius, 0), at(0, kRadius), at(-kRadius, 0)}});
        break;
    case base::Severity::Warning:
        path.addPolygon(QPolygonF{{at(0, -kRadius), at(kRadius, kRadius - 1), at(-kRadius, kRadius - 1)}});
        break;
    case base::Severity::Info:
        path.addEllipse(centre, kRadius - 1.5, kRadius - 1.5);
        break;
    }
    path.closeSubpath();
    return path;
}

} // namespace sagascope::ui
