// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaListPanel.h"

#include <QEvent>
#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "ui/common/Chip.h"
#include "ui/common/EmptyState.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Panel.h"
#include "ui/sagas/SagaListView.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPaceMs = 200;

} // namespace

SagaListPanel::SagaListPanel(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_panel(new Panel), m_list(new SagaListView(m_model)),
      m_stack(new QStackedWidget), m_empty(new EmptyState), m_chipRow(new QWidget),
      m_index(std::make_shared<SagaIndex>()), m_worker([this](Found found) { take(std::move(found)); })
{
    setupChips();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto* body = new QWidget;
    auto* bodyColumn = new QVBoxLayout(body);
    bodyColumn->setContentsMargins(0, 0, 0, 0);
    bodyColumn->setSpacing(0);
    bodyColumn->addWidget(m_chipRow);
    bodyColumn->addWidget(m_stack, 1);
    m_panel->setBody(body);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_panel);
    setMinimumWidth(300);
    setFocusProxy(m_list);

    m_pace.setSingleShot(true);
    m_pace.setInterval(kPaceMs);
    connect(&m_pace, &QTimer::timeout, this, &SagaListPanel::search);
    connectState();
    retranslate();
}

SagaListPanel::~SagaListPanel() = default;

void SagaListPanel::setupChips()
{
    auto* flow = new FlowLayout(m_chipRow);
    flow->setContentsMargins(12, 8, 12, 8);
    for (int i = 0; i < saga::kSagaStateCount; ++i) {
        const auto state = static_cast<saga::SagaState>(i);
        m_chips[std::size_t(i)] = new Chip(stateLabel(state), [state] { return Theme::current().stateColor(state); });
        connect(m_chips[std::size_t(i)], &Chip::toggled, this, &SagaListPanel::search);
        flow->addWidget(m_chips[std::size_t(i)]);
    }
}

void SagaListPanel::connectState()
{
    connect(&m_state, &ViewState::snapshotChanged, this, &SagaListPanel::refresh);
    connect(&m_state, &ViewState::searchTextChanged, this, &SagaListPanel::search);
    connect(&m_state, &ViewState::timeWindowChanged, this, &SagaListPanel::search);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_worker.cancel();
        m_index = std::make_shared<SagaIndex>();
        m_model.clear();
        m_wantedSequence = 1;
    });
    connect(&m_state, &ViewState::selectionChanged, this, [this] { m_list->showSaga(m_state.selectedSaga()); });
    connect(m_list, &SagaListView::sagaChosen, &m_state, &ViewState::selectSaga);
}

void SagaListPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SagaListPanel::retranslate()
{
    m_panel->setTitle(tr("Sagas"));
    m_list->setAccessibleName(tr("Sagas"));
    for (int i = 0; i < saga::kSagaStateCount; ++i) {
        const QString word = stateLabel(static_cast<saga::SagaState>(i));
        m_chips[std::size_t(i)]->setText(word);
        m_chips[std::size_t(i)]->setAccessibleName(tr("Show %1 sagas").arg(word));
        m_chips[std::size_t(i)]->updateGeometry();
    }
    showCounts();
}

void SagaListPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_wantedSequence = m_state.snapshot()->sequence;
    search();
}

void SagaListPanel::refresh()
{
    if (isVisible() && !m_pace.isActive())
        m_pace.start();
}

bool SagaListPanel::isSettled() const
{
    const auto& shown = m_model.snapshot();
    return shown && shown->sequence >= m_wantedSequence;
}

SagaFilter SagaListPanel::filter() const
{
    SagaFilter filter;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        if (m_chips[i]->isChecked())
            filter.states = static_cast<std::uint8_t>(filter.states | (1U << i));
    filter.setSearch(m_state.searchText().toStdString());
    filter.window = m_state.timeWindow();
    return filter;
}

bool SagaListPanel::hasFilter() const
{
    return !(filter() == SagaFilter());
}

void SagaListPanel::clearFilter()
{
    for (Chip* chip : m_chips)
        chip->setChecked(false);
    m_state.setSearchText({});
    m_state.setTimeWindow({});
}

void SagaListPanel::search()
{
    // The index travels with the work. Deltas build on one another, so a running piece is always delivered.
    m_worker.start(
        [index = m_index, snapshot = m_state.snapshot(), filter = filter()](StopToken stop) {
            SagaDelta delta = index->update(snapshot, filter, stop);
            return Found{index, std::move(delta)};
        },
        LatestWins<Found>::Running::Keep);
}

void SagaListPanel::take(Found found)
{
    if (found.index != m_index)
        return;
    m_list->apply(std::move(found.delta));
    if (!m_state.selectedSaga().isValid() && m_model.rowCount() > 0)
        m_state.proposeSaga(m_model.sagaAt(0));
    showCounts();
}

void SagaListPanel::showCounts()
{
    const auto& counts = m_state.snapshot()->counts;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setCount(qint64(counts.sagasByState[i]));
    const QLocale locale;
    m_panel->setSubtitle(tr("%1 · %2 shown").arg(locale.toString(qulonglong(counts.sagas)), locale.toString(m_model.rowCount())));
    m_stack->setCurrentIndex(m_model.rowCount() > 0 ? 1 : 0);
    m_empty->clearActions();
    if (hasFilter() && counts.sagas > 0) {
        m_empty->setTexts(tr("Nothing matches"), tr("No saga fits the chips, the search text and the time window together."));
        m_empty->addAction(tr("Clear filters"), [this] { clearFilter(); });
    } else {
        m_empty->setTexts(tr("No sagas yet"), tr("Events that belong together appear here as one story."));
    }
}

} // namespace sagascope::ui
