// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/GroupModels.h"

#include <algorithm>
#include <cmath>

#include "ui/common/CodeText.h"
#include "ui/consumers/VerdictText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

QStringList GroupModel::keysOf(const ConsumersFrame& frame) const
{
    QStringList keys;
    for (const auto* group : frame.groups)
        keys << toQString(group->reading->group);
    return keys;
}

QStringList GroupModel::columnsOf(const ConsumersFrame&) const
{
    return {tr("Group")};
}

QString GroupModel::text(int row, int) const
{
    const metrics::GroupStanding& group = groupAt(row);
    return QStringList{toQString(group.reading->group), verdictLabel(group.verdict), presenceText(*group.reading),
                       tr("lag %1").arg(lagText(group.lag)), ageText(group.lagMs)}
        .join(QStringLiteral(", "));
}

const metrics::GroupMember& MemberModel::member(int row) const
{
    return frame()->chosen->reading->members[std::size_t(row)];
}

QStringList MemberModel::keysOf(const ConsumersFrame& frame) const
{
    QStringList keys;
    if (frame.chosen) {
        for (const auto& member : frame.chosen->reading->members)
            keys << toQString(member.id);
    }
    return keys;
}

QStringList MemberModel::columnsOf(const ConsumersFrame&) const
{
    return {tr("Member"), tr("Host"), tr("Partitions"), tr("Assignment")};
}

QString MemberModel::text(int row, int column) const
{
    const metrics::GroupMember& shown = member(row);
    switch (column) {
    case Client: return memberName(shown);
    case Host: return toQString(shown.host);
    case Count: return QString::number(shown.assigned.size());
    case Assigned: return shown.assigned.empty() ? tr("idle: there are more members than partitions") : placesText(shown.assigned);
    }
    return {};
}

QString MemberModel::tip(int row, int column) const
{
    const metrics::GroupMember& shown = member(row);
    if (column != Client)
        return text(row, column);
    QString tip = tr("Client %1, member %2").arg(toQString(shown.clientId), toQString(shown.id));
    if (!shown.instanceId.empty())
        tip += QLatin1Char('\n') + tr("Static member %1").arg(toQString(shown.instanceId));
    return tip;
}

QVariant MemberModel::colour(int row, int) const
{
    return member(row).assigned.empty() ? QVariant(Theme::current().palette().muted) : QVariant();
}

const metrics::PartitionStanding* PartitionModel::at(int row) const
{
    return frame() && row >= 0 && row < rowCount() ? frame()->partitions[std::size_t(row)] : nullptr;
}

QStringList PartitionModel::keysOf(const ConsumersFrame& frame) const
{
    QStringList keys;
    for (const auto* partition : frame.partitions)
        keys << placeKey(partition->sample.topic, partition->sample.partition);
    return keys;
}

QStringList PartitionModel::columnsOf(const ConsumersFrame&) const
{
    return {tr("Verdict"), tr("Topic"), tr("Part", "partition, as a column title"), tr("Lag"), tr("Age", "of the oldest unread message"),
            tr("In/s", "messages written a second"), tr("Out/s", "messages committed a second"), tr("Outlook"), tr("Position"), tr("End"),
            tr("Member")};
}

bool PartitionModel::isNumber(int column) const
{
    return (column >= Partition && column <= Out) || column == Position || column == End;
}

QString PartitionModel::text(int row, int column) const
{
    const metrics::PartitionStanding& partition = *at(row);
    const metrics::LagSample& sample = partition.sample;
    switch (column) {
    case Verdict: return standingLabel(partition);
    case Topic: return shortTopic(sample.topic);
    case Partition: return QString::number(sample.partition);
    case Lag: return lagText(sample.lag());
    case Age: return ageText(sample.lagMs);
    case In: return partition.rates ? rateText(partition.rates->in) : QStringLiteral("–");
    case Out: return partition.rates ? rateText(partition.rates->out) : QStringLiteral("–");
    case Outlook: return forecastText(partition.forecast);
    case Position: return lagText(sample.position);
    case End: return lagText(sample.end);
    case Reader: return partition.reader ? memberName(frame()->chosen->reading->members[*partition.reader]) : QStringLiteral("–");
    }
    return {};
}

