// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineText.h"

#include <QStringList>

#include <algorithm>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kMostLines = 12;
const QString& separator()
{
    static const QString text = QStringLiteral(" · ");
    return text;
}

/// With fractions below a millisecond's ten: skew is often small.
QString shiftText(base::Duration shift)
{
    const double ms = std::chrono::duration<double, std::milli>(shift).count();
    return ms < 10 ? QStringLiteral("%1 ms").arg(ms, 0, 'g', 3) : durationText(shift);
}

} // namespace

QString TimelineText::laneTitle(const QString& lane)
{
    if (lane == QStringView(kRetryLane))
        return tr("retries");
    if (lane == QStringView(kDeadLetterLane))
        return tr("dead letters");
    if (lane == QStringView(kCoordinatorLane))
        return tr("coordinator");
    return lane;
}

QString TimelineText::tick(base::Duration sinceStart, base::Duration last)
{
    using namespace std::chrono_literals;
    if (last < 10s)
        return QStringLiteral("+%1 ms").arg(std::chrono::duration<double, std::milli>(sinceStart).count(), 0, 'g', 7);
    if (last < 10min || sinceStart == base::Duration::zero())
        return QStringLiteral("+%1 s").arg(std::chrono::duration<double>(sinceStart).count(), 0, 'g', 6);
    return QStringLiteral("+") + durationText(sinceStart);
}

QString TimelineText::skewBadge(const TimelineEvent& event, TimelineOrder order)
{
    if (order == TimelineOrder::Causal)
        return event.causalShift > base::Duration::zero() ? QStringLiteral("→ +") + shiftText(event.causalShift) : QString();
    return event.beforeCause > base::Duration::zero() ? QStringLiteral("◷ −") + shiftText(event.beforeCause) : QString();
}

QString TimelineText::remarks(const TimelineEvent& event) const
{
    QString text;
    if (event.repeat != identity::Repeat::None)
        text += separator() + repeatLabel(event.repeat);
    if (event.isFailure)
        text += separator() + tr("failure");
    if (event.isCompensation)
        text += separator() + tr("compensation");
    if (event.isUndoneOutOfOrder)
        text += separator() + tr("undone out of order: a later step should have been undone first");
    if (event.beforeCause > base::Duration::zero())
        text += separator() + tr("its clock says %1 before its cause").arg(shiftText(event.beforeCause));
    if (m_timeline.order == TimelineOrder::Causal && event.causalShift > base::Duration::zero())
        text += separator() + tr("moved by +%1 to its cause").arg(shiftText(event.causalShift));
    return text;
}

QString TimelineText::event(int position) const
{
    const TimelineEvent& self = input().eventAt(position);
    const QString since = self.time == base::kNoTime ? tr("no time") : QStringLiteral("+") + durationText(self.time - input().start);
    return QStringList{input().labelOf(self), lane(self.lane), m_state.formatTime(self.time), since, evidenceLabel(self.evidence)}
               .join(separator()) +
           remarks(self);
}

QString TimelineText::mark(const TimelineMark& mark) const
{
    QStringList lines;
    for (const int position : mark.events) {
        if (std::size_t(lines.size()) == kMostLines) {
            lines << tr("and %n more", nullptr, int(mark.events.size() - kMostLines));
            break;
        }
        lines << event(position);
    }
    return lines.join(u'\n');
}

QString TimelineText::bar(const TimelineBar& bar) const
{
    QString text = tr("%n event(s)", nullptr, bar.count) + separator() + lane(bar.lane);
    if (bar.failures > 0)
        text += separator() + tr("%n with a failure or an error", nullptr, bar.failures);
    return text + u'\n' + tr("Double-click to see them one by one.");
}

QString TimelineText::curve(const TimelineCurve& curve) const
{
    const TimelineEdge& edge = input().edges[std::size_t(curve.edge)];
    QString text;
    if (edge.link == TimelineLink::Undoes)
        text = tr("%1 undoes %2").arg(label(edge.from), label(edge.to)) + separator() + tr("paired by the definition");
    else
        text = tr("%1 → %2").arg(label(edge.from), label(edge.to)) + separator() + evidenceLabel(edge.evidence) + separator() +
               durationText(input().eventAt(edge.to).time - input().eventAt(edge.from).time);
    if (edge.evidence == identity::Evidence::Inferred)
        text += u'\n' + tr("Why? User, amount, currency and time fit: score %1. Nothing in the events says so.")
                            .arg(edge.score.value_or(0), 0, 'f', 2);
    if (curve.count > 1)
        text += u'\n' + tr("One of %n that begin here.", nullptr, curve.count);
    return text;
}

