// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/VerdictText.h"

#include <QCoreApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <map>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using metrics::Verdict;
using metrics::VerdictReason;

/// tr() for free functions.
struct Consumers
{
    Q_DECLARE_TR_FUNCTIONS(Consumers)
};

const QString& dash()
{
    static const QString text = QStringLiteral("–");
    return text;
}

QString number(std::int64_t value)
{
    return QLocale().toString(qlonglong(value));
}

} // namespace

QString verdictLabel(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Unknown: return Consumers::tr("not judged yet");
    case Verdict::Ok: return Consumers::tr("OK", "verdict on a consumer group");
    case Verdict::Slowing: return Consumers::tr("slowing");
    case Verdict::Rewound: return Consumers::tr("rewound");
    case Verdict::Stopped: return Consumers::tr("stopped");
    case Verdict::Stalled: return Consumers::tr("stalled", "verdict on a consumer group");
    }
    return {};
}

QString standingLabel(const metrics::PartitionStanding& partition)
{
    if (partition.isPoisoned)
        return Consumers::tr("blocked", "partition");
    if (partition.judgement.reason == VerdictReason::NothingCommitted)
        return Consumers::tr("no commits");
    return verdictLabel(partition.judgement.verdict);
}

QColor verdictColor(Verdict verdict)
{
    const Palette& colours = Theme::current().palette();
    switch (verdict) {
    case Verdict::Unknown: return colours.muted;
    case Verdict::Ok: return colours.good;
    case Verdict::Slowing:
    case Verdict::Rewound: return colours.warning;
    case Verdict::Stopped:
    case Verdict::Stalled: return colours.danger;
    }
    return colours.muted;
}

void paintVerdictMark(QPainter& painter, const QPointF& centre, double size, Verdict verdict)
{
    const double r = size / 2;
    const QColor colour = verdictColor(verdict);
    QPainterPath path;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(centre);
    painter.setPen(verdict == Verdict::Unknown ? QPen(colour, 1.6) : QPen(Qt::NoPen));
    painter.setBrush(verdict == Verdict::Unknown ? QBrush(Qt::NoBrush) : QBrush(colour));
    switch (verdict) {
    case Verdict::Unknown: path.addEllipse(QPointF(), r - 0.8, r - 0.8); break;
    case Verdict::Ok: path.addEllipse(QPointF(), r, r); break;
    case Verdict::Slowing: path.addPolygon(QPolygonF{{QPointF(0, -r), QPointF(r, r * 0.9), QPointF(-r, r * 0.9), QPointF(0, -r)}}); break;
    case Verdict::Rewound: path.addPolygon(QPolygonF{{QPointF(-r, 0), QPointF(r * 0.8, -r), QPointF(r * 0.8, r), QPointF(-r, 0)}}); break;
    case Verdict::Stopped: path.addRoundedRect(QRectF(-r * 0.9, -r * 0.9, r * 1.8, r * 1.8), 1, 1); break;
    case Verdict::Stalled:
        path.addRect(QRectF(-r * 0.85, -r, r * 0.6, r * 2));
        path.addRect(QRectF(r * 0.25, -r, r * 0.6, r * 2));
        break;
    }
    painter.drawPath(path);
    painter.restore();
}

