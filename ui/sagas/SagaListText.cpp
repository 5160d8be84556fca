// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the saga list: cells, lines, groups, titles.
#include <QLocale>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"
#include "ui/common/RuleText.h"
#include "ui/notes/NoteActions.h"
#include "ui/sagas/SagaListModel.h"
#include "ui/sagas/TimelineInput.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

int eventCount(const saga::SagaSummary& saga)
{
    return saga.events ? int(saga.events->size()) : 0;
}

} // namespace

QString SagaListModel::columnTitle(SagaColumn column)
{
    switch (column) {
    case SagaColumn::Definition: return tr("Type");
    case SagaColumn::Key: return tr("Key");
    case SagaColumn::State: return tr("State");
    case SagaColumn::Started: return tr("Started");
    case SagaColumn::Duration: return tr("Duration");
    case SagaColumn::LastEvent: return tr("Last event");
    case SagaColumn::Events: return tr("Events");
    case SagaColumn::Evidence: return tr("Evidence");
    case SagaColumn::Findings: return tr("Findings");
    }
    return {};
}

QString SagaListModel::groupingTitle(SagaGrouping grouping)
{
    switch (grouping) {
    case SagaGrouping::None: return tr("No groups");
    case SagaGrouping::State: return tr("State");
    case SagaGrouping::Definition: return tr("Type");
    case SagaGrouping::Caption: return tr("Last steps");
    case SagaGrouping::User: return tr("User");
    case SagaGrouping::Evidence: return tr("Evidence");
    case SagaGrouping::Hour: return tr("Hour");
    }
    return {};
}

QString SagaListModel::groupLabel(int row) const
{
    const SagaGroup& group = groupAt(row);
    switch (m_order.grouping) {
    case SagaGrouping::None: break;
    case SagaGrouping::State: return stateLabel(static_cast<saga::SagaState>(group.rank));
    case SagaGrouping::Evidence: return evidenceLabel(static_cast<identity::Evidence>(group.rank));
    case SagaGrouping::Definition: return group.text.empty() ? tr("no definition") : toQString(group.text);
    case SagaGrouping::Caption: return group.text.empty() ? tr("no steps") : toQString(group.text);
    case SagaGrouping::User: return group.text.empty() ? tr("no user") : toQString(group.text);
    case SagaGrouping::Hour: return m_formatHour(hourOf(group));
    }
    return {};
}

QVariant SagaListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= kSagaColumnCount)
        return {};
    const auto column = static_cast<SagaColumn>(section);
    const bool isNumber = column == SagaColumn::Duration || column == SagaColumn::Events;
    switch (role) {
    case Qt::DisplayRole: return columnTitle(column);
    case Qt::TextAlignmentRole: return int(Qt::AlignVCenter | (isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole: return tr("Sort by %1; click again to turn round").arg(columnTitle(column));
    default: return {};
    }
}

QString SagaListModel::cellText(const saga::SagaSummary& saga, SagaColumn column) const
{
    switch (column) {
    case SagaColumn::Definition: return saga.definition == nullptr ? tr("no definition") : toQString(saga.definition->name);
    case SagaColumn::Key: return toQString(saga.key);
    case SagaColumn::State: return stateLabel(saga.state);
    case SagaColumn::Started: return m_formatTime(saga.startedAt);
    case SagaColumn::Duration: return durationText(session::durationOf(saga));
    case SagaColumn::LastEvent: return m_formatTime(saga.lastEventAt);
    case SagaColumn::Events: return QLocale().toString(eventCount(saga));
    case SagaColumn::Evidence: return evidenceLabel(saga.weakestEvidence);
    case SagaColumn::Findings: {
        const auto rule = tellingRule(saga.rules);
        const QString count = saga.findingCount == 0 ? QString() : QLocale().toString(int(saga.findingCount));
        return rule ? QStringLiteral("%1 %2").arg(count, ruleGist(*rule)).trimmed() : count;
    }
    }
    return {};
}

QString SagaListModel::gist(const saga::SagaSummary& saga)
{
    if (const auto rule = tellingRule(saga.rules))
        return ruleGist(*rule);
    QStringList steps = toQString(saga.caption).split(QStringLiteral(" → "), Qt::SkipEmptyParts);
    for (QString& step : steps)
        step = shortType(step.toStdString());
    return steps.join(QStringLiteral(" → "));
}

QString SagaListModel::lineText(const saga::SagaSummary& saga) const
{
    QStringList parts{toQString(saga.key), stateLabel(saga.state), gist(saga), cellText(saga, SagaColumn::Definition),
                      evidenceLabel(saga.weakestEvidence), durationText(session::durationOf(saga)),
                      tr("%n event(s)", nullptr, eventCount(saga))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString SagaListModel::toolTip(const saga::SagaSummary& saga) const
{
    QString text = QStringLiteral("%1\n%2\n%3 · %4")
                       .arg(toQString(saga.key), toQString(saga.caption), stateLabel(saga.state),
                            evidenceLabel(saga.weakestEvidence));
    if (const auto rule = tellingRule(saga.rules))
        text += QLatin1Char('\n') + ruleGist(*rule);
    if (saga.findingCount > 0)
        text += QStringLiteral(" · ") + tr("%n finding(s)", nullptr, int(saga.findingCount));
    if (saga.repeatCount > 0)
        text += QStringLiteral(" · ") + tr("%n repeat(s)", nullptr, int(saga.repeatCount));
    const capture::Note* note = m_notes == nullptr ? nullptr : m_notes->findSaga(saga.key);
    if (note != nullptr)
        text += QLatin1Char('\n') + noteSign(note) + QLatin1Char(' ') + toQString(note->text);
    return text.trimmed();
}

QString SagaListModel::signOf(const saga::SagaSummary& saga) const
{
    return m_notes == nullptr ? QString() : noteSign(m_notes->findSaga(saga.key));
}

QVariant SagaListModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || !m_snapshot)
        return {};
    if (isGroup(index.row())) {
        const bool isText = role == Qt::AccessibleTextRole || (role == Qt::DisplayRole && index.column() == 0);
        return isText ? tr("%1: %Ln saga(s)", nullptr, int(groupSize(index.row()))).arg(groupLabel(index.row())) : QVariant();
    }
    const saga::SagaSummary& saga = summaryAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return cellText(saga, static_cast<SagaColumn>(index.column()));
    case Qt::AccessibleTextRole: return lineText(saga);
    case Qt::ToolTipRole: return toolTip(saga);
    default: return {};
    }
}

} // namespace sagascope::ui
