// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/StepsPanel.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QPixmap>
#include <QTableView>
#include <QVBoxLayout>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"
#include "ui/common/FindingList.h"
#include "ui/common/Separator.h"
#include "ui/common/StateMark.h"
#include "ui/sagas/TimelineInput.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kRowHeight = 27;
constexpr int kWidthForServices = 360;

QPixmap stepIcon(saga::StepStatus status, qreal ratio)
{
    QPixmap pixmap(QSize(14, 14) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paintStepMark(painter, QPointF(7, 7), 9, status);
    return pixmap;
}

QString shortService(const std::string& service)
{
    QString text = toQString(service);
    text.replace(QStringLiteral("-service"), QString());
    return text;
}

} // namespace

void StepModel::setStory(const saga::Story& story, const session::SnapshotPtr& snapshot)
{
    beginResetModel();
    m_steps = story.steps;
    m_when.clear();
    for (const saga::StoryStep& step : m_steps) {
        const bool wasSeen = !step.events.empty() && story.startedAt != base::kNoTime;
        m_when.push_back(wasSeen ? snapshot->events.row(step.events.front()).time() - story.startedAt : base::Duration(-1));
    }
    endResetModel();
}

void StepModel::retranslate()
{
    if (!m_steps.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

int StepModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_steps.size());
}

int StepModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString StepModel::serviceText(const saga::StoryStep& step) const
{
    QString text = shortService(step.service);
    if (!step.compensates.empty())
        text += QStringLiteral(" · ") + tr("undoes %1").arg(toQString(step.compensates));
    return text;
}

QString StepModel::whenText(std::size_t row) const
{
    const saga::StoryStep& step = m_steps[row];
    if (step.events.empty())
        return stepStatusLabel(step.status);
    QString text = m_when[row] == base::Duration::zero() ? QStringLiteral("0") : QStringLiteral("+") + durationText(m_when[row]);
    if (m_when[row] < base::Duration::zero())
        text = durationText(m_when[row]);
    if (step.events.size() > 1)
        text = QStringLiteral("×%1  ").arg(step.events.size()) + text;
    if (step.status != saga::StepStatus::Done)
        text = stepStatusLabel(step.status) + QStringLiteral("  ") + text;
    return text;
}

QVariant StepModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto row = std::size_t(index.row());
    const saga::StoryStep& step = m_steps[row];
    const Theme& theme = Theme::current();
    const bool isUnseen = step.events.empty();
    switch (role) {
    case Qt::DisplayRole:
        switch (index.column()) {
        case Type: return shortType(step.eventType);
        case Service: return serviceText(step);
        default: return whenText(row);
        }
    case Qt::DecorationRole: return index.column() == Type ? stepIcon(step.status, 2) : QVariant();
    case Qt::ForegroundRole: return index.column() == Type && !isUnseen ? theme.palette().text : theme.palette().muted;
    case Qt::FontRole: return index.column() == When ? theme.monospace() : QVariant();
    case Qt::TextAlignmentRole:
        return int(Qt::AlignVCenter | (index.column() == When ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ToolTipRole: return QStringLiteral("%1 · %2 · %3").arg(toQString(step.name), toQString(step.eventType), stepStatusLabel(step.status));
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2").arg(toQString(step.eventType), stepStatusLabel(step.status));
    default: return {};
    }
}

StepsPanel::StepsPanel(ViewState& state, QWidget* parent)
    : Panel({}, parent), m_state(state), m_table(new QTableView), m_findings(new FindingList)
{
    setupTable();
    setMinimumWidth(270);
    auto* column = columnBody();
    column->addWidget(m_table);
    column->addWidget(new Separator);
    column->addWidget(m_findings, 1);
    retranslate();
    connect(m_findings, &FindingList::eventActivated, &m_state, &ViewState::selectEvent);
    connect(&m_state, &ViewState::selectionChanged, m_findings,
            [this] { m_findings->setCurrentEvent(m_state.selectedEvent()); });
}

void StepsPanel::setupTable()
{
    m_table->setModel(&m_model);
    m_table->horizontalHeader()->hide();
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setSectionResizeMode(StepModel::Type, QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(StepModel::Service, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(StepModel::When, QHeaderView::ResizeToContents);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    connect(m_table, &QTableView::clicked, this, &StepsPanel::chooseStep);
    connect(m_table, &QTableView::activated, this, &StepsPanel::chooseStep);
}

void StepsPanel::chooseStep(const QModelIndex& index)
{
    const auto& events = m_model.step(index.row()).events;
    if (!events.empty())
        m_state.selectEvent(events.front());
}

void StepsPanel::changeEvent(QEvent* event)
{
    Panel::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StepsPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    // What became of a step matters more than who took it.
    m_table->setColumnHidden(StepModel::Service, width() < kWidthForServices);
}

void StepsPanel::retranslate()
{
    setTitle(tr("Steps against definition"));
    m_table->setAccessibleName(tr("Steps against definition"));
    setSubtitle(m_definition.isEmpty() && m_hasStory ? tr("no definition") : m_definition);
    m_model.retranslate();
}

void StepsPanel::fitTable()
{
    // The steps take what they need, up to most of the panel; the findings get the rest.
    const int wanted = m_model.rowCount() * kRowHeight + 2;
    m_table->setVisible(m_model.rowCount() > 0);
    m_table->setMinimumHeight(qMin(wanted, 3 * kRowHeight));
    m_table->setMaximumHeight(wanted);
}

void StepsPanel::setSaga(const ToldSaga& told)
{
    m_hasStory = !told.story.events.empty();
    m_definition = told.story.definition == nullptr ? QString() : toQString(told.story.definition->name);
    m_model.setStory(told.story, told.snapshot);
    fitTable();
    std::vector<Finding> findings;
    for (const saga::StoryFinding& finding : told.findings)
        findings.push_back({finding.rule, toQString(finding.detail), finding.events});
    m_findings->setFindings(std::move(findings), m_hasStory ? tr("No findings for this saga.") : QString());
    retranslate();
}

} // namespace sagascope::ui
