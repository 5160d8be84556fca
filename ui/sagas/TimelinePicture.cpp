// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelinePicture.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

#include "ui/sagas/TimelinePainter.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr double kNarrowest = 1200;
constexpr double kWidest = 6000;
constexpr double kPerEvent = 60;

} // namespace

TextWidth widthIn(const QFont& font)
{
    return [metrics = QFontMetricsF(font)](const QString& text) { return metrics.horizontalAdvance(text); };
}

TimelinePicture::TimelinePicture(const Timeline& timeline, const TimelineFrame& onScreen, const QFont& font)
    : m_timeline(timeline), m_font(font), m_frame(onScreen)
{
    if (timeline.byTime.empty())
        return;
    const double width = TimelineGeometry::kLaneNameWidth + kPerEvent * double(timeline.byTime.size());
    m_frame.size = QSizeF(std::clamp(width, kNarrowest, kWidest), 0);
    m_frame.scale = fittingScale(timeline, m_frame.size.width(), widthIn(font));
    m_geometry = layOut(timeline, m_frame, widthIn(font));
}

QSizeF TimelinePicture::size() const
{
    return m_timeline.byTime.empty() ? QSizeF() : QSizeF(m_frame.size.width(), std::ceil(m_geometry.height));
}

void TimelinePicture::paint(QPainter& painter) const
{
    if (m_timeline.byTime.empty())
        return;
    painter.fillRect(QRectF(QPointF(), size()), Theme::current().palette().panel);
    TimelinePainter(painter, m_timeline, m_geometry, {size(), m_font, 0, -1}).paint();
}

} // namespace sagascope::ui
