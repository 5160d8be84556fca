// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>

#include "ui/sagas/TimelineGeometry.h"

class QPainter;

namespace sagascope::ui {

/// Widths of texts in this font.
[[nodiscard]] TextWidth widthIn(const QFont& font);

/// The whole saga in one picture, whatever part of it is on screen; what was opened or folded there stays so. Any
/// thread; refers to the timeline.
class TimelinePicture
{
public:
    TimelinePicture(const Timeline& timeline, const TimelineFrame& onScreen, const QFont& font);

    [[nodiscard]] QSizeF size() const; ///< empty when there is nothing to show
    void paint(QPainter& painter) const;

private:
    const Timeline& m_timeline;
    QFont m_font;
    TimelineFrame m_frame;
    TimelineGeometry m_geometry;
};

} // namespace sagascope::ui
