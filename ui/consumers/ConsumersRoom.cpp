// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/consumers/ConsumersRoom.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHeaderView>
#include <QListView>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Panel.h"
#include "ui/common/TableColumns.h"
#include "ui/common/TableDress.h"
#include "ui/consumers/FanOutPage.h"
#include "ui/consumers/GroupDelegate.h"
#include "ui/consumers/GroupPage.h"
#include "ui/consumers/LanesPage.h"
#include "ui/consumers/VerdictText.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kListWidth = 300;
constexpr int kMatrixColumn = 150;
constexpr int kWidestMatrixColumn = 260;

} // namespace

ConsumersRoom::ConsumersRoom(ViewState& state, QWidget* parent)
    : Room(parent),
      m_state(state),
      m_groupPanel(new Panel),
      m_groups(new QListView),
      m_panel(new Panel),
      m_choice(new QButtonGroup(this)),
      m_pages(new QStackedWidget),
      m_groupPage(new GroupPage),
      m_lanes(new LanesPage(state)),
      m_matrix(new QTableView),
      m_fanOut(new FanOutPage(state)),
      m_whole(new QStackedWidget),
      m_empty(new EmptyState),
      m_frames([this](const ConsumersFramePtr& frame) { showFrame(frame); })
{
    setObjectName(QStringLiteral("room"));
    buildGroups();
    buildPages();
    layOut();
    connectState();
    retranslate();
}

ConsumersRoom::~ConsumersRoom() = default;

void ConsumersRoom::buildGroups()
{
    m_groups->setModel(&m_groupModel);
    m_groups->setItemDelegate(new GroupDelegate(m_groups));
    m_groups->setUniformItemSizes(true);
    m_groups->setMouseTracking(true);
    m_groupPanel->setBody(m_groups);
    connect(m_groups->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        if (!m_isShowing && index.isValid())
            chooseGroup(m_groupModel.keyAt(index.row()));
    });
}

void ConsumersRoom::buildPages()
{
    dressTable(*m_matrix, m_matrixModel);
    m_matrix->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_matrix->setItemDelegate(new MatrixDelegate(m_matrix));
    m_matrix->horizontalHeader()->setStretchLastSection(false);
    m_matrix->horizontalHeader()->setTextElideMode(Qt::ElideMiddle);
    addPage(m_groupPage);
    addPage(m_lanes);
    addPage(m_matrix);
    addPage(m_fanOut);
    connect(m_choice, &QButtonGroup::idClicked, this, &ConsumersRoom::showPage);
    connect(m_groupPage, &GroupPage::eventWanted, this, &ConsumersRoom::openEvent);
    connect(m_matrix, &QTableView::activated, this, [this](const QModelIndex& index) {
        if (const QString group = m_matrixModel.groupOf(index.column()); !group.isEmpty()) {
            chooseGroup(group);
            showPage(Group);
        }
    });
    showPage(Group);
}

void ConsumersRoom::addPage(QWidget* page)
{
    auto* button = new QToolButton;
    button->setObjectName(QStringLiteral("segment"));
    button->setCheckable(true);
    m_choice->addButton(button, m_pages->count());
    m_panel->addAction(button);
    m_pages->addWidget(page);
}

void ConsumersRoom::layOut()
{
    m_panel->setBody(m_pages);
    auto* split = new QSplitter(Qt::Horizontal);
    split->setObjectName(QStringLiteral("consumers.whole"));
    split->setChildrenCollapsible(false);
    split->addWidget(m_groupPanel);
    split->addWidget(m_panel);
    split->setStretchFactor(0, 0);
    split->setStretchFactor(1, 1);
    split->setSizes({kListWidth, 3 * kListWidth});
    m_whole->addWidget(split);
    auto* emptyPanel = new Panel;
    emptyPanel->setBody(m_empty);
    m_whole->addWidget(emptyPanel);
    m_whole->setCurrentIndex(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kGap, Theme::kGap, Theme::kGap, Theme::kGap);
    column->addWidget(m_whole);
    setFocusProxy(m_groups);
}

void ConsumersRoom::connectState()
{
    const auto refreshShown = [this] {
        if (isVisible())
            refresh();
    };
    connect(&m_state, &ViewState::snapshotChanged, this, refreshShown);
    connect(&m_state, &ViewState::selectionChanged, this, refreshShown);
    connect(&m_state, &ViewState::asOfChanged, this, [this] { showEmpty(); });
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_frames.cancel();
        m_group.clear();
        m_board = nullptr;
        showFrame(consumersFrame(nullptr, {}));
    });
    connect(&Theme::current(), &Theme::changed, this, [this] { m_groups->viewport()->update(); });
}

