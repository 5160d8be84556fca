// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/sequence/SequenceText.h"

#include "ui/common/CodeText.h"

namespace sagascope::ui {

QString SequenceText::name(int participant) const
{
    return participant < 0 ? tr("unknown sender") : input().participants[std::size_t(participant)].name;
}

QString SequenceText::note(const SequenceTurn& turn)
{
    if (turn.isDeadLetter)
        return tr("dead letter");
    if (turn.isRetry)
        return tr("retry");
    return repeatLabel(turn.repeat);
}

QString SequenceText::loop(const SequenceLoop& loop)
{
    return loop.period == 1 ? QStringLiteral("×%1").arg(loop.count)
                            : tr("×%1 · %n messages each", nullptr, loop.period).arg(loop.count);
}

QString SequenceText::published(int turn) const
{
    const SequenceTurn& self = input().turns[std::size_t(turn)];
    QString text = tr("%1 publishes %2 to %3").arg(name(self.service), input().labelOf(turn), name(self.topic));
    text += QStringLiteral(" · ") + m_state.formatTime(self.time);
    if (self.time != base::kNoTime)
        text += QStringLiteral(" · +") + durationText(self.time - input().start);
    if (const QString remark = note(self); !remark.isEmpty())
        text += QStringLiteral(" · ") + remark;
    if (self.isFailure)
        text += QStringLiteral(" · ") + tr("failure");
    if (self.isCompensation)
        text += QStringLiteral(" · ") + tr("compensation");
    return text;
}

QString SequenceText::delivered(int turn, const SequenceDelivery& delivery) const
{
    const SequenceTurn& cause = input().turns[std::size_t(delivery.cause)];
    const SequenceTurn& self = input().turns[std::size_t(turn)];
    QString text = delivery.isWithin ? tr("%1 goes on after %2").arg(name(self.service), input().labelOf(delivery.cause))
                                     : tr("%1 reads %2 from %3").arg(name(self.service), input().labelOf(delivery.cause), name(cause.topic));
    text += QStringLiteral(" · ") + evidenceLabel(delivery.evidence);
    if (delivery.evidence == identity::Evidence::Inferred)
        text += QStringLiteral(" · ") + tr("score %1").arg(delivery.score.value_or(0), 0, 'f', 2);
    if (delivery.isUndeclared)
        text += u'\n' + tr("The catalog does not name it as a reader of this topic; what it published afterwards shows that it read.");
    return text;
}

QString SequenceText::row(const SequenceRow& row) const
{
    if (row.kind == SequenceRowKind::Gap)
        return tr("nothing for %1").arg(durationText(row.gap));
    if (row.kind == SequenceRowKind::Loop || row.kind == SequenceRowKind::LoopEnd) {
        const SequenceLoop& folded = m_plan.loops[std::size_t(row.loop)];
        return loop(folded) + u'\n' + (folded.isOpen ? tr("Click to fold them.") : tr("Click to see them one by one."));
    }
    if (row.turn < 0)
        return {};
    const SequenceTurn& turn = input().turns[std::size_t(row.turn)];
    return row.delivery >= 0 ? delivered(row.turn, turn.deliveries[std::size_t(row.delivery)]) : published(row.turn);
}

QString SequenceText::selection(int turn) const
{
    QString text = tr("%1 of %2").arg(turn + 1).arg(input().turns.size()) + QStringLiteral(": ") + published(turn);
    for (const SequenceDelivery& delivery : input().turns[std::size_t(turn)].deliveries)
        text += QStringLiteral("; ") + delivered(turn, delivery);
    if (const int folded = m_plan.loopOf(turn); folded >= 0)
        text += QStringLiteral("; ") + loop(m_plan.loops[std::size_t(folded)]);
    return text;
}

} // namespace sagascope::ui
