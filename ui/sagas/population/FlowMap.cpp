// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/population/FlowMap.h"

#include <QEvent>
#include <QLabel>
#include <QStackedWidget>

#include "ui/common/CodeText.h"
#include "ui/common/EmptyState.h"
#include "ui/common/Separator.h"
#include "ui/common/TightLayout.h"
#include "ui/topology/GraphCanvas.h"

namespace sagascope::ui {

FlowMap::FlowMap(QWidget* parent)
    : QWidget(parent), m_canvas(new GraphCanvas), m_note(new QLabel), m_empty(new EmptyState), m_stack(new QStackedWidget),
      m_cache(std::make_shared<LayoutCache>()), m_drawer([this](Drawn drawn) { take(std::move(drawn)); })
{
    m_note->setObjectName(QStringLiteral("muted"));
    m_note->setContentsMargins(8, 4, 8, 6);
    m_note->setWordWrap(true);
    m_note->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* drawing = new QWidget;
    auto* inner = tightColumn(drawing);
    inner->addWidget(m_canvas, 1);
    inner->addWidget(new Separator);
    inner->addWidget(m_note);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(drawing);
    auto* column = tightColumn(this);
    column->addWidget(m_stack);
    setFocusProxy(m_canvas);
    connect(m_canvas, &GraphCanvas::selectionChanged, this, &FlowMap::showNote);
    retranslate();
}

FlowMap::~FlowMap() = default;

void FlowMap::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    draw();
}

void FlowMap::retranslate()
{
    m_canvas->setAccessibleName(tr("Steps and what comes after them"));
    m_empty->setTexts(tr("Nothing to draw"), tr("Steps appear here once sagas of this definition have been seen."));
    showNote();
}

void FlowMap::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        draw();
}

bool FlowMap::isWider() const
{
    return width() > height() * 3 / 2;
}

void FlowMap::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (isVisible() && isWider() != m_isWide)
        draw();
}

void FlowMap::setCounted(const CountedSagas& counted)
{
    m_counted = counted;
    m_isStale = true;
    if (isVisible())
        draw();
}

void FlowMap::draw()
{
    m_isStale = false;
    // A chain of steps reads well either way: along the longer side of the room that there is.
    const bool isWide = m_isWide = isWider();
    m_drawer.start(
        [counted = m_counted, cache = m_cache, isWide](StopToken) {
            Drawn drawn;
            drawn.drawing.subject = counted.name;
            const saga::DefinitionPopulation* definition = counted.definition();
            if (!definition)
                return drawn;
            FlowGraph flow = flowGraph(*definition);
            drawn.notes = std::move(flow.notes);
            drawn.leftOut = flow.leftOut;
            causation::LayoutInput input = layoutInput(flow.graph);
            input.isLeftToRight = isWide;
            const auto layout = cache->layoutOf(input);
            if (!layout) {
                drawn.drawing.failure = layout.error();
                return drawn;
            }
            drawn.drawing.geometry = geometryOf(flow.graph, **layout);
            drawn.drawing.graph = std::move(flow.graph);
            return drawn;
        },
        m_shown == m_counted.name ? LatestWins<Drawn>::Running::Keep : LatestWins<Drawn>::Running::Discard);
}

void FlowMap::take(Drawn drawn)
{
    const bool isSame = drawn.drawing.subject == m_shown && !m_canvas->graph().nodes.empty();
    m_shown = drawn.drawing.subject;
    m_notes = std::move(drawn.notes);
    m_leftOut = drawn.leftOut;
    const bool isDrawn = !drawn.drawing.graph.nodes.empty();
    if (drawn.drawing.failure)
        m_empty->setTexts(tr("This map cannot be laid out"), errorSentence(*drawn.drawing.failure));
    else
        m_empty->setTexts(tr("Nothing to draw"), tr("Steps appear here once sagas of this definition have been seen."));
    m_canvas->show(std::move(drawn.drawing.graph), std::move(drawn.drawing.geometry), isSame);
    m_stack->setCurrentIndex(isDrawn ? 1 : 0);
    showNote();
}

void FlowMap::showNote()
{
    const GraphEdge* edge = m_canvas->selectedEdge();
    const std::size_t index = edge ? std::size_t(edge - m_canvas->graph().edges.data()) : m_notes.size();
    if (index < m_notes.size()) {
        m_note->setText(m_notes[index]);
        return;
    }
    QString note = tr("On each edge: how many sagas went that way, and their median wait. Choose an edge for more.");
    if (m_leftOut > 0)
        note += QLatin1Char(' ') + tr("%n rarer transition(s) are left out.", nullptr, int(m_leftOut));
    m_note->setText(note);
}

} // namespace sagascope::ui
