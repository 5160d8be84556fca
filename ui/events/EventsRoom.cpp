// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventsRoom.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

#include "core/catalog/Catalog.h"
#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/EventDetails.h"
#include "ui/common/Panel.h"
#include "ui/common/RelatedPage.h"
#include "ui/common/Separator.h"
#include "ui/events/DiffPage.h"
#include "ui/events/EventColumns.h"
#include "ui/events/EventExporter.h"
#include "ui/events/EventFilterBar.h"
#include "ui/events/EventGoTo.h"
#include "ui/events/EventMenu.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTexts.h"
#include "ui/events/HighlightDialog.h"
#include "ui/events/HighlightLegend.h"
#include "ui/events/HistogramView.h"
#include "ui/shell/MessageBar.h"
#include "ui/state/ReaderZone.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

EventsRoom::EventsRoom(ViewState& state, QWidget* parent)
    : Room(parent),
      m_state(state),
      m_model(state),
      m_histogram(m_model),
      m_filters(new EventFilterBar),
      m_overTime(new HistogramView(m_histogram, state)),
      m_legend(new HighlightLegend),
      m_late(new QToolButton),
      m_highlight(new QToolButton),
      m_table(new EventTable),
      m_messages(new MessageBar),
      m_goTo(new EventGoTo(state, *m_messages, *this)),
      m_details(new EventDetails(state)),
      m_related(new RelatedPage(state)),
      m_diff(new DiffPage(state)),
      m_panel(new Panel),
      m_split(new QSplitter),
      m_stack(new QStackedWidget),
      m_empty(new EmptyState),
      m_nothingPasses(new EmptyState)
{
    m_table->setModel(&m_model);
    m_columns = new EventColumns(*m_table, m_model, m_state);
    m_menu = new EventMenu(*m_table, m_model, m_state);
    m_exporter = new EventExporter(*m_table, m_model, *m_messages, this);
    m_export = new QToolButton;
    m_panel->addAction(m_export);
    buildLayout();
    connectTable();
    connectState();
    retranslate();
    applyFilter();
}

EventsRoom::~EventsRoom() = default;

void EventsRoom::buildLayout()
{
    m_stack->addWidget(m_table);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_nothingPasses);
    m_late->hide();
    m_panel->addAction(m_late);
    m_panel->addAction(m_highlight);
    m_panel->addAction(m_columns->button());
    auto* column = m_panel->columnBody();
    column->addWidget(m_messages);
    column->addWidget(m_filters);
    column->addWidget(m_legend);
    column->addWidget(new Separator);
    column->addWidget(m_overTime);
    column->addWidget(new Separator);
    column->addWidget(m_stack, 1);

    m_details->addTab(m_related, QString());
    m_details->addTab(m_diff, QString());
    m_split->setChildrenCollapsible(false);
    m_split->addWidget(m_panel);
    m_split->addWidget(m_details);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_details->setMinimumSize(320, 300);
    showDetails();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kGap, Theme::kGap, Theme::kGap, Theme::kGap);
    row->addWidget(m_split);
}

