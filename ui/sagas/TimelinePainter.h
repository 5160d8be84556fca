// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPen>

#include "ui/sagas/TimelineGeometry.h"

class QPainter;

namespace sagascope::ui {

/// How a TimelineGeometry looks; where things are is decided before. Used for the screen and for pictures. Short-lived:
/// it refers to what it is made from. GUI thread.
class TimelinePainter
{
public:
    struct Look
    {
        QSizeF size;      ///< of what is seen
        QFont font;
        double top = 0;   ///< how far down it is scrolled
        int selected = -1; ///< position of an event
    };

    TimelinePainter(QPainter& painter, const Timeline& timeline, const TimelineGeometry& geometry, Look look);
    void paint();

private:
    void paintLanes();
    void paintNames();
    void paintAxis();
    void paintBars();
    void paintSelectedBar();
    void paintPhases();
    void paintWaits();
    void paintCurves();
    void paintCurve(const TimelineCurve& curve);
    void paintThread(const TimelineCurve& curve);
    void paintArrow(const QPointF& tip, const QPointF& from, const QColor& colour);
    void paintMarks();
    void paintMark(const TimelineMark& mark, bool isSelected);
    void paintDisc(const TimelineMark& mark, const TimelineEvent& event);
    void paintRecordedPlace(const TimelineMark& mark);
    void paintBadges(const TimelineMark& mark);
    void paintGhosts();
    void paintGhost(const TimelineGhostMark& ghost);
    void paintWords(const QRectF& rect, const QString& text, const QColor& colour, Qt::Alignment alignment,
                    const QColor& surface);
    [[nodiscard]] bool isSeen(const QRectF& rect) const;
    [[nodiscard]] QColor laneColour(int lane) const;
    [[nodiscard]] QColor laneSurface(int lane) const;
    [[nodiscard]] QPen penOf(const TimelineEdge& edge) const;
    [[nodiscard]] const TimelineInput& input() const { return *m_timeline.input; }

    QPainter& m_painter;
    const Timeline& m_timeline;
    const TimelineGeometry& m_geometry;
    Look m_look;
    int m_selectedMark;
};

} // namespace sagascope::ui
