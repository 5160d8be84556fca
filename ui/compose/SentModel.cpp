// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/SentModel.h"

#include <QColor>
#include <QFont>

#include <algorithm>

#include "ui/common/CodeText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr std::size_t kMostRowsAtOnce = 100'000; ///< well below a millisecond

QString acknowledgementText(const kafka::Delivery& delivery)
{
    const auto ms = std::chrono::duration_cast<std::chrono::milliseconds>(delivery.latency).count();
    return SentModel::tr("[%1] @ %2 · acked %3 ms").arg(delivery.partition).arg(delivery.offset).arg(ms);
}

} // namespace

SentModel::SentModel(FormatTime formatTime, QObject* parent)
    : QAbstractTableModel(parent), m_formatTime(std::move(formatTime))
{
}

void SentModel::add(Sent sent, std::size_t seen)
{
    m_searched = isWaiting() ? std::min(m_searched, seen) : seen;
    sent.effect = tr("waiting for it to come back");
    if (m_sent.size() == kMostKept) {
        const int last = int(m_sent.size()) - 1;
        beginRemoveRows({}, last, last);
        m_sent.erase(m_sent.begin());
        endRemoveRows();
    }
    beginInsertRows({}, 0, 0);
    m_sent.push_back(std::move(sent));
    endInsertRows();
}

bool SentModel::isWaiting() const
{
    return std::any_of(m_sent.begin(), m_sent.end(),
                       [](const Sent& sent) { return !sent.event.isValid() && !sent.isFromEarlierSession; });
}

bool SentModel::follow(const session::Snapshot& snapshot)
{
    const std::size_t end = std::min(snapshot.events.size(), m_searched + kMostRowsAtOnce);
    if (isWaiting())
        find(snapshot, end);
    tellEffects(snapshot);
    return !isWaiting() || m_searched >= snapshot.events.size();
}

void SentModel::find(const session::Snapshot& snapshot, std::size_t end)
{
    for (; m_searched < end; ++m_searched) {
        const base::EventIndex index(static_cast<base::EventIndex::rep>(m_searched));
        const store::EventRow& row = snapshot.events.row(index);
        for (Sent& sent : m_sent) {
            const bool isThere = !sent.event.isValid() && !sent.isFromEarlierSession &&
                                 row.offset == sent.delivery.offset && row.partition == sent.delivery.partition &&
                                 snapshot.events.topicName(row.topic) == sent.delivery.topic;
            if (isThere)
                sent.event = index;
        }
    }
}

void SentModel::tellEffects(const session::Snapshot& snapshot)
{
    for (std::size_t i = 0; i < m_sent.size(); ++i) {
        Sent& sent = m_sent[i];
        if (sent.isFromEarlierSession)
            continue;
        sent.saga = sent.event.isValid() ? snapshot.sagas.sagaOf(sent.event) : base::SagaId();
        sent.state = sent.saga.isValid() ? std::optional(snapshot.sagas.saga(sent.saga).state) : std::nullopt;
        const QString effect = effectText(sent, snapshot);
        if (effect == sent.effect)
            continue;
        sent.effect = effect;
        const QModelIndex changed = index(int(m_sent.size() - 1 - i), Effect);
        Q_EMIT dataChanged(changed, changed);
    }
}

QString SentModel::effectText(const Sent& sent, const session::Snapshot& snapshot)
{
    if (!sent.event.isValid())
        return snapshot.isPaused ? tr("paused: not read yet") : tr("waiting for it to come back");
    if (!sent.saga.isValid())
        return tr("belongs to no saga");
    const saga::SagaSummary& saga = snapshot.sagas.saga(sent.saga);
    const QString key = toQString(saga.key);
    if (saga.state == saga::SagaState::Running) {
        const bool isFirst = saga.events && saga.events->size() == 1;
        return isFirst ? tr("→ saga %1 started").arg(key) : tr("→ saga %1 goes on").arg(key);
    }
    const QString state = stateLabel(saga.state);
    const base::Timestamp time = snapshot.events.row(sent.event).time();
    const bool isLater = saga.endedAt != base::kNoTime && time != base::kNoTime && saga.endedAt > time;
    return isLater ? tr("→ saga %1 %2 in %3").arg(key, state, durationText(saga.endedAt - time))
                   : tr("→ saga %1 %2").arg(key, state);
}

void SentModel::endSession()
{
    for (Sent& sent : m_sent) {
        sent.event = {};
        sent.saga = {};
        if (!sent.isFromEarlierSession)
            sent.effect = sent.state ? sent.effect : tr("not seen before the session ended");
        sent.isFromEarlierSession = true;
    }
    m_searched = 0;
    refreshTexts();
}

void SentModel::refreshTexts()
{
    if (!m_sent.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int SentModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_sent.size());
}

int SentModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SentModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Sent& sent = at(index.row());
    if (role == Qt::DisplayRole)
        switch (index.column()) {
        case Time: return m_formatTime(sent.time);
        case Type: return sent.eventType;
        case Acknowledgement: return acknowledgementText(sent.delivery);
        case Effect: return sent.effect;
        default: return {};
        }
    if (role == Qt::FontRole && (index.column() == Time || index.column() == Acknowledgement))
        return Theme::current().monospace();
    if (role == Qt::ForegroundRole && index.column() == Effect && sent.state)
        return Theme::current().stateColor(*sent.state);
    if (role == Qt::ForegroundRole && (index.column() == Effect || index.column() == Acknowledgement))
        return Theme::current().palette().muted;
    if (role == Qt::ToolTipRole)
        return QStringLiteral("%1\n%2 [%3] @ %4").arg(sent.eventId, toQString(sent.delivery.topic)).arg(sent.delivery.partition).arg(sent.delivery.offset);
    return {};
}

QVariant SentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Time: return tr("Time");
    case Type: return tr("Type");
    case Acknowledgement: return tr("Acknowledged");
    case Effect: return tr("What it did");
    default: return {};
    }
}

} // namespace sagascope::ui