void EventsRoom::connectTable()
{
    m_details->offerColumns();
    connect(m_details, &EventDetails::columnWanted, m_columns, &EventColumns::showPointer);
    connect(m_filters, &EventFilterBar::filterChanged, this, &EventsRoom::applyFilter);
    connect(&m_arrival, &EventArrival::changed, this, &EventsRoom::showArrival);
    connect(m_late, &QToolButton::clicked, this, [this] { m_state.setSearchText(QStringLiteral("has:late")); });
    connect(m_highlight, &QToolButton::clicked, this, &EventsRoom::askForHighlights);
    connect(m_legend, &HighlightLegend::toggled, this, [this](int rule, bool isOn) {
        HighlightRules rules = m_model.highlights();
        rules[std::size_t(rule)].isOn = isOn;
        setHighlights(rules);
        keepArrangement();
    });
    connect(&m_model, &EventTableModel::columnsInserted, this, &EventsRoom::keepArrangement);
    connect(&m_model, &EventTableModel::columnsRemoved, this, &EventsRoom::keepArrangement);
    connect(m_overTime, &HistogramView::eventWanted, &m_state, &ViewState::selectEvent);
    connect(m_goTo, &EventGoTo::wanted, this, &EventsRoom::goTo);
    connect(m_goTo, &EventGoTo::found, this, &EventsRoom::showFound);
    connect(m_goTo, &EventGoTo::sagaFound, &m_state, &ViewState::selectSaga);
    connect(m_filters, &EventFilterBar::searchStopped, &m_model, &EventTableModel::stopSearch);
    connect(m_filters, &EventFilterBar::searchResumed, &m_model, &EventTableModel::resumeSearch);
    connect(m_filters, &EventFilterBar::followingToggled, m_table, &EventTable::setFollowing);
    connect(m_table, &EventTable::followingChanged, m_filters, &EventFilterBar::setFollowing);
    connect(m_table, &QWidget::customContextMenuRequested, this,
            [this](const QPoint& at) { m_menu->popUp(m_table->viewport()->mapToGlobal(at)); });
    connect(m_export, &QToolButton::clicked, m_exporter, &EventExporter::ask);
    connect(m_menu, &EventMenu::exportWanted, m_exporter, &EventExporter::ask);
    connect(m_menu, &EventMenu::markWanted, this, &EventsRoom::mark);
    connect(m_menu, &EventMenu::copiedWithRemark, this, [this](const QString& sentence) { m_messages->tell(MessageBar::Kind::Notice, sentence); });
    connect(m_menu, &EventMenu::comparisonWanted, this, &EventsRoom::compare);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &EventsRoom::selectFromTable);
    connect(&m_model, &EventTableModel::countsChanged, this, &EventsRoom::showCounts);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &EventsRoom::selectFromState);
}

void EventsRoom::connectState()
{
    connect(&m_state, &ViewState::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_knownTopics = 0;
        m_arrival.reset();
        m_model.reset();
    });
    connect(&m_state, &ViewState::selectionChanged, this, [this] {
        showDetails();
        selectFromState();
    });
    connect(&m_state, &ViewState::searchTextChanged, this, &EventsRoom::applyFilter);
    connect(&m_state, &ViewState::timeWindowChanged, this, &EventsRoom::applyFilter);
    connect(&m_state, &ViewState::timeFormatChanged, this, [this] {
        m_model.setHighlights(m_model.highlights()); // times in their queries are the reader's
        showArrival();
        m_table->viewport()->update();
    });
    connect(&Theme::current(), &Theme::changed, this, [this] { m_table->viewport()->update(); });
}

void EventsRoom::refresh()
{
    m_model.advance();
    m_arrival.advance(m_state.snapshot());
    showArrival();
    updateCompletions();
    m_table->viewport()->update(); // a saga's key or state may have changed under rows that stay
    if (m_table->currentIndex().row() < 0)
        selectFromState();
}

// A table this wide needs all of a narrow window: the details go below it.
void EventsRoom::resizeEvent(QResizeEvent* event)
{
    Room::resizeEvent(event);
    constexpr int kWideEnough = 1500;
    const auto orientation = width() >= kWideEnough ? Qt::Horizontal : Qt::Vertical;
    if (orientation == m_split->orientation() && m_isSplit)
        return;
    m_isSplit = true;
    m_split->setOrientation(orientation);
    const int beside = qBound(420, width() * 27 / 100, 600); // two values next to one another are to be told apart there
    m_split->setSizes(orientation == Qt::Horizontal ? QList{width() - beside, beside} : QList{height() - 330, 330});
}

void EventsRoom::showDetails()
{
    m_details->setVisible(m_state.selectedEvent().isValid() && !m_state.isSelectionProposed());
}

bool EventsRoom::isSettled() const
{
    const bool isTableSettled = !m_model.isScanning() && !m_model.isReading() && m_histogram.isSettled() && m_arrival.isSettled();
    const bool isBesideSettled = m_details->isSettled() && m_related->isSettled() && m_diff->isSettled();
    return isTableSettled && isBesideSettled && m_goTo->isSettled() && !m_exporter->isBusy();
}