QString TimelineText::wait(const TimelineWaitBar& wait) const
{
    const TimelineEdge& edge = input().edges[std::size_t(wait.edge)];
    return tr("%1 from %2 to %3").arg(durationText(wait.duration), label(edge.from), label(edge.to));
}

QString TimelineText::ghost(const TimelineGhostMark& placed) const
{
    const TimelineGhost& ghost = input().ghosts[std::size_t(placed.ghost)];
    const QString name = input().labels[std::size_t(ghost.label)];
    QStringList lines{tr("%1 from %2 was not seen").arg(name, lane(ghost.lane))};
    if (ghost.undoes >= 0)
        lines << tr("%1 has not been undone").arg(label(ghost.undoes));
    const base::Timestamp until = input().waitingUntil;
    if (ghost.since != base::kNoTime && until != base::kNoTime)
        lines << tr("awaited for %1").arg(durationText(until - ghost.since));
    if (ghost.due != base::kNoTime)
        lines << (until != base::kNoTime && until < ghost.due
                      ? tr("due in %1, at %2").arg(durationText(ghost.due - until), m_state.formatTime(ghost.due))
                      : tr("was due at %1").arg(m_state.formatTime(ghost.due)));
    return lines.join(u'\n');
}

QString TimelineText::phase(int position) const
{
    const TimelinePhase& phase = input().phases[std::size_t(position)];
    const QString duration = durationText(phase.to - phase.from);
    if (phase.isCurrent)
        return tr("%1: current step, for %2").arg(phase.name, duration);
    return phase.name + separator() + (phase.isCompensation ? tr("compensation") : stepStatusLabel(phase.status)) + separator() + duration;
}

QString TimelineText::skews() const
{
    QStringList lines;
    for (const TimelineSkew& skew : input().skews) {
        const QString text = skew.estimate
                                 ? tr("%1 is about %2 behind %3").arg(lane(skew.effect), shiftText(*skew.estimate), lane(skew.cause))
                                 : tr("%1 is at least %2 behind %3").arg(lane(skew.effect), shiftText(skew.atLeast), lane(skew.cause));
        lines << text + QStringLiteral(" (") + tr("%n declared cause(s)", nullptr, skew.edges) + u')';
    }
    return lines.join(u'\n');
}

QString TimelineText::selection(int position) const
{
    QString text = tr("%1 of %2").arg(m_timeline.ranks[std::size_t(position)] + 1).arg(input().events.size()) + QStringLiteral(": ") +
                   event(position);
    for (const TimelineEdge& edge : input().edges) {
        if (edge.to == position && (edge.link == TimelineLink::Cause || edge.link == TimelineLink::Compensates))
            text += QStringLiteral("; ") + tr("caused by %1, %2").arg(label(edge.from), evidenceLabel(edge.evidence));
        else if (edge.from == position && edge.link == TimelineLink::Undoes)
            text += QStringLiteral("; ") + tr("undoes %1").arg(label(edge.to));
    }
    return text;
}

QString TimelineText::at(const TimelineGeometry& geometry, const QPointF& point) const
{
    if (point.x() < TimelineGeometry::kLaneNameWidth) {
        const int at = geometry.laneAt(point.y());
        return at < 0 ? skews() : lane(at);
    }
    if (const int i = geometry.markAt(point); i >= 0)
        return mark(geometry.marks[std::size_t(i)]);
    if (const int i = geometry.ghostAt(point); i >= 0)
        return ghost(geometry.ghosts[std::size_t(i)]);
    if (const int i = geometry.barAt(point); i >= 0)
        return bar(geometry.bars[std::size_t(i)]);
    for (const TimelinePhaseBar& shown : geometry.phases)
        if (shown.rect.contains(point))
            return phase(shown.phase);
    if (const int i = geometry.curveAt(point); i >= 0)
        return curve(geometry.curves[std::size_t(i)]);
    if (const int i = geometry.waitAt(point); i >= 0)
        return wait(geometry.waits[std::size_t(i)]);
    return {};
}

} // namespace sagascope::ui
