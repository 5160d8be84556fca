// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EnvelopeRows.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

#include "ui/common/CodeText.h"

namespace sagascope::ui {
namespace {

KeyValue::Mark markOf(const MemberCheck& check)
{
    KeyValue::Mark mark{memberStateLabel(check.state), KeyValue::Tone::Quiet, memberExplanation(check), {}};
    if (check.state == MemberState::Missing)
        mark.tone = KeyValue::Tone::Danger;
    if (check.state == MemberState::Odd)
        mark.tone = KeyValue::Tone::Warning;
    if (!check.rules.empty())
        mark.link = QStringLiteral("findings");
    return mark;
}

class Rows
{
public:
    Rows(const EventReading& reading, const ViewState& state) : m_reading(reading), m_state(state) {}

    std::vector<KeyValue> write()
    {
        for (const MemberCheck& check : m_reading.checks) {
            KeyValue row = rowOf(check.name);
            row.mark = markOf(check);
            m_rows.push_back(std::move(row));
        }
        for (const ReadMember& member : m_reading.members)
            if (!isChecked(member.name))
                m_rows.push_back(memberRow(member));
        if (m_reading.checks.empty())
            m_rows.push_back(timeRow());
        m_rows.push_back({QStringLiteral("key"), m_reading.key.value_or(QString()), sizeText(m_reading.row.valueSize), {}, !m_reading.key});
        return std::move(m_rows);
    }

private:
    static QString say(const char* text) { return QCoreApplication::translate("EnvelopeRows", text); }

    [[nodiscard]] bool isChecked(const QString& name) const
    {
        return std::any_of(m_reading.checks.begin(), m_reading.checks.end(), [&](const MemberCheck& check) { return check.name == name; });
    }

    [[nodiscard]] KeyValue rowOf(const QString& name) const
    {
        if (name == QLatin1StringView("timestamp"))
            return timeRow();
        if (name == QLatin1StringView("metadata"))
            return documentRow(name, m_reading.metadata, {});
        if (name == QLatin1StringView("payload"))
            return documentRow(name, m_reading.payload, m_reading.hints.empty() ? say(QT_TRANSLATE_NOOP("EnvelopeRows", "no schema known"))
                                                                                : say(QT_TRANSLATE_NOOP("EnvelopeRows", "schema checked")));
        const auto member = std::find_if(m_reading.members.begin(), m_reading.members.end(), [&](const ReadMember& m) { return m.name == name; });
        return member == m_reading.members.end() ? KeyValue{name, {}, {}, {}, true} : memberRow(*member);
    }

    [[nodiscard]] KeyValue memberRow(const ReadMember& member) const
    {
        KeyValue row{member.name, member.value, originLabel(member.origin), {}, member.origin == event::Origin::None};
        if (member.name == QLatin1StringView("causationId") && m_reading.cause.isValid()) {
            row.note = QStringLiteral("→ ") + m_reading.causeType;
            row.link = QStringLiteral("cause");
        }
        return row;
    }

    [[nodiscard]] KeyValue timeRow() const
    {
        const store::EventRow& row = m_reading.row;
        const bool hasBoth = row.producerTime != base::kNoTime && row.brokerTime != base::kNoTime;
        QString note;
        if (hasBoth)
            note = say(QT_TRANSLATE_NOOP("EnvelopeRows", "%1 to broker")).arg(durationText(row.brokerTime - row.producerTime));
        else if (row.brokerTime != base::kNoTime)
            note = say(QT_TRANSLATE_NOOP("EnvelopeRows", "the broker's"));
        return {QStringLiteral("timestamp"), m_state.formatDateTime(row.time()), note, {}, row.time() == base::kNoTime};
    }

    [[nodiscard]] static KeyValue documentRow(const QString& name, const JsonDocument& document, const QString& note)
    {
        if (document.items.empty())
            return {name, {}, {}, {}, true};
        const JsonItem& root = document.items.front();
        const auto isThere = [&](int child) { return !document.items[std::size_t(child)].isMissing; };
        const auto count = std::count_if(root.children.begin(), root.children.end(), isThere);
        const bool isList = root.kind == event::JsonKind::Array;
        const bool isContainer = isList || root.kind == event::JsonKind::Object;
        const QString text = !isContainer ? root.shown(true) : (isList ? QStringLiteral("[ %1 ]") : QStringLiteral("{ %1 }")).arg(count);
        return {name, text, note, {}, false};
    }

    const EventReading& m_reading;
    const ViewState& m_state;
    std::vector<KeyValue> m_rows;
};

} // namespace

std::vector<KeyValue> envelopeRows(const EventReading& reading, const ViewState& state)
{
    return Rows(reading, state).write();
}

} // namespace sagascope::ui