void EventsRoom::setNotes(NoteBook& notes)
{
    m_model.setNotes(&notes);
    m_menu->setNotes(&notes);
    connect(&notes, &NoteBook::changed, this, [this] { m_table->viewport()->update(); });
}

void EventsRoom::askWhereToGo()
{
    m_goTo->ask();
}

void EventsRoom::goTo(const QString& text)
{
    m_goTo->go(text, m_model.filter());
}

void EventsRoom::showFound(base::EventIndex event)
{
    m_state.selectEvent(event);
    m_table->setFocus(Qt::OtherFocusReason);
    EventFilter filter = m_model.filter();
    filter.asOf.reset(); // the clock goes along
    if (EventMatcher(filter).matches(*m_state.live(), event))
        return;
    m_messages->tell(MessageBar::Kind::Notice, tr("%1 is selected; the filter keeps it out of the table.").arg(coordinatesText(m_state.live()->events, event)),
                     {{tr("Clear all filters"), [this] { clearAllFilters(); }}});
}

// Of an earlier moment it is not told: arrival is about now.
void EventsRoom::showArrival()
{
    const session::ArrivalOrder::View& order = m_arrival.order();
    m_model.setArrival(order);
    m_table->viewport()->update();
    const bool isKnown = order.newest() != base::kNoTime && !m_state.asOf();
    const base::Timestamp watermark = m_state.snapshot()->isFinished ? order.newest() : order.watermark();
    m_overTime->setWatermark(isKnown ? watermark : base::kNoTime);
    QStringList parts{tr("in order of arrival")};
    if (isKnown)
        parts << tr("complete up to %1", "a time of day: the watermark").arg(m_state.formatTime(watermark));
    m_late->setText(tr("%Ln came late", nullptr, int(order.lateCount())));
    m_late->setVisible(isKnown && order.lateCount() > 0);
    m_panel->setSubtitle(parts.join(QStringLiteral(" · ")));
}

void EventsRoom::setHighlights(const HighlightRules& rules)
{
    m_model.setHighlights(rules);
    m_legend->setRules(rules);
    m_table->setHasDigits(std::any_of(rules.begin(), rules.end(), [](const HighlightRule& rule) { return rule.isOn; }));
}

void EventsRoom::askForHighlights()
{
    auto* dialog = new HighlightDialog(m_model.highlights(), window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        setHighlights(dialog->rules());
        keepArrangement();
    });
    dialog->open();
}

void EventsRoom::save(QSettings& settings) const
{
    m_columns->save(settings);
    writeHighlightRules(settings, m_model.highlights());
}

void EventsRoom::restore(const QSettings& settings)
{
    m_columns->restore(settings);
    setHighlights(readHighlightRules(settings));
    m_isRestored = true;
}

/// What took work to set up is kept at once, not only when the window closes.
void EventsRoom::keepArrangement() const
{
    if (!m_isRestored)
        return;
    QSettings settings;
    save(settings);
}

void EventsRoom::mark(base::EventIndex event)
{
    m_diff->mark(event);
    m_messages->tell(MessageBar::Kind::Notice, tr("%1 is marked. Select another event and press Ctrl+Shift+D to compare the two.")
                                                   .arg(coordinatesText(m_state.live()->events, event)));
}

// Of two rows the upper one is what the lower one is held against.
void EventsRoom::compare(base::EventIndex other, base::EventIndex event)
{
    m_messages->clear();
    if (other.isValid())
        m_diff->mark(other);
    else if (m_diff->marked() == event || !m_diff->marked().isValid())
        m_diff->setAgainst(DiffPage::Against::Previous);
    m_state.selectEvent(event);
    m_details->showTab(m_diff);
    m_diff->focusTable();
}

void EventsRoom::applyFilter()
{
    EventFilter filter = m_filters->filter();
    filter.search = m_state.searchText().trimmed().toStdString();
    filter.zone = readerZone(m_state);
    filter.window = m_state.timeWindow();
    m_model.setFilter(filter);
}

void EventsRoom::clearAllFilters()
{
    m_state.setSearchText({});
    m_state.setTimeWindow({});
    m_filters->clear();
}

