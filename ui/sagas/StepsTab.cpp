// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/StepsTab.h"

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPicture>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <utility>

#include "core/catalog/SagaDefinition.h"
#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/TableColumns.h"
#include "ui/common/TightLayout.h"
#include "ui/sagas/StepsPicture.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kRowHeight = 26;

QString percent(double share)
{
    return QLocale().toString(share * 100, 'f', 0) + QStringLiteral(" %");
}

QString coloured(const QString& text, const QColor& colour)
{
    return QStringLiteral("<span style='color:%1'>%2</span>").arg(colour.name(), text.toHtmlEscaped());
}

} // namespace

StepsTab::StepsTab(ViewState& state, QWidget* parent)
    : SagaView(parent), m_state(state), m_stack(new QStackedWidget), m_message(new EmptyState), m_head(new QLabel),
      m_table(new QTableView), m_definition(new QToolButton(this)), m_expected(new QLabel), m_writer([this](StepsSheet sheet) { showSheet(std::move(sheet)); })
{
    setupTable();
    auto* page = new QWidget;
    auto* column = tightColumn(page);
    for (QLabel* label : {m_head, m_expected}) {
        label->setContentsMargins(12, 6, 12, 6);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->hide();
    }
    m_head->setTextFormat(Qt::RichText);
    m_expected->setTextFormat(Qt::PlainText);
    column->addWidget(m_head);
    column->addWidget(m_table, 1);
    column->addWidget(m_expected);
    m_stack->addWidget(page);
    m_stack->addWidget(m_message);
    auto* whole = tightColumn(this);
    whole->addWidget(m_stack);
    setFocusProxy(m_table);
    m_definition->hide(); // until the panel shows it
    connect(m_definition, &QToolButton::clicked, this, [this] {
        if (m_told && m_told->story.definition != nullptr)
            Q_EMIT definitionWanted(toQString(m_told->story.definition->name));
    });
    connect(&m_state, &ViewState::selectionChanged, this, &StepsTab::showSelection);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] { m_population.reset(); });
    connect(&Theme::current(), &Theme::changed, this, [this] { showSheet(m_model.sheet()); });
    retranslate();
    showSheet({});
}

StepsTab::~StepsTab() = default;

void StepsTab::setupTable()
{
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new StepsDelegate(m_table));
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kRowHeight);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setMinimumHeight(3 * kRowHeight);
    new WidthWatch(*m_table, [this] { fitColumns(); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& current) {
        if (!current.isValid() || !m_table->hasFocus())
            return;
        const StepRow& row = sheet().rows[std::size_t(current.row())];
        if (!row.events.empty())
            m_state.selectEvent(row.events.front());
    });
}

void StepsTab::setSaga(ToldSagaPtr told, bool isSame)
{
    m_told = std::move(told);
    m_definition->setEnabled(m_told->story.definition != nullptr);
    write(isSame);
}

QList<QToolButton*> StepsTab::tools() const
{
    return {m_definition};
}

void StepsTab::setPopulation(saga::PopulationPtr population)
{
    m_population = std::move(population);
    if (m_told && isVisible())
        write(true);
}

void StepsTab::write(bool isSame)
{
    m_writer.start([told = m_told, population = m_population](
                       StopToken) { return stepsSheet(told->saga, told->story, *told->snapshot, population.get()); },
                   isSame ? LatestWins<StepsSheet>::Running::Keep : LatestWins<StepsSheet>::Running::Discard);
}

void StepsTab::showSheet(StepsSheet sheet)
{
    m_model.setSheet(std::move(sheet));
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 0 : 1);
    const QString head = headText();
    m_head->setText(head);
    m_head->setVisible(!head.isEmpty());
    const QString expected = expectedText();
    m_expected->setText(expected);
    m_expected->setVisible(!expected.isEmpty());
    if (this->sheet().hasSaga)
        m_message->setTexts(tr("No steps"), tr("Nothing of this saga is a step that a definition names."));
    else
        m_message->setTexts(tr("No saga selected"), tr("Choose a saga on the left to see how it follows its definition."));
    fitColumns();
    showSelection();
}

void StepsTab::showSelection()
{
    const int row = sheet().rowOf(m_state.selectedEvent());
    if (row >= 0 && row != m_table->currentIndex().row())
        m_table->selectRow(row);
    else if (row < 0)
        m_table->clearSelection();
}

