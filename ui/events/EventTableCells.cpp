// SPDX-License-Identifier: GPL-3.0-or-later
// What the cells and the headers of the live table say.
#include <QStringList>

#include <algorithm>
#include <array>

#include "core/base/Rule.h"
#include "core/session/QueryPath.h"
#include "ui/common/CodeText.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/EventTexts.h"
#include "ui/notes/NoteActions.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

Qt::Alignment alignmentOf(bool isNumber)
{
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

QString delayText(const store::EventRow& row)
{
    if (row.producerTime == base::kNoTime || row.brokerTime == base::kNoTime)
        return {};
    return durationText(row.brokerTime - row.producerTime);
}

} // namespace

bool EventTableModel::isNumber(int column)
{
    return column == Partition || column == Offset || column == Size || column == Findings || column == Delay || column == Lateness;
}

QVariant EventTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    switch (role) {
    case Qt::TextAlignmentRole: return int(alignmentOf(isNumber(section)));
    case Qt::ToolTipRole: return columnToolTip(section);
    case Qt::DisplayRole: return columnTitle(section);
    default: return {};
    }
}

QString EventTableModel::columnTitle(int column) const
{
    if (isPayload(column)) // the leading dot says nothing
        return toQString(session::pathText(pathOf(column))).mid(1);
    switch (column) {
    case Time:
        return tr("Time");
    case Topic:
        return tr("Topic");
    case Partition:
        return tr("Part", "partition, as a column title");
    case Offset:
        return tr("Offset");
    case Type:
        return tr("Type");
    case Source:
        return tr("Source");
    case Ids:
        return tr("Identifiers");
    case Saga:
        return tr("Saga");
    case Size:
        return tr("Size");
    case Findings:
        return tr("Findings");
    case Marks:
        return tr("Marks");
    case Key:
        return tr("Key", "of a record, as a column title");
    case EventId:
        return tr("Event id");
    case Correlation:
        return tr("Correlation");
    case Causation:
        return tr("Causation");
    case ProducerTime:
        return tr("Produced", "when, as a column title");
    case BrokerTime:
        return tr("Received", "by the broker, when, as a column title");
    case Delay:
        return tr("Delay");
    case Lateness:
        return tr("Late by");
    }
    return {};
}

QString EventTableModel::columnToolTip(int column) const
{
    if (isPayload(column))
        return tr("%1, a field of the payload").arg(columnName(column));
    switch (column) {
    case Time:
        return tr("The producer's time, or the broker's where the event tells none");
    case BrokerTime:
        return tr("The broker's time");
    case ProducerTime:
        return tr("The producer's time");
    case Delay:
        return tr("From the producer's time to the broker's; negative where their clocks disagree");
    case Lateness:
        return tr("How far behind the newest event that was there already, by the broker's time");
    default:
        return columnTitle(column);
    }
}

QString EventTableModel::columnName(int column) const
{
    static constexpr std::array<const char*, BuiltInCount> kNames{
        "time",     "topic", "partition", "offset",      "type",      "source",    "identifiers", "saga",    "size",
        "findings", "marks", "key",       "eventId",     "correlation", "causation", "produced",    "received", "delay",
        "lateness"};
    return isPayload(column) ? QStringLiteral("payload") + toQString(session::pathText(pathOf(column)))
                             : QString::fromLatin1(kNames[std::size_t(column)]);
}

QVariant EventTableModel::data(const QModelIndex& index, int role) const
{
    const base::EventIndex event = index.isValid() ? eventAt(index.row()) : base::EventIndex();
    if (!event.isValid())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return text(event, index.column());
    case Qt::ToolTipRole:
        return (toolTip(event, index.column()) + highlightText(event)).trimmed();
    case Qt::TextAlignmentRole:
        return int(alignmentOf(isNumber(index.column()) || isNumericCell(event, index.column())));
    case EventRole:
        return event.value;
    case DomainRole:
        return domainOf(m_snapshot->events.topicName(m_snapshot->events.row(event).topic));
    case SeverityRole:
        return severity(event);
    case HighlightRole:
        return highlight(event);
    case MarksRole:
        return marks(event);
    case StateRole: {
        const base::SagaId saga = m_snapshot->sagas.sagaOf(event);
        return saga.isValid() ? QVariant(int(m_snapshot->sagas.saga(saga).state)) : QVariant();
    }
    }
    return {};
}