void EventsRoom::showCounts()
{
    m_filters->setCounts({std::size_t(m_model.rowCount()), m_model.searchedCount(), m_model.totalCount(), m_model.searchState(),
                          m_model.unreadCount()});
    showWhyNothing();
    QWidget* page = m_table;
    if (m_model.totalCount() == 0)
        page = m_empty;
    else if (m_model.rowCount() == 0 && m_model.searchState() == EventTableModel::SearchState::Idle)
        page = m_nothingPasses;
    if (m_stack->currentWidget() != page)
        m_stack->setCurrentWidget(page);
}

/// Over the place of the rows, when none passes.
void EventsRoom::showWhyNothing()
{
    const bool isCertain = m_model.unreadCount() == 0;
    m_nothingPasses->setTexts(tr("No event passes the filter"),
                              isCertain ? tr("New events that match appear here by themselves.")
                                        : tr("Records that could not be read may match: their file is gone, or damaged. Details say which of the two."));
}

void EventsRoom::selectFromState()
{
    if (m_isSelecting)
        return;
    const QScopedValueRollback guard(m_isSelecting, true);
    const int row = m_state.isSelectionProposed() ? -1 : m_model.rowOf(m_state.selectedEvent());
    if (row < 0) {
        m_table->setCurrentIndex({});
        m_table->clearSelection();
        return;
    }
    if (m_table->currentIndex().row() == row)
        return;
    m_table->setFollowing(false); // the selected row stays in view
    m_table->reveal(m_model.index(row, 0)); // first: selecting brings it to the nearest edge by itself
    m_table->selectRow(row);
}

void EventsRoom::selectFromTable()
{
    if (m_isSelecting)
        return;
    const base::EventIndex event = m_model.eventAt(m_table->currentIndex().row());
    if (!event.isValid())
        return;
    const QScopedValueRollback guard(m_isSelecting, true);
    m_table->setFollowing(false);
    m_state.selectEvent(event);
}

// The catalog's names and what was seen besides; asked again only when a new topic turned up.
void EventsRoom::updateCompletions()
{
    const session::Snapshot& snapshot = *m_state.snapshot();
    const std::size_t count = snapshot.events.topicCount();
    if (!snapshot.catalog || count == m_knownTopics)
        return;
    m_knownTopics = count;
    std::set<QString> topics;
    std::set<QString> types;
    for (const catalog::DeclaredTopic& topic : snapshot.catalog->topics()) {
        topics.insert(toQString(topic.name));
        for (const std::string& type : topic.eventTypes)
            types.insert(toQString(type));
    }
    for (std::size_t i = 0; i < count; ++i)
        topics.insert(toQString(snapshot.events.topicName(base::TopicId(std::uint16_t(i)))));
    m_filters->setCompletions({topics.begin(), topics.end()}, {types.begin(), types.end()});
}

void EventsRoom::changeEvent(QEvent* event)
{
    Room::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EventsRoom::retranslate()
{
    m_panel->setTitle(tr("Events"));
    m_details->setTabText(m_related, tr("Related"));
    m_details->setTabText(m_diff, tr("Diff"));
    showArrival();
    m_export->setText(tr("Export…"));
    m_export->setToolTip(tr("Write the rows of the table into a file (Ctrl+E)"));
    m_table->setAccessibleName(tr("Events, in order of arrival"));
    m_menu->retranslate();
    m_columns->retranslate();
    m_late->setToolTip(tr("Show only the events that came after newer ones"));
    m_highlight->setText(tr("Highlight…"));
    m_highlight->setToolTip(tr("Let the events that match a query stand out (Ctrl+Shift+H)"));
    m_highlight->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_H); // a new text takes it away
    m_legend->setRules(m_model.highlights());
    m_empty->setTexts(tr("No events yet"),
                      tr("Every record of every topic appears here as it arrives, undecodable ones too. "
                         "Connect to a cluster, open a file or start the demo."));
    showWhyNothing();
    m_nothingPasses->clearActions();
    m_nothingPasses->addAction(tr("Clear all filters"), [this] { clearAllFilters(); });
    Q_EMIT m_model.headerDataChanged(Qt::Horizontal, 0, m_model.columnCount() - 1);
}

} // namespace sagascope::ui
