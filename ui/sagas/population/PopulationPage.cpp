// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/PopulationPage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTimer>

#include <utility>

#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Panel.h"
#include "ui/sagas/population/BaselineTab.h"
#include "ui/sagas/population/CoverageTab.h"
#include "ui/sagas/population/FlowMap.h"
#include "ui/sagas/population/PopulationFeed.h"
#include "ui/sagas/population/StuckTab.h"
#include "ui/sagas/population/VariantsPanel.h"

namespace sagascope::ui {
namespace {

QString settingsKey()
{
    return QStringLiteral("sagas/population/tab");
}

} // namespace

PopulationPage::PopulationPage(ViewState& state, PopulationFeed& feed, QWidget* parent)
    : SagaPage(parent), m_state(state), m_feed(feed), m_variants(new VariantsPanel(state)), m_map(new FlowMap),
      m_coverage(new CoverageTab), m_stuck(new StuckTab), m_baseline(new BaselineTab(state)), m_tabs(new QTabWidget),
      m_split(new QSplitter(Qt::Horizontal)), m_empty(new EmptyState), m_stack(new QStackedWidget)
{
    setupLayout();
    connectParts();
    retranslate();
    m_feed.addReader(this);
    showPopulation();
}

PopulationPage::~PopulationPage() = default;

void PopulationPage::setupLayout()
{
    for (QWidget* tab : std::initializer_list<QWidget*>{m_map, m_coverage, m_stuck, m_baseline})
        m_tabs->addTab(tab, QString());
    m_tabs->setCurrentIndex(QSettings().value(settingsKey()).toInt());
    m_tabs->setDocumentMode(true);
    auto* side = new Panel;
    side->setBody(m_tabs);
    m_split->setObjectName(QStringLiteral("population.whole"));
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_variants);
    m_split->addWidget(side);
    m_split->setStretchFactor(0, 54);
    m_split->setStretchFactor(1, 46);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_split);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_stack);
    setFocusProxy(m_variants);
}

void PopulationPage::connectParts()
{
    connect(&m_feed, &PopulationFeed::populationChanged, this, &PopulationPage::showPopulation);
    connect(&m_feed, &PopulationFeed::progressed, this, &PopulationPage::showEmpty);
    connect(m_variants, &VariantsPanel::definitionChosen, this, &PopulationPage::showDefinition);
    connect(m_variants, &VariantsPanel::opened, this, &PopulationPage::open);
    connect(m_variants, &VariantsPanel::proposalWanted, this, &PopulationPage::proposalWanted);
    connect(m_coverage, &CoverageTab::opened, this, &PopulationPage::open);
    connect(m_stuck, &StuckTab::opened, this, &PopulationPage::open);
    connect(m_tabs, &QTabWidget::currentChanged, this, [](int index) { QSettings().setValue(settingsKey(), index); });
}

void PopulationPage::changeEvent(QEvent* event)
{
    SagaPage::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PopulationPage::retranslate()
{
    m_tabs->setTabText(m_tabs->indexOf(m_map), tr("Map"));
    m_tabs->setTabText(m_tabs->indexOf(m_coverage), tr("Coverage"));
    m_tabs->setTabText(m_tabs->indexOf(m_stuck), m_stuck->count() > 0 ? tr("Stuck %1").arg(countText(m_stuck->count())) : tr("Stuck"));
    m_tabs->setTabText(m_tabs->indexOf(m_baseline), tr("Baseline"));
    m_tabs->setTabToolTip(m_tabs->indexOf(m_map), tr("Which step comes directly after which"));
    m_tabs->setTabToolTip(m_tabs->indexOf(m_coverage), tr("What of the definition the traffic has exercised, and what never"));
    m_tabs->setTabToolTip(m_tabs->indexOf(m_stuck), tr("Sagas that wait longer than nearly all others did"));
    m_tabs->setTabToolTip(m_tabs->indexOf(m_baseline), tr("What changed between two time windows, or since a capture"));
    showEmpty(m_feed.percentDone());
}

void PopulationPage::showEvent(QShowEvent* event)
{
    SagaPage::showEvent(event);
    if (m_feed.population() && m_feed.population() != m_counted.whole)
        showPopulation();
    // Only now there is a width to share out; after the first time it is the person's business.
    if (!std::exchange(m_isArranged, true) && !m_split->property("isRestored").toBool())
        QTimer::singleShot(0, this, [this] { m_split->setSizes({m_split->width() * 54 / 100, m_split->width() * 46 / 100}); });
}

bool PopulationPage::isSettled() const
{
    const bool isCounted = m_feed.isSettled() || m_state.snapshot()->counts.sagas == 0;
    return isCounted && m_map->isSettled() && m_coverage->isSettled() && m_baseline->isSettled();
}

void PopulationPage::showEmpty(int percent)
{
    m_empty->clearActions();
    if (m_state.snapshot()->counts.sagas == 0)
        m_empty->setTexts(tr("No sagas yet"), tr("What sagas have in common appears here once some have been seen."));
    else
        m_empty->setTexts(tr("Counting"), tr("%1 sagas are being counted: %2 % done.").arg(countText(m_state.snapshot()->counts.sagas)).arg(percent));
}

void PopulationPage::showPopulation()
{
    const bool hasSagas = m_feed.population() && m_feed.population()->sagaCount() > 0;
    m_stack->setCurrentIndex(hasSagas ? 1 : 0);
    showEmpty(m_feed.percentDone());
    if (!hasSagas) {
        m_counted = {};
        return;
    }
    if (!isVisible())
        return;
    m_counted = {m_feed.windowed(), m_feed.population(), m_feed.snapshot(), {}};
    m_variants->offer(m_counted);
    showDefinition();
}

void PopulationPage::showDefinition()
{
    if (!m_counted.population)
        return;
    m_counted.name = m_variants->definition();
    m_variants->setCounted(m_counted);
    m_map->setCounted(m_counted);
    m_coverage->setCounted(m_counted);
    m_stuck->setStuck(m_counted, m_feed.stuck());
    m_baseline->setCounted(m_counted);
    retranslate();
}

void PopulationPage::open(base::SagaId saga)
{
    const saga::SagaTracker::View& sagas = m_state.snapshot()->sagas;
    const base::SagaId now = saga.value < sagas.slotCount() ? sagas.alive(saga) : base::SagaId(); // it may have merged
    if (!now.isValid())
        return;
    m_state.selectSaga(now);
    Q_EMIT pageRequested(QStringLiteral("list"));
}

} // namespace sagascope::ui