void StepsTab::fitColumns()
{
    const auto hasAny = [&](auto predicate) { return std::any_of(sheet().rows.begin(), sheet().rows.end(), predicate); };
    m_table->setColumnHidden(StepsModel::Limit, !hasAny([](const StepRow& row) { return row.limitUsed.has_value(); }));
    m_table->setColumnHidden(StepsModel::Undo, sheet().pairs.empty() && !hasAny([](const StepRow& row) { return row.isLeft; }));
    m_table->setColumnHidden(StepsModel::Others, !hasAny([](const StepRow& row) { return row.others.has_value(); }));
    m_table->setColumnHidden(StepsModel::Service, width() < 860);
    ui::fitColumns(*m_table, {{StepsModel::After, 80}, {StepsModel::Limit, 118}, {StepsModel::Others, 104}, {StepsModel::Step, 150}, {StepsModel::Undo, 110}}, 104);
}

QString StepsTab::compensationText() const
{
    const Palette& colours = Theme::current().palette();
    QStringList parts;
    QStringList left;
    for (const StepRow& row : sheet().rows)
        if (row.isLeft)
            left << row.type;
    if (!left.isEmpty())
        parts << coloured(tr("done and never undone: %1").arg(left.join(QStringLiteral(", "))), colours.danger);
    if (!sheet().isCompensatedInOrder())
        parts << coloured(tr("compensations did not run in reverse order"), colours.warning);
    else if (sheet().pairs.size() > 1)
        parts << coloured(tr("compensations ran in reverse order"), colours.good);
    return parts.join(QStringLiteral(" · "));
}

QString StepsTab::headText() const
{
    if (!sheet().hasSaga)
        return {};
    QStringList parts;
    if (sheet().isOrchestrated && !sheet().coordinator.isEmpty())
        parts << tr("coordinated by %1").arg(sheet().coordinator).toHtmlEscaped();
    if (const int current = sheet().currentRow(); current >= 0)
        parts << coloured((sheet().isOrchestrated ? tr("at %1") : tr("waiting for %1")).arg(sheet().rows[std::size_t(current)].type),
                          Theme::current().palette().accent);
    if (const QString compensations = compensationText(); !compensations.isEmpty())
        parts << compensations;
    if (sheet().duration)
        parts << tr("slower than %1 of the %n other saga(s) with the same steps", nullptr, int(sheet().duration->others)).arg(percent(sheet().duration->quicker)).toHtmlEscaped();
    return parts.join(QStringLiteral(" · "));
}

QString StepsTab::expectedText() const
{
    if (sheet().expected.empty())
        return {};
    QStringList steps;
    for (const ExpectedStep& step : sheet().expected)
        steps << tr("%1 %2, usually after %3, 95 % within %4")
                     .arg(step.type, percent(step.next.probability), durationText(step.next.median), durationText(step.next.p95));
    const QString from = tr("Expected next, from %n ended saga(s) that began with the same steps:", nullptr, int(sheet().expected.front().next.samples));
    return from + u'\n' + steps.join(QStringLiteral(" · "));
}

PictureSource StepsTab::picture() const
{
    const QStringList notes{m_head->text(), m_expected->text()};
    const QSizeF size = stepsPictureSize(m_model, notes);
    if (size.isEmpty())
        return {};
    // A few dozen rows at most, and the model is the GUI thread's: painted now, played back later.
    QPicture recorded;
    {
        const ThemeScope paper(ThemeKind::Light);
        QPainter painter(&recorded);
        paintStepsPicture(painter, m_model, notes);
    }
    return [recorded, size] {
        return SagaPicture{size, [recorded](QPainter& painter) { painter.drawPicture(0, 0, recorded); }};
    };
}

void StepsTab::changeEvent(QEvent* event)
{
    SagaView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void StepsTab::retranslate()
{
    m_definition->setText(tr("Definition"));
    m_definition->setToolTip(tr("Open the definition that this saga follows"));
    m_table->setAccessibleName(tr("Steps of the definition and what became of them"));
    m_model.retranslate();
    showSheet(m_model.sheet());
}

} // namespace sagascope::ui
