// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/CompareSheet.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <string>
#include <string_view>

#include "core/catalog/SagaDefinition.h"
#include "core/saga/Alignment.h"
#include "core/store/EventReader.h"
#include "ui/common/CodeText.h"
#include "ui/sagas/TimelineInput.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("CompareSheet", text);
}

base::Timestamp timeOf(const saga::StoryEvent& event, const session::Snapshot& snapshot)
{
    return snapshot.events.row(event.event).time();
}

// Event types that no step is called by: a space cannot be in a type's name.
std::vector<std::string> keysOf(const saga::Story& story, bool bySteps, const session::Snapshot& snapshot)
{
    std::vector<std::string> keys;
    for (const saga::StoryEvent& event : story.events) {
        const bool isStep = bySteps && event.step >= 0;
        std::string key = isStep ? "step " + story.steps[std::size_t(event.step)].name
                                 : std::string(snapshot.events.text(snapshot.events.row(event.event).type));
        if (event.repeat == identity::Repeat::Attempt)
            key += " attempt";
        keys.push_back(std::move(key));
    }
    return keys;
}

// Nothing when the record cannot be read.
std::optional<JsonDocument> payloadOf(base::EventIndex event, const session::Snapshot& snapshot)
{
    store::EventReader reader(snapshot.events);
    const event::Event* read = reader.read(event);
    if (!reader.record())
        return std::nullopt;
    return read ? documentOf(read->payload) : JsonDocument();
}

QSet<QString> identifiersOf(const saga::Story& story)
{
    QSet<QString> values;
    for (const saga::Why& why : story.identifiers)
        values.insert(toQString(why.value));
    return values;
}

class SheetWriter
{
public:
    SheetWriter(const saga::Story& left, const saga::Story& right, const session::Snapshot& snapshot)
        : m_left(left), m_right(right), m_snapshot(snapshot), m_leftIds(identifiersOf(left)), m_rightIds(identifiersOf(right))
    {
    }

    std::vector<CompareRow> write(StopToken stop)
    {
        const bool bySteps = m_left.definition != nullptr && m_left.definition == m_right.definition;
        const auto left = keysOf(m_left, bySteps, m_snapshot);
        const auto right = keysOf(m_right, bySteps, m_snapshot);
        const std::vector<std::string_view> leftKeys(left.begin(), left.end());
        const std::vector<std::string_view> rightKeys(right.begin(), right.end());
        for (const saga::AlignedPair& pair : saga::align(leftKeys, rightKeys))
            m_rows.push_back(rowOf(pair));
        for (CompareRow& row : m_rows)
            if (!stop.stopRequested() && row.isPair() && m_read++ < CompareSheet::kMaxRead)
                readFields(row);
        return std::move(m_rows);
    }

private:
    CompareEvent eventOf(const saga::Story& story, std::size_t position) const
    {
        const saga::StoryEvent& event = story.events[position];
        const base::Timestamp time = timeOf(event, m_snapshot);
        const bool isKnown = time != base::kNoTime && story.startedAt != base::kNoTime;
        return {event.event, isKnown ? time - story.startedAt : base::Duration::zero()};
    }

    CompareRow rowOf(const saga::AlignedPair& pair)
    {
        CompareRow row;
        row.hasMoved = pair.hasMoved;
        row.shift = pair.shift;
        if (pair.left)
            row.left = eventOf(m_left, *pair.left);
        if (pair.right)
            row.right = eventOf(m_right, *pair.right);
        const saga::Story& story = pair.left ? m_left : m_right;
        const saga::StoryEvent& event = story.events[pair.left ? *pair.left : *pair.right];
        row.type = shortType(m_snapshot.events.text(m_snapshot.events.row(event.event).type));
        if (event.step >= 0)
            row.step = toQString(story.steps[std::size_t(event.step)].name);
        if (row.isPair() && !row.hasMoved) {
            if (m_before)
                row.waitedLonger = (row.right->sinceStart - m_before->second) - (row.left->sinceStart - m_before->first);
            m_before.emplace(row.left->sinceStart, row.right->sinceStart);
        }
        return row;
    }

    void readFields(CompareRow& row) const
    {
        const auto left = payloadOf(row.left->event, m_snapshot);
        const auto right = payloadOf(row.right->event, m_snapshot);
        row.isRead = left && right;
        if (!row.isRead)
            return;
        for (JsonChange& change : differences(*left, *right)) {
            const bool isIdentifier = m_leftIds.contains(change.left) && m_rightIds.contains(change.right);
            row.fields.push_back({std::move(change), isIdentifier});
        }
        std::stable_partition(row.fields.begin(), row.fields.end(), [](const FieldChange& f) { return !f.isIdentifier; });
    }