QString EventTableModel::text(base::EventIndex event, int column) const
{
    const store::EventStore::View& events = m_snapshot->events;
    const store::EventRow& row = events.row(event);
    switch (column) {
    case Time:
        return m_state.formatTime(row.time());
    case Topic:
        return toQString(events.topicName(row.topic));
    case Partition:
        return QString::number(row.partition);
    case Offset:
        return QString::number(row.offset);
    case Type:
        return toQString(events.text(row.type));
    case Source:
        return row.source.isValid() ? toQString(events.text(row.source)) : QString();
    case Ids:
        return identifiers(event, 2);
    case Saga: {
        const base::SagaId saga = m_snapshot->sagas.sagaOf(event);
        return saga.isValid() ? shortId(m_snapshot->sagas.saga(saga).key) : QString();
    }
    case Size:
        return sizeText(row.valueSize);
    case Findings:
        return row.has(store::EventFlag::HasHits) ? QString::number(events.hitsOf(event).size()) : QString();
    case Marks:
        return marks(event).join(QStringLiteral(", "));
    case ProducerTime:
        return m_state.formatTime(row.producerTime);
    case BrokerTime:
        return m_state.formatTime(row.brokerTime);
    case Delay:
        return delayText(row);
    case Lateness:
        return latenessText(event);
    default: {
        const session::FieldText* read = cell(event, column);
        return read == nullptr ? QString() : toQString(read->text);
    }
    }
}

QString EventTableModel::latenessText(base::EventIndex event) const
{
    const base::Duration late = m_arrival.lateness(m_snapshot->events, event);
    return late > base::Duration::zero() ? durationText(late) : QString();
}

void EventTableModel::setArrival(const session::ArrivalOrder::View& arrival)
{
    m_arrival = arrival;
}

/// What a worker read there; null while it has not.
const session::FieldText* EventTableModel::cell(base::EventIndex event, int column) const
{
    const auto field = fieldOf(column);
    const auto* read = field ? m_cells.of(m_snapshot, event) : nullptr;
    return read == nullptr ? nullptr : &(*read)[*field];
}

bool EventTableModel::isNumericCell(base::EventIndex event, int column) const
{
    const session::FieldText* read = isPayload(column) ? cell(event, column) : nullptr;
    return read != nullptr && read->isNumber;
}

QString EventTableModel::toolTip(base::EventIndex event, int column) const
{
    const store::EventRow& row = m_snapshot->events.row(event);
    switch (column) {
    case Time:
    case ProducerTime:
    case BrokerTime:
    case Delay:
        return tr("produced %1\nreceived by the broker %2")
            .arg(m_state.formatDateTime(row.producerTime), m_state.formatDateTime(row.brokerTime));
    case Ids:
        return identifiers(event, 20);
    case Saga: {
        const base::SagaId saga = m_snapshot->sagas.sagaOf(event);
        return saga.isValid() ? toQString(m_snapshot->sagas.saga(saga).key) : tr("belongs to no saga");
    }
    case Size:
        return tr("%n byte(s) of key, value and headers", nullptr, int(row.valueSize));
    case Findings:
        return findings(event);
    case Marks:
        return marksToolTip(event);
    default:
        return text(event, column);
    }
}

/// Why the row stands out, as a line of its own.
QString EventTableModel::highlightText(base::EventIndex event) const
{
    const QVariant rule = highlight(event);
    if (rule.isNull())
        return {};
    return u'\n' + tr("Highlight %1: %2").arg(rule.toInt() + 1).arg(m_highlightRules[std::size_t(rule.toInt())].query);
}

