// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/CausationTab.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Separator.h"
#include "ui/common/TightLayout.h"
#include "ui/theme/Theme.h"
#include "ui/topology/GraphCanvas.h"
#include "ui/topology/GraphLegend.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMilliseconds = 250;
constexpr double kPictureMargin = 16;

} // namespace

CausationTab::CausationTab(ViewState& state, QWidget* parent)
    : SagaView(parent), m_state(state), m_stack(new QStackedWidget), m_canvas(new GraphCanvas), m_legend(new GraphLegend),
      m_summaryText(new QLabel), m_message(new EmptyState), m_fit(new QToolButton(this)), m_unfold(new QToolButton(this)),
      m_cache(std::make_shared<LayoutCache>()), m_drawer([this](Done done) {
          const bool isSame = std::exchange(m_drawn, done.saga) == done.saga;
          showDrawing(std::move(done.drawing), isSame);
      })
{
    buildLayout();
    m_canvas->setWalksCauses(true);
    m_unfold->setCheckable(true);
    m_patience.setSingleShot(true);
    m_patience.setInterval(kPatienceMilliseconds);
    connect(&m_patience, &QTimer::timeout, this, &CausationTab::showWaiting);
    connect(m_fit, &QToolButton::clicked, m_canvas, &GraphCanvas::fit);
    connect(m_unfold, &QToolButton::toggled, this, [this] { draw(false); });
    connect(&m_state, &ViewState::selectionChanged, this, &CausationTab::showSelection);
    connect(m_canvas, &GraphCanvas::selectionChanged, this, [this] {
        if (const GraphNode* node = m_canvas->selectedNode(); node && node->event.isValid())
            m_state.selectEvent(node->event);
    });
    retranslate();
}

CausationTab::~CausationTab() = default;

void CausationTab::buildLayout()
{
    auto* drawing = new QWidget;
    auto* column = tightColumn(drawing);
    column->addWidget(m_canvas, 1);
    column->addWidget(new Separator);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(0, 0, 12, 0);
    foot->setSpacing(Theme::kGap);
    foot->addWidget(m_legend, 1);
    foot->addWidget(m_summaryText);
    foot->addWidget(m_unfold);
    m_unfold->hide();
    column->addLayout(foot);
    m_summaryText->setObjectName(QStringLiteral("muted"));
    m_summaryText->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_stack->addWidget(drawing);
    m_stack->addWidget(m_message);
    m_canvas->setMinimumSize(120, 80);
    auto* whole = tightColumn(this);
    whole->addWidget(m_stack);
    setFocusProxy(m_canvas);
}

void CausationTab::setSaga(ToldSagaPtr told, bool isSame)
{
    m_told = std::move(told);
    draw(isSame);
}

void CausationTab::draw(bool isSame)
{
    if (!m_told)
        return;
    const std::size_t most = m_unfold->isChecked() ? causation::kMaxLayoutNodes : causation::kMaxDotNodes;
    m_drawer.start(
        [told = m_told, cache = m_cache, most](StopToken stop) {
            return Done{told->saga, drawStory(told->story, *told->snapshot, most, *cache, stop)};
        },
        isSame ? LatestWins<Done>::Running::Keep : LatestWins<Done>::Running::Discard);
    if (!isSame)
        m_patience.start();
}

void CausationTab::stop()
{
    m_patience.stop();
    m_drawer.cancel();
    showStopped();
}

void CausationTab::showDrawing(Drawing drawing, bool isSame)
{
    m_patience.stop();
    m_summary = drawing.causation;
    m_isEmpty = drawing.graph.nodes.empty();
    m_canvas->show(std::move(drawing.graph), std::move(drawing.geometry), isSame);
    m_fit->setEnabled(!m_isEmpty);
    const bool canUnfold = m_summary.fold != causation::FoldLevel::None && m_summary.events <= causation::kMaxLayoutNodes;
    m_unfold->setVisible(m_unfold->isChecked() || canUnfold);
    showSummary();
    showLegend();
    showSelection();
    m_stack->setCurrentIndex(m_isEmpty ? 1 : 0);
    if (!m_isEmpty)
        return;
    m_message->clearActions();
    if (drawing.failure && drawing.failure->code == base::ErrorCode::TooLarge)
        m_message->setTexts(tr("Too entangled to draw"),
                            tr("So many events cause so many others that no drawing would be readable. The other views show them."));
    else if (drawing.failure)
        m_message->setTexts(tr("This graph cannot be laid out"), errorSentence(*drawing.failure));
    else
        m_message->setTexts(tr("No saga selected"), tr("Choose a saga on the left to see its causes and effects."));
}