void ConsumersRoom::refresh()
{
    const ConsumersQuery wanted = query();
    const metrics::GroupBoardPtr& board = m_state.snapshot()->groups;
    showEmpty();
    if (board == m_board && wanted == m_query)
        return;
    m_board = board;
    m_query = wanted;
    m_frames.start([board, wanted](StopToken) { return consumersFrame(board, wanted); },
                   LatestWins<ConsumersFramePtr>::Running::Keep);
}

ConsumersQuery ConsumersRoom::query() const
{
    ConsumersQuery query{m_group.toStdString(), {}};
    const store::EventStore::View& events = m_state.snapshot()->events;
    const base::EventIndex event = m_state.selectedEvent();
    if (event.isValid() && event.value < events.size()) {
        const store::EventRow& row = events.row(event);
        query.event = FollowedEvent{{{std::string(events.topicName(row.topic)), row.partition}, row.offset}, row.brokerTime};
    }
    return query;
}

void ConsumersRoom::chooseGroup(const QString& group)
{
    m_group = group;
    refresh();
}

void ConsumersRoom::showFrame(const ConsumersFramePtr& frame)
{
    const QScopedValueRollback guard(m_isShowing, true);
    m_groupModel.setFrame(frame);
    m_groupPage->setFrame(frame);
    m_lanes->setFrame(frame);
    m_fanOut->setFrame(frame);
    const int columns = m_matrixModel.columnCount();
    m_matrixModel.setFrame(frame);
    if (columns != m_matrixModel.columnCount() && m_matrixModel.columnCount() > 0) {
        fitColumns(*m_matrix);
        for (int column = 1; column < m_matrixModel.columnCount(); ++column)
            m_matrix->setColumnWidth(column, qBound(kMatrixColumn, m_matrix->columnWidth(column), kWidestMatrixColumn));
    }
    showGroups();
    showEmpty();
}

void ConsumersRoom::showGroups()
{
    const ConsumersFrame* frame = m_groupModel.frame();
    const bool hasGroup = frame && frame->chosen;
    m_panel->setTitle(hasGroup ? toQString(frame->chosen->reading->group) : QString());
    QStringList words;
    if (hasGroup) {
        words << presenceText(*frame->chosen->reading);
        if (!frame->chosen->reading->assignor.empty())
            words << toQString(frame->chosen->reading->assignor);
        m_groups->setCurrentIndex(m_groupModel.index(m_groupModel.rowOf(toQString(frame->chosen->reading->group)), 0));
    }
    m_panel->setSubtitle(words.join(QStringLiteral(" · ")));
    m_groupPanel->setSubtitle(frame && frame->board ? tr("%n, the worst first", nullptr, int(frame->groups.size())) : QString());
}

/// What is missing, and why.
void ConsumersRoom::showEmpty()
{
    const bool hasGroups = m_groupModel.rowCount() > 0 && m_state.snapshot()->groups;
    m_whole->setCurrentIndex(hasGroups ? 0 : 1);
    if (hasGroups)
        return;
    m_empty->clearActions();
    if (m_state.asOf()) {
        m_empty->setTexts(tr("Not known of an earlier moment"),
                          tr("Groups are judged as they are now; where they stood earlier is not kept."));
        m_empty->addAction(tr("Back to live"), [this] { m_state.setAsOf({}); });
    } else {
        m_empty->setTexts(tr("No consumer group to show"),
                          tr("Groups, their members and how far behind they are appear here once a cluster or the demo is connected; a file has none."));
    }
}

void ConsumersRoom::openEvent(base::EventIndex event)
{
    m_state.selectEvent(event);
    Q_EMIT m_state.roomRequested(QStringLiteral("events"));
}

void ConsumersRoom::showPage(int page)
{
    m_pages->setCurrentIndex(page);
    m_choice->button(page)->setChecked(true);
}

void ConsumersRoom::changeEvent(QEvent* event)
{
    Room::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConsumersRoom::retranslate()
{
    m_groupPanel->setTitle(tr("Consumer groups"));
    m_groups->setAccessibleName(tr("Consumer groups"));
    m_matrix->setAccessibleName(tr("Lag in time, partition by group"));
    m_choice->button(Group)->setText(tr("Group"));
    m_choice->button(Lanes)->setText(tr("Ownership"));
    m_choice->button(Lanes)->setToolTip(tr("Which member held which partition, and when"));
    m_choice->button(Matrix)->setText(tr("All groups"));
    m_choice->button(FanOut)->setText(tr("Event"));
    m_choice->button(FanOut)->setToolTip(tr("Which groups have passed the selected event, and how long after"));
    m_choice->button(Matrix)->setToolTip(tr("Every partition and every group: how far behind in time"));
    m_groupModel.retranslate();
    m_matrixModel.retranslate();
    m_groupPage->retranslate();
    m_lanes->retranslate();
    m_fanOut->retranslate();
    showGroups();
    showEmpty();
}

} // namespace sagascope::ui