QString EventTableModel::wholeText(int row, int column) const
{
    const base::EventIndex event = eventAt(row);
    if (!event.isValid())
        return {};
    if (column == Saga) {
        const base::SagaId saga = m_snapshot->sagas.sagaOf(event);
        return saga.isValid() ? toQString(m_snapshot->sagas.saga(saga).key) : QString();
    }
    if (column != Ids)
        return text(event, column);
    QStringList values;
    for (const identity::Link& link : rankedLinks(event))
        values << toQString(m_snapshot->identity.value(link.id()));
    return values.join(QStringLiteral(" · "));
}

// Business ids say more than correlation ids, and the user's id stands on nearly every event: it comes last.
std::vector<identity::Link> EventTableModel::rankedLinks(base::EventIndex event) const
{
    const auto own = m_snapshot->identity.linksOf(event);
    std::vector<identity::Link> links(own.begin(), own.end());
    const auto rank = [](const identity::Link& link) {
        if (link.kind() == identity::IdentifierKind::User)
            return 1;
        return identity::isDeclaredKind(link.kind()) ? 2 : 0;
    };
    std::stable_sort(links.begin(), links.end(), [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    return links;
}

QString EventTableModel::identifiers(base::EventIndex event, int most) const
{
    const std::vector<identity::Link> links = rankedLinks(event);
    const bool isShort = most <= 2;
    QStringList texts;
    for (std::size_t i = 0; i < links.size() && int(i) < most; ++i) {
        const std::string_view value = m_snapshot->identity.value(links[i].id());
        texts << (isShort ? shortId(value)
                          : QStringLiteral("%1: %2").arg(identifierLabel(links[i].kind()), toQString(value)));
    }
    return texts.join(isShort ? QStringLiteral(" · ") : QStringLiteral("\n"));
}

QString EventTableModel::findings(base::EventIndex event) const
{
    QStringList lines;
    for (const store::StoredHit& hit : m_snapshot->events.hitsOf(event)) {
        const QString detail = hit.detail.isValid() ? toQString(m_snapshot->events.text(hit.detail)) : QString();
        lines << (detail.isEmpty() ? toQString(base::ruleName(hit.rule))
                                   : QStringLiteral("%1: %2").arg(toQString(base::ruleName(hit.rule)), detail));
    }
    return lines.join(QLatin1Char('\n'));
}

QVariant EventTableModel::severity(base::EventIndex event) const
{
    if (!m_snapshot->events.row(event).has(store::EventFlag::HasHits))
        return {};
    auto worst = base::Severity::Info;
    for (const store::StoredHit& hit : m_snapshot->events.hitsOf(event))
        worst = std::max(worst, base::ruleSeverity(hit.rule));
    return int(worst);
}

const capture::Note* EventTableModel::noteOf(base::EventIndex event) const
{
    return m_notes == nullptr ? nullptr : m_notes->find(*m_snapshot, event);
}

QString EventTableModel::marksToolTip(base::EventIndex event) const
{
    const bool isLate = m_snapshot->events.row(event).has(store::EventFlag::Late) && !latenessText(event).isEmpty();
    const QString words = isLate ? tr("%1\nlate: %2 behind an event of another partition that was there already")
                                       .arg(text(event, Marks), latenessText(event))
                                 : text(event, Marks);
    const capture::Note* note = noteOf(event);
    return note == nullptr || note->text.empty() ? words : words + QLatin1Char('\n') + toQString(note->text);
}

QStringList EventTableModel::marks(base::EventIndex event) const
{
    using store::EventFlag;
    const store::EventRow& row = m_snapshot->events.row(event);
    QStringList words;
    if (const QString sign = noteSign(noteOf(event)); !sign.isEmpty())
        words << sign; // first, so that it has room
    if (row.has(EventFlag::Ours))
        words << tr("yours");
    if (row.has(EventFlag::Undecodable))
        words << (row.has(EventFlag::Tombstone) ? tr("tombstone") : tr("undecodable"));
    if (row.has(EventFlag::DeadLetter))
        words << tr("dead letter");
    else if (row.has(EventFlag::Retry))
        words << tr("retry");
    if (row.has(EventFlag::Late))
        words << tr("late");
    if (row.has(EventFlag::Bare))
        words << tr("no envelope");
    return words;
}

} // namespace sagascope::ui