QString reasonSentence(const metrics::Judgement& judgement)
{
    const QString from = number(judgement.from);
    const QString to = number(judgement.to);
    switch (judgement.reason) {
    case VerdictReason::NothingCommitted:
        return Consumers::tr("Nothing has been committed here, so there is no position to judge.");
    case VerdictReason::TooFewLooks:
        return Consumers::tr("Looked at %1 of %2 times; a verdict needs them all.").arg(from, to);
    case VerdictReason::NothingUnread: return Consumers::tr("Everything has been read.");
    case VerdictReason::NothingReadable:
        return Consumers::tr("Only transaction markers and removed records are left before the end; there is nothing to read.");
    case VerdictReason::WasAtEnd:
        return Consumers::tr("It was at the end a short while ago; %n message(s) came since.", nullptr, int(judgement.to));
    case VerdictReason::LagVaries:
        return Consumers::tr("It reads on, and the lag goes up and down: %1, now %2.").arg(from, to);
    case VerdictReason::LagNeverShrinks:
        return Consumers::tr("It reads, but the lag shrank at no commit: %1, now %2.").arg(from, to);
    case VerdictReason::WentBack:
        return Consumers::tr("Its position went back from %1 to %2; what lies between is read again.").arg(from, to);
    case VerdictReason::NobodyReads:
        return Consumers::tr("No member holds the partition; it stands at %1 with %2 unread.").arg(from, to);
    case VerdictReason::CommitsCeased:
        return Consumers::tr("It has been silent for longer than it was seen moving; it stands at %1 with %2 unread.").arg(from, to);
    case VerdictReason::PositionStands:
        return Consumers::tr("It stands at %1 with %2 unread, as long as we have watched.").arg(from, to);
    }
    return {};
}

QString phaseLabel(metrics::GroupPhase phase)
{
    switch (phase) {
    case metrics::GroupPhase::Unknown: break;
    case metrics::GroupPhase::PreparingRebalance: return Consumers::tr("rebalance begins");
    case metrics::GroupPhase::CompletingRebalance: return Consumers::tr("rebalance ends");
    case metrics::GroupPhase::Stable: return Consumers::tr("stable");
    case metrics::GroupPhase::Empty: return Consumers::tr("no members");
    case metrics::GroupPhase::Dead: return Consumers::tr("dead", "phase of a consumer group");
    }
    return Consumers::tr("phase not known");
}

QString presenceText(const metrics::GroupReading& group)
{
    if (group.state == metrics::GroupState::Unreadable)
        return Consumers::tr("not readable");
    if (group.state == metrics::GroupState::Absent && !group.isListed)
        return Consumers::tr("absent", "consumer group");
    switch (group.membership) {
    case metrics::Membership::NotAsked: return Consumers::tr("members not told");
    case metrics::Membership::Hidden: return Consumers::tr("members unreadable");
    case metrics::Membership::Refused: return Consumers::tr("members refused");
    case metrics::Membership::Told: break;
    }
    if (group.members.empty())
        return phaseLabel(group.phase);
    return Consumers::tr("%1, %n member(s)", nullptr, int(group.members.size())).arg(phaseLabel(group.phase));
}

QString presenceSentence(const metrics::GroupReading& group)
{
    if (group.state == metrics::GroupState::Unreadable)
        return errorSentence(group.error);
    if (group.state == metrics::GroupState::Absent && !group.isListed)
        return Consumers::tr("DreamScape or the profile names this group, but it has committed nothing on this cluster, and the cluster does not "
                             "list it. Its service may never have run here.");
    switch (group.membership) {
    case metrics::Membership::NotAsked:
        return Consumers::tr("The embedded broker does not tell who the members of a group are; positions are read all the same.");
    case metrics::Membership::Hidden:
        return Consumers::tr("This group uses the newer group protocol (KIP-848), and its members are unreadable by the librdkafka in use. It is not "
                             "dead: its committed offsets count.");
    case metrics::Membership::Refused:
        return Consumers::tr("The cluster does not tell the members: %1").arg(errorSentence(group.membersError));
    case metrics::Membership::Told: break;
    }
    return {};
}

QString forecastText(const metrics::Forecast& forecast)
{
    using Course = metrics::Forecast::Course;
    if (forecast.lost > 0)
        return Consumers::tr("%n lost", nullptr, int(forecast.lost));
    if (forecast.course == Course::Drains)
        return (forecast.isSteady ? Consumers::tr("drained in %1") : Consumers::tr("drained in ~%1"))
            .arg(durationText(*forecast.drain));
    if (forecast.loss)
        return Consumers::tr("loses in %1").arg(durationText(*forecast.loss));
    if (forecast.course == Course::KeepsUp)
        return Consumers::tr("keeps up");
    return forecast.course == Course::NotShrinking ? Consumers::tr("not shrinking") : dash();
}