    const saga::Story& m_left;
    const saga::Story& m_right;
    const session::Snapshot& m_snapshot;
    QSet<QString> m_leftIds;
    QSet<QString> m_rightIds;
    std::vector<CompareRow> m_rows;
    std::optional<std::pair<base::Duration, base::Duration>> m_before; ///< the last pair in order, since the start
    std::size_t m_read = 0;
};

QString sideText(const CompareSide& side)
{
    return QStringLiteral("%1 · %2 · %3 · %4")
        .arg(side.key, stateLabel(side.state), durationText(side.duration),
             QCoreApplication::translate("CompareSheet", "%n event(s)", nullptr, int(side.events)));
}

QString fieldText(const JsonChange& change)
{
    switch (change.kind) {
    case JsonChange::Kind::Added:
        return QStringLiteral("%1: + %2").arg(change.pointer, change.right);
    case JsonChange::Kind::Removed:
        return QStringLiteral("%1: − %2").arg(change.pointer, change.left);
    case JsonChange::Kind::Changed:
        break;
    }
    return QStringLiteral("%1: %2 → %3").arg(change.pointer, change.left, change.right);
}

QString momentText(const std::optional<CompareEvent>& event)
{
    return event ? signedDuration(event->sinceStart) : QStringLiteral("–");
}

} // namespace

std::size_t CompareRow::realDifferences() const
{
    return std::size_t(std::count_if(fields.begin(), fields.end(), [](const FieldChange& f) { return !f.isIdentifier; }));
}

CompareSide compareSide(base::SagaId saga, const saga::Story& story, const session::Snapshot& snapshot)
{
    CompareSide side;
    side.saga = saga;
    side.key = toQString(story.key);
    side.definition = story.definition ? toQString(story.definition->name) : QString();
    side.state = story.state;
    side.events = story.events.size();
    for (const saga::StoryEvent& event : story.events)
        if (const base::Timestamp time = timeOf(event, snapshot); time != base::kNoTime && story.startedAt != base::kNoTime)
            side.duration = std::max(side.duration, time - story.startedAt);
    return side;
}

CompareSheet compareSagas(base::SagaId left, const saga::Story& leftStory, base::SagaId right,
                          const saga::Story& rightStory, const session::Snapshot& snapshot, StopToken stop)
{
    CompareSheet sheet;
    sheet.left = compareSide(left, leftStory, snapshot);
    sheet.right = compareSide(right, rightStory, snapshot);
    sheet.rows = SheetWriter(leftStory, rightStory, snapshot).write(stop);
    return sheet;
}

QString signedDuration(base::Duration duration)
{
    const QString text = durationText(duration);
    return duration > base::Duration::zero() && duration >= std::chrono::milliseconds(1) ? u'+' + text : text;
}

QString differenceText(const CompareRow& row)
{
    if (!row.isPair())
        return row.left ? say(QT_TRANSLATE_NOOP("CompareSheet", "only left")) : say(QT_TRANSLATE_NOOP("CompareSheet", "only right"));
    QStringList parts;
    if (row.hasMoved && row.shift > 0)
        parts << QCoreApplication::translate("CompareSheet", "%n place(s) later on the right", nullptr, row.shift);
    else if (row.hasMoved && row.shift < 0)
        parts << QCoreApplication::translate("CompareSheet", "%n place(s) earlier on the right", nullptr, -row.shift);
    else if (row.hasMoved)
        parts << say(QT_TRANSLATE_NOOP("CompareSheet", "out of order"));
    if (const auto fields = row.realDifferences(); fields > 0)
        parts << QCoreApplication::translate("CompareSheet", "%n field(s)", nullptr, int(fields));
    return parts.join(QStringLiteral(" · "));
}

QString toText(const CompareSheet& sheet)
{
    QString text = say(QT_TRANSLATE_NOOP("CompareSheet", "left:  %1\nright: %2\n")).arg(sideText(sheet.left), sideText(sheet.right));
    for (const CompareRow& row : sheet.rows) {
        text += QStringLiteral("%1  %2 | %3").arg(row.type.leftJustified(28), momentText(row.left).rightJustified(10), momentText(row.right).leftJustified(10));
        if (row.waitedLonger)
            text += QStringLiteral("  Δ %1").arg(signedDuration(*row.waitedLonger));
        if (const QString difference = differenceText(row); !difference.isEmpty())
            text += QStringLiteral("  ") + difference;
        text += u'\n';
        for (const FieldChange& field : row.fields)
            if (!field.isIdentifier)
                text += QStringLiteral("    ") + fieldText(field.change) + u'\n';
    }
    return text;
}

} // namespace sagascope::ui
