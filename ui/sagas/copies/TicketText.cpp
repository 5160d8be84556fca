// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/copies/TicketText.h"

#include <QStringList>

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "core/base/Utf8.h"
#include "core/catalog/SagaDefinition.h"
#include "core/event/SecretMask.h"
#include "ui/common/CodeText.h"
#include "ui/common/RuleText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

/// What comes from the wire: masked, in one line of bounded length.
QString plain(std::string_view text)
{
    QString line = toQString(base::shortened(event::masked(text)));
    for (QChar& c : line)
        if (!c.isPrint() && !c.isSurrogate())
            c = u' ';
    return line;
}

/// The same as code, so that nothing in it means something to Markdown.
QString code(std::string_view text)
{
    return u'`' + plain(text).replace(u'`', u'\'') + u'`';
}

QString utc(base::Timestamp time)
{
    return time == base::kNoTime ? QStringLiteral("–") : toQString(base::formatIso8601(time));
}

QString entry(const QString& name, const QString& value)
{
    return value.isEmpty() ? QString() : QStringLiteral("- **%1:** %2\n").arg(name, value);
}

QString heading(const QString& words)
{
    return QStringLiteral("\n## %1\n\n").arg(words);
}

} // namespace

QString TicketText::of(const session::ReportSaga& saga) const
{
    const saga::Story& story = saga.story;
    const QString name = story.definition ? toQString(story.definition->name) : tr("Saga without a definition");
    return QStringLiteral("# %1 %2: %3\n\n").arg(name, code(story.key), stateLabel(story.state)) + facts(story) + findings(saga) +
           steps(story) + events(story);
}

PictureHead TicketText::head(const saga::Story& story) const
{
    QString title = plain(story.key);
    if (story.definition)
        title.prepend(toQString(story.definition->name) + u' ');
    QStringList parts{stateLabel(story.state), range(story), tr("%n event(s)", nullptr, int(story.events.size()))};
    if (m_snapshot.asOf)
        parts << tr("as of %1").arg(utc(m_snapshot.takenAt));
    return {story.state, title, parts.join(QStringLiteral(" · "))};
}

QString TicketText::range(const saga::Story& story) const
{
    base::Timestamp last = story.startedAt;
    for (const saga::StoryEvent& event : story.events)
        last = std::max(last, timeOf(event.event));
    if (story.startedAt == base::kNoTime)
        return tr("at an unknown time");
    return tr("%1 to %2, %3").arg(utc(story.startedAt), utc(last), durationText(last - story.startedAt));
}

QString TicketText::facts(const saga::Story& story) const
{
    QString text = entry(tr("State"), stateLabel(story.state));
    text += entry(tr("Key"), code(story.key));
    text += entry(tr("Identifiers"), identifiers(story));
    text += entry(tr("Time"), range(story));
    text += entry(tr("Events"), QString::number(story.events.size()));
    text += entry(tr("Style"), story.definition ? styleLabel(story.style) : QString());
    text += entry(m_snapshot.asOf ? tr("As of an earlier moment") : tr("As of"), utc(m_snapshot.takenAt));
    for (const saga::Candidate& candidate : story.candidates)
        text += entry(tr("May be one with"), code(m_snapshot.sagas.saga(candidate.saga).key));
    return text;
}

QString TicketText::identifiers(const saga::Story& story) const
{
    QStringList ids;
    for (std::size_t i = 0; i < std::min(kMostIds, story.identifiers.size()); ++i)
        ids << identifierLabel(story.identifiers[i].kind) + u' ' + code(story.identifiers[i].value);
    if (story.identifiers.size() > kMostIds)
        ids << tr("%n more", nullptr, int(story.identifiers.size() - kMostIds));
    return ids.join(QStringLiteral(", "));
}

QString TicketText::findings(const session::ReportSaga& saga) const
{
    const std::unordered_set<std::string> own(saga.findings.begin(), saga.findings.end());
    std::vector<const session::ReportFinding*> found;
    for (const session::ReportFinding& each : m_report.findings)
        if (own.contains(each.id))
            found.push_back(&each);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto* a, const auto* b) { return base::ruleSeverity(a->rule) > base::ruleSeverity(b->rule); });
    QString text = heading(tr("What is wrong"));
    if (found.empty())
        return text + tr("Nothing was found.") + u'\n';
    for (const session::ReportFinding* each : found)
        text += finding(*each);
    return text;
}

QString TicketText::finding(const session::ReportFinding& finding) const
{
    QString text = QStringLiteral("- **%1** %2: %3").arg(severityLabel(base::ruleSeverity(finding.rule)), ruleLabel(finding.rule),
                                                         ruleSentence(finding.rule));
    if (!finding.detail.empty())
        text += QStringLiteral(" (%1)").arg(code(finding.detail));
    QStringList places;
    for (std::size_t i = 0; i < std::min(kMostPlaces, finding.events.size()); ++i)
        places << place(finding.events[i]);
    if (finding.events.size() > kMostPlaces)
        places << tr("%n more", nullptr, int(finding.events.size() - kMostPlaces));
    return text + QStringLiteral("\n  ") + tr("at %1").arg(places.join(QStringLiteral(", "))) + u'\n';
}

QString TicketText::place(base::EventIndex event) const
{
    const store::EventRow& row = m_snapshot.events.row(event);
    return QStringLiteral("%1 %2:%3").arg(code(m_snapshot.events.topicName(row.topic))).arg(row.partition).arg(row.offset);
}

QString TicketText::sinceStart(const saga::Story& story, base::EventIndex event) const
{
    const base::Timestamp time = timeOf(event);
    if (time == base::kNoTime || story.startedAt == base::kNoTime)
        return QStringLiteral("–");
    return (time < story.startedAt ? QString() : QStringLiteral("+")) + durationText(time - story.startedAt);
}

QString TicketText::steps(const saga::Story& story) const
{
    if (story.steps.empty())
        return {};
    QString text = heading(tr("Steps"));
    base::Timestamp before = base::kNoTime;
    for (const saga::StoryStep& step : story.steps) {
        text += QStringLiteral("- %1 · %2 · %3").arg(stepStatusLabel(step.status), plain(step.name), code(step.eventType));
        if (!step.events.empty()) {
            const base::Timestamp time = timeOf(step.events.front());
            text += QStringLiteral(" · ") + sinceStart(story, step.events.front());
            if (before != base::kNoTime && time != base::kNoTime)
                text += QStringLiteral(" · ") + tr("%1 after the step above").arg(durationText(time - before));
            before = time;
        }
        if (step.events.size() > 1)
            text += QStringLiteral(" · ×%1").arg(step.events.size());
        text += u'\n';
    }
    return text;
}

QString TicketText::events(const saga::Story& story) const
{
    const std::size_t from = story.events.size() - std::min(kMostEvents, story.events.size());
    QString text = heading(from == 0 ? tr("Events") : tr("The last %1 of %2 events").arg(kMostEvents).arg(story.events.size()));
    for (std::size_t i = from; i < story.events.size(); ++i) {
        const saga::StoryEvent& event = story.events[i];
        const store::EventRow& row = m_snapshot.events.row(event.event);
        QStringList parts{utc(row.time()), sinceStart(story, event.event), code(m_snapshot.events.text(row.type))};
        if (row.source.isValid())
            parts << code(m_snapshot.events.text(row.source));
        parts << evidenceLabel(event.evidence);
        if (event.repeat != identity::Repeat::None)
            parts << repeatLabel(event.repeat);
        text += QStringLiteral("- %1\n  %2\n").arg(parts.join(QStringLiteral(" · ")), place(event.event));
    }
    return text;
}

} // namespace sagascope::ui
