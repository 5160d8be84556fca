// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

#include "ui/sagas/TimelineGeometry.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// The timeline in words: tooltips, and what a screen reader says. GUI thread (translations). Short-lived: it refers to
/// what it is made from.
class TimelineText
{
    Q_DECLARE_TR_FUNCTIONS(TimelineText)

public:
    TimelineText(const Timeline& timeline, const ViewState& state) : m_timeline(timeline), m_state(state) {}

    [[nodiscard]] QString event(int position) const; ///< one line
    /// What the picture shows at a point of it; empty where there is nothing to say.
    [[nodiscard]] QString at(const TimelineGeometry& geometry, const QPointF& point) const;
    [[nodiscard]] QString mark(const TimelineMark& mark) const;
    [[nodiscard]] QString bar(const TimelineBar& bar) const;
    [[nodiscard]] QString curve(const TimelineCurve& curve) const;
    [[nodiscard]] QString wait(const TimelineWaitBar& wait) const;
    [[nodiscard]] QString ghost(const TimelineGhostMark& ghost) const;
    [[nodiscard]] QString phase(int phase) const;
    [[nodiscard]] QString skews() const; ///< empty when no clock contradicts a cause
    /// The selected event with its place among all, what it follows and what follows it.
    [[nodiscard]] QString selection(int position) const;

    [[nodiscard]] static QString laneTitle(const QString& lane);
    /// `◷ −12 ms`, or `→ +12 ms` where causal order has moved it; empty when its clock contradicts nothing.
    [[nodiscard]] static QString skewBadge(const TimelineEvent& event, TimelineOrder order);
    /// In the unit that suits the last one on the axis, so that one axis has one unit.
    [[nodiscard]] static QString tick(base::Duration sinceStart, base::Duration last);

private:
    [[nodiscard]] const TimelineInput& input() const { return *m_timeline.input; }
    [[nodiscard]] QString label(int position) const { return input().labelOf(input().eventAt(position)); }
    [[nodiscard]] QString lane(int lane) const { return laneTitle(input().lanes[std::size_t(lane)].name); }
    [[nodiscard]] QString remarks(const TimelineEvent& event) const;

    const Timeline& m_timeline;
    const ViewState& m_state;
};

} // namespace sagascope::ui
