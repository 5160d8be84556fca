// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QSizeF>

#include "ui/sagas/sequence/SequencePlan.h"

class QPainter;

namespace sagascope::ui {

/// Draws the part of a SequencePlan that is seen: heads stay on top, rows pass below them. Short-lived: it refers to
/// what it is made from. GUI thread.
class SequencePainter
{
public:
    struct Look
    {
        QSizeF size;       ///< of what is seen, at zoom 1
        QPointF scroll;    ///< at zoom 1
        QFont font;
        int selected = -1; ///< turn
    };

    SequencePainter(QPainter& painter, const SequencePlan& plan, Look look);
    void paint();

private:
    void paintLifelines();
    void paintHeads();
    void paintLoops();
    void paintRow(const SequenceRow& row);
    void paintSelection(const SequenceRow& row);
    void paintMessage(const SequenceRow& row);
    void paintWithin(const SequenceRow& row);
    void paintNote(const SequenceRow& row);
    void paintGap(const SequenceRow& row);
    void paintLoopHead(const SequenceRow& row);
    void paintTime(const SequenceRow& row);
    void paintArrow(const QPointF& tip, double direction, const QColor& colour, bool isFilled);
    void paintLabel(const QRectF& rect, const QString& text, const QColor& colour, int alignment);
    [[nodiscard]] QColor messageColour(const SequenceTurn& turn) const;
    [[nodiscard]] QColor participantColour(int participant) const;
    [[nodiscard]] QString labelOf(const SequenceRow& row) const;
    [[nodiscard]] const SequenceInput& input() const { return *m_plan.input; }
    [[nodiscard]] const SequenceTurn& turnOf(const SequenceRow& row) const { return input().turns[std::size_t(row.turn)]; }

    QPainter& m_painter;
    const SequencePlan& m_plan;
    Look m_look;
};

} // namespace sagascope::ui
