// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/topology/TopologyRoom.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/common/Chip.h"
#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/EventDetails.h"
#include "ui/common/Panel.h"
#include "ui/common/Separator.h"
#include "ui/theme/Theme.h"
#include "ui/topology/GraphCanvas.h"
#include "ui/topology/GraphLegend.h"
#include "ui/topology/TopologyFacts.h"

namespace sagascope::ui {
namespace {

constexpr int kServicesMilliseconds = 500; // rates need no more

const QString kNothingDrawn = QStringLiteral("-"); // no saga's version

QString nodeIdOf(base::EventIndex event)
{
    return QStringLiteral("event:%1").arg(event.value);
}

} // namespace

TopologyRoom::TopologyRoom(ViewState& state, QWidget* parent)
    : Room(parent),
      m_state(state),
      m_panel(new Panel),
      m_services(new QToolButton),
      m_saga(new QToolButton),
      m_neverSeen(new Chip({})),
      m_fit(new QToolButton),
      m_stack(new QStackedWidget),
      m_canvas(new GraphCanvas),
      m_legend(new GraphLegend),
      m_empty(new EmptyState),
      m_split(new QSplitter),
      m_facts(new TopologyFacts),
      m_details(new EventDetails(state)),
      m_cache(std::make_shared<LayoutCache>()),
      m_drawer([this](Drawing drawing) { showDrawing(std::move(drawing)); })
{
    buildActions();
    buildLayout();
    connectState();
    connectCanvas();
    retranslate();
    setView(View::Services);
}

TopologyRoom::~TopologyRoom() = default;

void TopologyRoom::buildActions()
{
    auto* views = new QButtonGroup(this);
    for (QToolButton* button : {m_services, m_saga}) {
        button->setObjectName(QStringLiteral("segment"));
        button->setCheckable(true);
        views->addButton(button);
    }
    m_neverSeen->setChecked(true);
    for (QWidget* action : std::initializer_list<QWidget*>{m_neverSeen, m_services, m_saga, m_fit})
        m_panel->addAction(action);
    connect(m_services, &QToolButton::clicked, this, [this] { setView(View::Services); });
    connect(m_saga, &QToolButton::clicked, this, [this] { setView(View::Saga); });
    connect(m_neverSeen, &Chip::toggled, this, [this] { redraw(true); });
    connect(m_fit, &QToolButton::clicked, m_canvas, &GraphCanvas::fit);
}

void TopologyRoom::buildLayout()
{
    auto* drawing = new QWidget;
    auto* column = new QVBoxLayout(drawing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_canvas, 1);
    column->addWidget(new Separator);
    column->addWidget(m_legend);
    m_stack->addWidget(drawing);
    m_stack->addWidget(m_empty);
    m_panel->setBody(m_stack);
    m_split->setChildrenCollapsible(false);
    for (QWidget* part : std::initializer_list<QWidget*>{m_panel, m_facts, m_details})
        m_split->addWidget(part);
    m_split->setStretchFactor(0, 1);
    m_facts->setMinimumWidth(300);
    m_details->setMinimumHeight(300);
    m_facts->hide();
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kGap, Theme::kGap, Theme::kGap, Theme::kGap);
    row->addWidget(m_split);
}

void TopologyRoom::connectState()
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kServicesMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        if (m_isStale && m_view == View::Services)
            redraw(false);
    });
    connect(&m_state, &ViewState::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_drawer.cancel();
        m_drawnSaga = kNothingDrawn;
        m_failure.reset();
        m_canvas->clear();
        showPage();
        showFacts();
    });
    connect(&m_state, &ViewState::selectionChanged, this, &TopologyRoom::selectFromState);
}

void TopologyRoom::connectCanvas()
{
    connect(m_canvas, &GraphCanvas::selectionChanged, this, &TopologyRoom::selectFromCanvas);
    connect(m_canvas, &GraphCanvas::nodeActivated, this, [this] {
        if (m_view == View::Saga)
            Q_EMIT m_state.roomRequested(QStringLiteral("sagas"));
    });
    connect(m_canvas, &GraphCanvas::edgeActivated, this, [this] {
        if (const GraphEdge* edge = m_canvas->selectedEdge(); edge && !edge->topics.isEmpty())
            showTopic(edge->topics.front());
    });
    connect(m_facts, &TopologyFacts::topicActivated, this, &TopologyRoom::showTopic);
}

