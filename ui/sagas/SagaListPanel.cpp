// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaListPanel.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>

#include "ui/common/Chip.h"
#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/FlowLayout.h"
#include "ui/common/Panel.h"
#include "ui/common/TightLayout.h"
#include "ui/sagas/SagaListView.h"
#include "ui/state/ReaderZone.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPaceMs = 200;

} // namespace

SagaListPanel::SagaListPanel(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_panel(new Panel), m_list(new SagaListView(m_model)),
      m_stack(new QStackedWidget), m_empty(new EmptyState), m_chipRow(new QWidget), m_arrange(new QToolButton),
      m_index(std::make_shared<SagaIndex>()), m_worker([this](Found found) { take(std::move(found)); })
{
    setupChips();
    setupArrangement();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_list);
    auto* bodyColumn = m_panel->columnBody();
    bodyColumn->addWidget(m_chipRow);
    bodyColumn->addWidget(m_stack, 1);
    auto* column = tightColumn(this);
    column->addWidget(m_panel);
    setMinimumWidth(288);
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

void SagaListPanel::setupArrangement()
{
    m_arrange->setObjectName(QStringLiteral("flat"));
    m_arrange->setPopupMode(QToolButton::InstantPopup);
    m_arrange->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(m_arrange);
    connect(menu, &QMenu::aboutToShow, this, &SagaListPanel::fillArrangement);
    m_arrange->setMenu(menu);
    m_panel->addAction(m_arrange);
    connect(m_list, &SagaListView::orderChosen, this, &SagaListPanel::setOrder);
    connect(m_list, &SagaListView::termChosen, this, &SagaListPanel::addTerm);
    connect(m_list, &SagaListView::comparisonChosen, this, [this](base::SagaId left, base::SagaId right) {
        if (isNumberedAsShown())
            Q_EMIT comparisonChosen(left, right);
    });
    connect(m_list, &SagaListView::definitionWanted, this, &SagaListPanel::definitionWanted);
    connect(m_list, &SagaListView::proposalWanted, this, &SagaListPanel::proposalWanted);
    connect(m_list, &SagaListView::menuOpened, this, &SagaListPanel::menuOpened);
    const auto time = [this](base::Timestamp moment) { return m_state.formatTime(moment); };
    const auto hour = [this](base::Timestamp moment) { return m_state.formatDateTime(moment).left(16); };
    m_model.setTimeFormat(time, hour);
    connect(&m_state, &ViewState::timeFormatChanged, this, [this] {
        m_list->viewport()->update();
        search(); // times in the search text are the reader's
    });
}

void SagaListPanel::setNotes(const NoteBook& notes)
{
    m_model.setNotes(&notes);
    connect(&notes, &NoteBook::changed, this, [this] { m_list->viewport()->update(); });
}

void SagaListPanel::setOrder(const SagaOrder& order)
{
    m_order = order;
    search();
}

void SagaListPanel::save(QSettings& settings) const
{
    settings.setValue(QStringLiteral("sagas/sortColumn"), int(m_order.column));
    settings.setValue(QStringLiteral("sagas/isDescending"), m_order.isDescending);
    settings.setValue(QStringLiteral("sagas/grouping"), int(m_order.grouping));
    m_list->save(settings);
}

void SagaListPanel::restore(const QSettings& settings)
{
    const auto number = [&](const char* name, int usual, int count) {
        const int value = settings.value(QLatin1StringView(name), usual).toInt();
        return value >= 0 && value < count ? value : usual;
    };
    m_order.column = static_cast<SagaColumn>(number("sagas/sortColumn", int(SagaColumn::Started), kSagaColumnCount));
    m_order.isDescending = settings.value(QStringLiteral("sagas/isDescending"), true).toBool();
    m_order.grouping = static_cast<SagaGrouping>(number("sagas/grouping", 0, kSagaGroupingCount));
    m_list->restore(settings);
    search();
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
    connect(&m_state, &ViewState::selectionChanged, this, &SagaListPanel::showSelected);
    connect(m_list, &SagaListView::sagaChosen, this, &SagaListPanel::select);
}

void SagaListPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    search(); // what was said about the last result is said again
}

void SagaListPanel::retranslate()
{
    m_panel->setTitle(tr("Sagas"));
    m_explained.reset(); // to be said anew
    m_list->retranslate();
    m_arrange->setText(tr("Arrange ▾"));
    m_arrange->setToolTip(tr("Sort, group and choose columns"));
    m_arrange->setAccessibleName(tr("Sort, group and choose columns"));
    for (int i = 0; i < saga::kSagaStateCount; ++i) {
        const QString word = stateLabel(static_cast<saga::SagaState>(i));
        m_chips[std::size_t(i)]->setText(word);
        m_chips[std::size_t(i)]->setAccessibleName(tr("Show %1 sagas").arg(word));
        m_chips[std::size_t(i)]->updateGeometry();
    }
}

void SagaListPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_wantedSequence = m_state.live()->sequence;
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
    return shown && isNumberedAsShown() && (shown->asOf || shown->sequence >= m_wantedSequence);
}

SagaFilter SagaListPanel::filter() const
{
    SagaFilter filter;
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        if (m_chips[i]->isChecked())
            filter.states = static_cast<std::uint8_t>(filter.states | (1U << i));
    filter.search = m_state.searchText().toStdString();
    filter.zone = readerZone(m_state);
    filter.window = m_state.timeWindow();
    return filter;
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
        [index = m_index, snapshot = m_state.snapshot(), filter = filter(), order = m_order](StopToken stop) {
            SagaDelta delta = index->update(snapshot, filter, order, stop);
            return Found{index, std::move(delta)};
        },
        LatestWins<Found>::Running::Keep);
}