QString forecastSentence(const metrics::Forecast& forecast)
{
    using Course = metrics::Forecast::Course;
    QStringList sentences;
    if (forecast.lost > 0)
        sentences << Consumers::tr("Retention has removed %n message(s) that it had not read.", nullptr, int(forecast.lost));
    if (forecast.course == Course::Drains)
        sentences << (forecast.isSteady ? Consumers::tr("At this pace, which is steady, the lag is drained in %1.")
                                        : Consumers::tr("At this pace, which varies a lot, the lag is drained in about %1."))
                         .arg(durationText(*forecast.drain));
    if (forecast.course == Course::NotShrinking)
        sentences << Consumers::tr("At this pace the lag does not shrink.");
    if (forecast.loss)
        sentences << Consumers::tr("Retention reaches the oldest unread message in %1, if things go on like this.").arg(durationText(*forecast.loss));
    return sentences.join(QLatin1Char(' '));
}

QString ageSentence(const metrics::LagSample& sample)
{
    switch (sample.ageFrom) {
    case metrics::AgeFrom::Recorded:
        return Consumers::tr("The time of the oldest unread message is known from our own recording of it.");
    case metrics::AgeFrom::Fetched:
        return Consumers::tr("The oldest unread message was fetched from the cluster for its time.");
    case metrics::AgeFrom::NothingThere:
    case metrics::AgeFrom::Unknown: break;
    }
    return {};
}

QString passageText(const metrics::GroupPassage& passage, base::Timestamp written)
{
    using metrics::Passage;
    const auto since = [&](base::Timestamp time) { return durationText(std::max(base::Duration(0), time - written)); };
    switch (passage.passage) {
    case Passage::Waiting:
        return passage.before == 0 ? Consumers::tr("waits, is next")
                                   : Consumers::tr("waits behind %n other(s)", nullptr, int(passage.before));
    case Passage::Passed:
        if (written == base::kNoTime)
            return Consumers::tr("passed");
        return Consumers::tr("passed %1 to %2 after").arg(since(passage.after), since(passage.by));
    case Passage::PassedEarlier: return Consumers::tr("passed before we looked");
    case Passage::WentBack: return Consumers::tr("was past it, and went back");
    case Passage::NotStarted: return Consumers::tr("has committed nothing here");
    }
    return {};
}

QString lagText(std::optional<std::int64_t> lag)
{
    return lag ? number(*lag) : dash();
}

QString ageText(std::optional<std::int64_t> milliseconds)
{
    return milliseconds ? durationText(std::chrono::milliseconds(*milliseconds)) : dash();
}

QString rateText(double perSecond)
{
    return QLocale().toString(perSecond, 'f', perSecond < 10 && perSecond > 0 ? 1 : 0);
}

QString shortTopic(const std::string& topic)
{
    static const QString kPrefix = QStringLiteral("dreamscape.");
    const QString name = toQString(topic);
    return name.startsWith(kPrefix) && name.size() > kPrefix.size() ? name.mid(kPrefix.size()) : name;
}

QString memberName(const metrics::GroupMember& member)
{
    return toQString(member.clientId.empty() ? member.id : member.clientId);
}

QString placeKey(const std::string& topic, std::int32_t partition)
{
    return toQString(topic) + QLatin1Char('/') + QString::number(partition);
}

QString placesText(const std::vector<metrics::Place>& places)
{
    std::map<QString, QStringList> partitions;
    for (const metrics::Place& place : places)
        partitions[shortTopic(place.topic)] << QString::number(place.partition);
    QStringList topics;
    for (const auto& [topic, numbers] : partitions)
        topics << topic + QLatin1Char(' ') + numbers.join(QStringLiteral(", "));
    return topics.join(QStringLiteral(" · "));
}

} // namespace sagascope::ui