void TopologyRoom::setView(View view)
{
    m_view = view;
    m_services->setChecked(view == View::Services);
    m_saga->setChecked(view == View::Saga);
    m_neverSeen->setVisible(view == View::Services);
    m_details->setVisible(view == View::Saga);
    placeSide();
    m_drawnSaga = kNothingDrawn;
    m_failure.reset();
    m_canvas->clear();
    showFacts();
    retranslate();
    redraw(true);
}

// Another room's "show the causes".
void TopologyRoom::cameFromElsewhere()
{
    setView(View::Saga);
}

// A saga runs from left to right: in a narrow window its event goes below it.
void TopologyRoom::placeSide()
{
    constexpr int kWideEnough = 1500;
    const bool isBelow = m_view == View::Saga && width() < kWideEnough;
    m_split->setOrientation(isBelow ? Qt::Vertical : Qt::Horizontal);
    const int side = isBelow ? 330 : m_view == View::Saga ? 420 : 330;
    const int main = (isBelow ? height() : width()) - side;
    m_split->setSizes({main, side, side});
}

void TopologyRoom::resizeEvent(QResizeEvent* event)
{
    Room::resizeEvent(event);
    if (event->oldSize().width() != event->size().width())
        placeSide();
}

void TopologyRoom::showEvent(QShowEvent* event)
{
    m_isShown = false; // what is on screen is from when it was left
    m_drawnSaga = kNothingDrawn;
    Room::showEvent(event);
}

void TopologyRoom::refresh()
{
    if (m_view == View::Saga) {
        if (sagaVersion() != m_drawnSaga)
            redraw(false);
        return;
    }
    m_isStale = true;
    if (!m_pause.isActive())
        redraw(false);
}

bool TopologyRoom::isSettled() const
{
    return m_isShown && m_details->isSettled();
}

// Changes whenever the saga's graph may.
QString TopologyRoom::sagaVersion() const
{
    const base::SagaId saga = m_state.selectedSaga();
    const session::Snapshot& snapshot = *m_state.snapshot();
    if (!saga.isValid() || saga.value >= snapshot.sagas.slotCount())
        return {};
    const saga::SagaSummary& summary = snapshot.sagas.saga(saga);
    const std::size_t size = summary.events ? summary.events->size() : 0;
    return QStringLiteral("%1/%2/%3/%4").arg(snapshot.numbering).arg(saga.value).arg(size).arg(int(summary.state));
}

void TopologyRoom::redraw(bool isOther)
{
    if (!isVisible())
        return;
    m_isStale = false;
    m_isShown = m_isShown && !isOther;
    const auto running = isOther ? LatestWins<Drawing>::Running::Discard : LatestWins<Drawing>::Running::Keep;
    auto snapshot = m_state.snapshot();
    if (m_view == View::Services) {
        m_pause.start();
        m_drawer.start([snapshot = std::move(snapshot), cache = m_cache, all = m_neverSeen->isChecked()](
                           StopToken) { return drawServices(*snapshot, all, *cache); },
                       running);
        return;
    }
    m_drawnSaga = sagaVersion();
    m_drawer.start([snapshot = std::move(snapshot), cache = m_cache,
                    saga = m_state.selectedSaga()](StopToken) { return drawSaga(*snapshot, saga, *cache); },
                   running);
}

void TopologyRoom::showDrawing(Drawing drawing)
{
    const bool isSame = drawing.subject == m_shownSubject;
    m_shownSubject = drawing.subject;
    m_failure = drawing.failure;
    m_isShown = true;
    m_canvas->show(std::move(drawing.graph), std::move(drawing.geometry), isSame);
    m_panel->setSubtitle(m_view == View::Services
                             ? tr("who publishes what to whom · edge width = rate · colour = domain")
                             : drawing.caption);
    if (m_view == View::Saga)
        m_canvas->select(nodeIdOf(m_state.selectedEvent()));
    showPage();
    showFacts();
}