void SagaListPanel::take(Found found)
{
    if (found.index != m_index)
        return;
    showCounts(found.delta);
    showEmptiness(found.delta);
    m_list->apply(std::move(found.delta));
    showSelected();
    if (isNumberedAsShown() && !m_state.selectedSaga().isValid() && m_model.rowCount() > 0)
        m_state.proposeSaga(m_model.sagaAt(m_model.sagaRowFrom(0)));
}

/// The list lags a little behind the state, and sagas are numbered anew when the clock goes back.
bool SagaListPanel::isNumberedAsShown() const
{
    return m_model.snapshot() && m_model.snapshot()->numbering == m_state.snapshot()->numbering;
}

void SagaListPanel::showSelected()
{
    if (isNumberedAsShown())
        m_list->showSaga(m_state.selectedSaga(), m_state.isSelectionProposed());
}

base::SagaId SagaListPanel::selectedBesideOpen() const
{
    return isNumberedAsShown() && m_state.selectedSaga().isValid() ? m_list->otherSelected(m_state.selectedSaga()) : base::SagaId();
}

void SagaListPanel::select(base::SagaId saga)
{
    const auto events = *m_model.snapshot()->sagas.saga(saga).events;
    if (isNumberedAsShown())
        m_state.selectSaga(saga);
    else if (!events.empty())
        m_state.selectEvent(events.back());
}

void SagaListPanel::showCounts(const SagaDelta& delta)
{
    for (std::size_t i = 0; i < m_chips.size(); ++i)
        m_chips[i]->setCount(qint64(delta.byState[i]));
    const QLocale locale;
    const auto all = qulonglong(delta.snapshot->counts.sagas);
    m_panel->setSubtitle(tr("%1 · %2 shown").arg(locale.toString(all), locale.toString(qulonglong(delta.matchCount))));
}

void SagaListPanel::showEmptiness(const SagaDelta& delta)
{
    m_stack->setCurrentIndex(delta.matchCount > 0 ? 1 : 0);
    if (delta.matchCount > 0)
        return;
    const bool hasSagas = !delta.filter.isEmpty() && delta.snapshot->counts.sagas > 0;
    if (hasSagas) {
        const QString title = tr("0 of %Ln saga(s) match", nullptr, int(delta.snapshot->counts.sagas));
        m_empty->setTexts(title, delta.error ? tr("The search is not understood; the search field says why.") : QString());
    } else {
        const bool isBeingRead = delta.snapshot->connection.isReadOnly && !delta.snapshot->isFinished && delta.snapshot->counts.events > 0;
        m_empty->setTexts(tr("No sagas yet"), isBeingRead ? tr("What was read is being put together: sagas appear in a moment.")
                                                         : tr("Events that belong together appear here as one story."));
    }
    // Live traffic comes five times a second: a button that somebody presses must not be another one by the time of release.
    const Explained now{delta.filter, delta.hints, hasSagas};
    if (m_explained != now)
        explain(delta);
    m_explained = now;
}

void SagaListPanel::explain(const SagaDelta& delta)
{
    m_empty->clearActions();
    if (delta.filter.isEmpty() || delta.snapshot->counts.sagas == 0)
        return;
    for (const SagaHint& hint : delta.hints)
        showHint(delta, hint);
    m_empty->addAction(tr("Clear filters"), [this] { clearFilter(); });
}

QString SagaListPanel::partName(const SagaFilter& filter, const SagaHint& hint) const
{
    switch (hint.part) {
    case SagaHint::Part::Clause: return toQString(std::string_view(filter.search).substr(hint.span.position, hint.span.length));
    case SagaHint::Part::Window: return tr("the time window");
    case SagaHint::Part::States: break;
    }
    QStringList states;
    for (int i = 0; i < saga::kSagaStateCount; ++i)
        if ((filter.states & (1U << i)) != 0)
            states << stateLabel(static_cast<saga::SagaState>(i));
    return states.join(QStringLiteral(", "));
}

/// What one part of the filter does, and the offer to drop just that one.
void SagaListPanel::showHint(const SagaDelta& delta, const SagaHint& hint)
{
    const QString effect = hint.alone == 0 ? tr("fits no saga") : tr("fits %Ln saga(s) by itself", nullptr, int(hint.alone));
    const QString without = hint.without == 0 ? tr("without it still none") : tr("without it %Ln appear", nullptr, int(hint.without));
    const QString part = partName(delta.filter, hint);
    m_empty->addLine(part, QStringLiteral("%1 · %2").arg(effect, without), tr("Drop"), tr("Drop %1").arg(part), [this, hint] { dropPart(hint); });
}

void SagaListPanel::dropPart(const SagaHint& hint)
{
    if (hint.part == SagaHint::Part::Window)
        m_state.setTimeWindow({});
    if (hint.part == SagaHint::Part::States)
        for (Chip* chip : m_chips)
            chip->setChecked(false);
    if (hint.part == SagaHint::Part::Clause)
        m_state.setSearchText(toQString(session::withoutClause(m_state.searchText().toStdString(), hint.span)));
}

void SagaListPanel::addTerm(const QString& term)
{
    const QString text = m_state.searchText().trimmed();
    // Beside an "or" the old text must keep together.
    const bool hasOr = session::parseQuery(text.toStdString()).query.root.kind == session::QueryNode::Kind::Any;
    const QString before = hasOr ? QLatin1Char('(') + text + QLatin1Char(')') : text;
    m_state.setSearchText(before.isEmpty() ? term : before + QLatin1Char(' ') + term);
}

} // namespace sagascope::ui