QString PartitionModel::tip(int row, int column) const
{
    const metrics::PartitionStanding& partition = *at(row);
    switch (column) {
    case Verdict: return reasonSentence(partition.judgement);
    case Topic: return toQString(partition.sample.topic);
    case Age: {
        const QString sentence = ageSentence(partition.sample);
        return sentence.isEmpty() ? text(row, column) : sentence;
    }
    case Outlook: {
        const QString sentence = forecastSentence(partition.forecast);
        return sentence.isEmpty() ? text(row, column) : sentence;
    }
    default: return text(row, column);
    }
}

QVariant PartitionModel::colour(int row, int column) const
{
    const metrics::PartitionStanding& partition = *at(row);
    if (column == Verdict)
        return verdictColor(partition.judgement.verdict);
    if (column == Outlook && partition.forecast.lost > 0)
        return Theme::current().palette().danger;
    return {};
}

QStringList PassageModel::keysOf(const ConsumersFrame& frame) const
{
    QStringList keys;
    for (const auto& passage : frame.passages)
        keys << toQString(passage.group);
    return keys;
}

QStringList PassageModel::columnsOf(const ConsumersFrame&) const
{
    return {tr("Group"), tr("What became of the event")};
}

QString PassageModel::text(int row, int column) const
{
    const metrics::GroupPassage& passage = frame()->passages[std::size_t(row)];
    return column == Group ? toQString(passage.group) : passageText(passage, frame()->query.event->written);
}

QVariant PassageModel::colour(int row, int column) const
{
    if (column != Passage)
        return {};
    const Palette& colours = Theme::current().palette();
    switch (frame()->passages[std::size_t(row)].passage) {
    case metrics::Passage::Waiting: return colours.warning;
    case metrics::Passage::WentBack: return colours.warning;
    case metrics::Passage::Passed: return colours.good;
    case metrics::Passage::PassedEarlier:
    case metrics::Passage::NotStarted: return colours.muted;
    }
    return {};
}

QStringList MatrixModel::keysOf(const ConsumersFrame& frame) const
{
    QStringList keys;
    for (const auto& row : frame.matrix)
        keys << placeKey(row.place.topic, row.place.partition);
    return keys;
}

QStringList MatrixModel::columnsOf(const ConsumersFrame& frame) const
{
    QStringList columns{tr("Partition")};
    for (const auto* group : frame.groups)
        columns << toQString(group->reading->group);
    return columns;
}

const metrics::PartitionStanding* MatrixModel::at(const QModelIndex& index) const
{
    if (!frame() || !index.isValid() || index.column() == 0)
        return nullptr;
    return frame()->matrix[std::size_t(index.row())].cells[std::size_t(index.column() - 1)];
}

QString MatrixModel::groupOf(int column) const
{
    return column > 0 && column < columnCount() ? toQString(frame()->groups[std::size_t(column - 1)]->reading->group) : QString();
}

double MatrixModel::heatAt(const QModelIndex& index) const
{
    const auto* partition = at(index);
    if (!partition || partition->sample.lagMs.value_or(0) <= 0)
        return 0;
    return std::log1p(double(*partition->sample.lagMs)) / std::log1p(double(frame()->oldestMs));
}

QString MatrixModel::text(int row, int column) const
{
    if (column == 0) {
        const metrics::Place& place = frame()->matrix[std::size_t(row)].place;
        return shortTopic(place.topic) + QLatin1Char(' ') + QString::number(place.partition);
    }
    const auto* partition = at(index(row, column));
    if (!partition)
        return {};
    if (!partition->sample.lag())
        return QStringLiteral("–");
    return *partition->sample.lag() == 0 ? QStringLiteral("0") : ageText(partition->sample.lagMs);
}

QString MatrixModel::tip(int row, int column) const
{
    const auto* partition = at(index(row, column));
    if (!partition)
        return text(row, 0);
    return QStringList{tr("%1 on %2").arg(groupOf(column), text(row, 0)),
                       tr("lag %1").arg(lagText(partition->sample.lag())) + QStringLiteral(", ") + ageText(partition->sample.lagMs),
                       verdictLabel(partition->judgement.verdict) + QStringLiteral(": ") + reasonSentence(partition->judgement)}
        .join(QLatin1Char('\n'));
}

} // namespace sagascope::ui
