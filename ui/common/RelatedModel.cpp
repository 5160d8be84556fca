// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/RelatedModel.h"

#include <QCoreApplication>

#include <utility>

#include "core/session/EventAddress.h"
#include "ui/common/CodeText.h"
#include "ui/common/SecretMask.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

QString relationLabel(session::Relation relation)
{
    using session::Relation;
    switch (relation) {
    case Relation::Cause: return QCoreApplication::translate("Relation", "cause");
    case Relation::Effect: return QCoreApplication::translate("Relation", "effect");
    case Relation::Repeat: return QCoreApplication::translate("Relation", "repeat");
    case Relation::SameSaga: return QCoreApplication::translate("Relation", "same saga");
    case Relation::SameEntity: return QCoreApplication::translate("Relation", "same entity");
    }
    return {};
}

RelatedModel::RelatedModel(const ViewState& state, QObject* parent)
    : QAbstractTableModel(parent), m_state(state), m_snapshot(state.snapshot())
{
}

void RelatedModel::setRelated(session::SnapshotPtr snapshot, base::EventIndex event, session::RelatedEvents related)
{
    const bool isSame = event == m_event && related.events == m_related.events;
    m_snapshot = std::move(snapshot);
    if (isSame) { // the selection stays
        m_related = std::move(related);
        return;
    }
    beginResetModel();
    m_event = event;
    m_related = std::move(related);
    endResetModel();
}

base::EventIndex RelatedModel::eventAt(int row) const
{
    return row >= 0 && row < rowCount() ? m_related.events[std::size_t(row)].event : base::EventIndex();
}

void RelatedModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, kColumns - 1);
    if (rowCount() > 0)
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
}

int RelatedModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_related.events.size());
}

int RelatedModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : kColumns;
}

QVariant RelatedModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const session::RelatedEvent& other = m_related.events[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole: return text(other, index.column());
    case Qt::ToolTipRole:
        return index.column() == When ? m_state.formatDateTime(m_snapshot->events.row(other.event).time()) : text(other, index.column());
    case Qt::ForegroundRole:
        return index.column() == Type ? Theme::current().palette().text : Theme::current().palette().muted;
    default: return {};
    }
}

QString RelatedModel::text(const session::RelatedEvent& other, int column) const
{
    const store::EventStore::View& events = m_snapshot->events;
    switch (column) {
    case How: return relationLabel(other.relation);
    case Type: return toQString(events.text(events.row(other.event).type));
    case When: {
        const base::Timestamp own = events.row(m_event).time();
        const base::Timestamp time = events.row(other.event).time();
        if (own == base::kNoTime || time == base::kNoTime)
            return {};
        return (time < own ? QString() : QStringLiteral("+")) + durationText(time - own);
    }
    case Why: return why(other);
    case Where: return toQString(session::coordinatesText(session::addressOf(events, other.event)));
    }
    return {};
}

QString RelatedModel::why(const session::RelatedEvent& other) const
{
    using session::Relation;
    switch (other.relation) {
    case Relation::Cause:
    case Relation::Effect:
    case Relation::SameSaga: return evidenceLabel(other.evidence);
    case Relation::Repeat:
        return other.repeat == identity::Repeat::None ? tr("same event id") : repeatLabel(other.repeat);
    case Relation::SameEntity:
        return identifierLabel(other.kind) + QStringLiteral(": ") + shownText(other.value);
    }
    return {};
}

QVariant RelatedModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case How: return tr("Relation");
    case Type: return tr("Type");
    case When: return tr("Time apart");
    case Why: return tr("Because of");
    default: return tr("Coordinates");
    }
}

} // namespace sagascope::ui