void TopologyRoom::showPage()
{
    const bool isDrawn = !m_canvas->graph().nodes.empty();
    m_stack->setCurrentIndex(isDrawn ? 0 : 1);
    m_fit->setEnabled(isDrawn);
    if (isDrawn)
        return;
    m_empty->clearActions();
    if (m_failure && m_failure->code == base::ErrorCode::TooLarge) {
        m_empty->setTexts(
            tr("Too large to draw"),
            tr("A graph of more than %n node(s) takes too long to lay out. The timeline in Sagas shows it.", nullptr,
               int(causation::kMaxLayoutNodes)));
    } else if (m_failure) {
        m_empty->setTexts(tr("This graph cannot be laid out"), errorSentence(*m_failure));
    } else if (m_view == View::Services) {
        m_empty->setTexts(tr("No traffic yet"),
                          tr("Services and the topics between them appear here once events arrive."));
    } else {
        m_empty->setTexts(tr("No saga selected"),
                          tr("Choose a saga, or any event that belongs to one, to see its causes and effects."));
        m_empty->addAction(tr("Go to Sagas"), [this] { Q_EMIT m_state.roomRequested(QStringLiteral("sagas")); });
    }
}

void TopologyRoom::showFacts()
{
    const GraphNode* node = m_canvas->selectedNode();
    const GraphEdge* edge = m_canvas->selectedEdge();
    const bool isChosen = m_view == View::Services && (node || edge);
    if (isChosen && node)
        m_facts->showNode(*node, m_canvas->graph(), *m_state.snapshot());
    else if (isChosen)
        m_facts->showEdge(*edge, m_canvas->graph());
    if (m_facts->isHidden() == isChosen) {
        m_facts->setVisible(isChosen);
        placeSide();
    }
}

void TopologyRoom::selectFromState()
{
    if (m_view != View::Saga || !isVisible())
        return;
    if (sagaVersion() != m_drawnSaga)
        redraw(true);
    else
        m_canvas->select(nodeIdOf(m_state.selectedEvent()));
}

void TopologyRoom::selectFromCanvas()
{
    showFacts();
    const GraphNode* node = m_canvas->selectedNode();
    if (node && node->event.isValid())
        m_state.selectEvent(node->event);
}

void TopologyRoom::showTopic(const QString& topic)
{
    m_state.setSearchText(QStringLiteral("topic:") + topic);
    Q_EMIT m_state.roomRequested(QStringLiteral("events"));
}

void TopologyRoom::changeEvent(QEvent* event)
{
    Room::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    redraw(true);
}

void TopologyRoom::retranslate()
{
    m_panel->setTitle(tr("Topology"));
    m_services->setText(tr("Services"));
    m_saga->setText(tr("Saga"));
    m_saga->setToolTip(tr("Causes and effects of the selected saga"));
    m_neverSeen->setText(tr("declared, never seen"));
    m_neverSeen->setAccessibleName(m_neverSeen->text());
    m_neverSeen->updateGeometry();
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(
        tr("Show the whole graph (0). Wheel or + and - zoom, dragging moves, arrows walk, E walks edges."));
    m_canvas->setAccessibleName(m_view == View::Services ? tr("Service map") : tr("Causes and effects of the saga"));
    if (m_view == View::Services)
        m_legend->setEntries(
            {{EdgeKind::Traffic, tr("retries and dead letters")}, {EdgeKind::NeverSeen, tr("declared, never seen")}});
    else
        m_legend->setEntries({{EdgeKind::Declared, tr("declared")},
                              {EdgeKind::Aliased, tr("by rule")},
                              {EdgeKind::Inferred, tr("inferred")},
                              {EdgeKind::Compensation, tr("compensation")},
                              {EdgeKind::Attempt, tr("retry, dead letter")},
                              {EdgeKind::MissingCause, tr("cause not seen")}});
    showPage();
}

} // namespace sagascope::ui