void CausationTab::showWaiting()
{
    if (!m_drawer.isBusy())
        return;
    m_message->clearActions();
    m_message->setTexts(tr("Drawing…"), tr("%n event(s) are being laid out.", nullptr, int(m_told->story.events.size())));
    m_message->addAction(tr("Stop"), [this] { stop(); }, false);
    m_stack->setCurrentIndex(1);
}

void CausationTab::showStopped()
{
    m_message->clearActions();
    m_message->setTexts(tr("Not drawn"), tr("You stopped the drawing of this saga."));
    m_message->addAction(tr("Draw it"), [this] { draw(false); });
    m_stack->setCurrentIndex(1);
}

void CausationTab::showSelection()
{
    const int node = m_canvas->graph().nodeOfEvent(m_state.selectedEvent());
    const GraphNode* shown = m_canvas->selectedNode();
    const int current = shown ? int(shown - m_canvas->graph().nodes.data()) : -1;
    if (node != current || node < 0)
        m_canvas->select(node < 0 ? QString() : m_canvas->graph().nodes[std::size_t(node)].id);
}

QString CausationTab::foldText() const
{
    switch (m_summary.fold) {
    case causation::FoldLevel::None:
        break;
    case causation::FoldLevel::Siblings:
        return tr("equal effects of one cause folded");
    case causation::FoldLevel::Kinds:
        return tr("folded by event type");
    }
    return {};
}

void CausationTab::showSummary()
{
    QStringList parts;
    if (m_summary.criticalSteps > 0)
        parts << tr("critical path %1, %n step(s)", nullptr, int(m_summary.criticalSteps)).arg(durationText(m_summary.critical));
    if (m_summary.missing > 0)
        parts << tr("%n cause(s) missing", nullptr, int(m_summary.missing));
    if (m_summary.cycles > 0)
        parts << tr("%n cycle(s)", nullptr, int(m_summary.cycles));
    if (const QString fold = foldText(); !fold.isEmpty())
        parts << fold;
    m_summaryText->setText(parts.join(QStringLiteral(" · ")));
}

PictureSource CausationTab::picture() const
{
    if (m_isEmpty)
        return {};
    // Copies: the canvas goes on to another saga while this one is painted.
    return [graph = m_canvas->graph(), geometry = m_canvas->geometryShown()] {
        // Folds and badges stand out of their boxes a little.
        const QRectF bounds = geometry.bounds.adjusted(-kPictureMargin, -kPictureMargin, kPictureMargin, kPictureMargin);
        const auto paint = [graph, geometry, bounds](QPainter& painter) {
            painter.translate(-bounds.topLeft());
            GraphPainter().paint(painter, graph, geometry, {}, bounds);
        };
        return SagaPicture{bounds.size(), paint};
    };
}

void CausationTab::changeEvent(QEvent* event)
{
    SagaView::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    draw(true); // labels are texts
}

void CausationTab::retranslate()
{
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Show the whole graph (0). Zoom with the wheel or + and −; ← goes to the cause, → to the effect, E walks the edges."));
    m_unfold->setText(tr("Unfold"));
    m_unfold->setToolTip(tr("Draw every event by itself, up to %1 of them").arg(causation::kMaxLayoutNodes));
    m_canvas->setAccessibleName(tr("Causes and effects of the saga"));
    showSummary();
    showLegend();
}

// Only what is there to be explained.
void CausationTab::showLegend()
{
    const auto& edges = m_canvas->graph().edges;
    std::vector<GraphLegend::Entry> entries;
    const auto explain = [&](const EdgeStyle& style, const QString& text, auto isShown) {
        if (std::any_of(edges.begin(), edges.end(), isShown))
            entries.emplace_back(style, text);
    };
    const auto explainKind = [&](EdgeKind kind, const QString& text) {
        explain(kind, text, [kind](const GraphEdge& edge) { return edge.kind == kind && !edge.isCritical && !edge.isInCycle; });
    };
    explain({EdgeKind::Declared, true}, tr("took longest"), [](const GraphEdge& edge) { return edge.isCritical; });
    explain({EdgeKind::Declared, false, true}, tr("cycle"), [](const GraphEdge& edge) { return edge.isInCycle; });
    explainKind(EdgeKind::Declared, tr("declared"));
    explainKind(EdgeKind::Aliased, tr("by rule"));
    explainKind(EdgeKind::Inferred, tr("inferred"));
    explain(EdgeKind::Compensation, tr("compensation"),
            [](const GraphEdge& edge) { return edge.kind == EdgeKind::Compensation; });
    explainKind(EdgeKind::MissingCause, tr("cause not seen"));
    explainKind(EdgeKind::Attempt, tr("retry, dead letter"));
    m_legend->setEntries(std::move(entries));
}

} // namespace sagascope::ui
