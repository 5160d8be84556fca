// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineTab.h"

#include <QEvent>
#include <QSettings>
#include <QShortcut>
#include <QToolButton>

#include <utility>

#include "ui/common/TightLayout.h"
#include "ui/sagas/TimelineBrush.h"
#include "ui/sagas/TimelineView.h"

namespace sagascope::ui {
namespace {

QString causalKey()
{
    return QStringLiteral("timeline/causalOrder");
}

} // namespace

TimelineTab::TimelineTab(ViewState& state, QWidget* parent)
    : SagaView(parent), m_timeline(new TimelineView(state)), m_brush(new TimelineBrush), m_causal(new QToolButton(this)),
      m_fit(new QToolButton(this)), m_preparation([this](Prepared prepared) { show(std::move(prepared)); })
{
    auto* column = tightColumn(this);
    column->addWidget(m_timeline);
    column->addWidget(m_brush);
    m_brush->hide();
    m_causal->setCheckable(true);
    m_causal->setChecked(QSettings().value(causalKey(), false).toBool());
    setFocusProxy(m_timeline);
    connectParts();
    retranslate();
}

void TimelineTab::connectParts()
{
    connect(m_fit, &QToolButton::clicked, m_timeline, &TimelineView::fit);
    connect(m_causal, &QToolButton::toggled, this, &TimelineTab::setCausal);
    connect(m_timeline, &TimelineView::windowChanged, m_brush, &TimelineBrush::setWindow);
    connect(m_brush, &TimelineBrush::windowChosen, m_timeline, &TimelineView::showWindow);
    connect(m_brush, &TimelineBrush::everythingChosen, m_timeline, &TimelineView::fit);
    auto* toggle = new QShortcut(QKeySequence(Qt::Key_O), this);
    toggle->setContext(Qt::WidgetWithChildrenShortcut);
    connect(toggle, &QShortcut::activated, m_causal, &QToolButton::toggle);
}

TimelineOrder TimelineTab::order() const
{
    return m_causal->isChecked() ? TimelineOrder::Causal : TimelineOrder::Recorded;
}

void TimelineTab::setSaga(ToldSagaPtr told, bool isSame)
{
    m_preparation.start(
        [told = std::move(told), order = order()](StopToken) {
            auto input = std::make_shared<const TimelineInput>(timelineInput(told->story, *told->snapshot));
            return Prepared{told->saga, makeTimeline(std::move(input), order)};
        },
        isSame ? LatestWins<Prepared>::Running::Keep : LatestWins<Prepared>::Running::Discard);
}

void TimelineTab::show(Prepared prepared)
{
    const bool isSame = prepared.saga == std::exchange(m_shown, prepared.saga);
    m_brush->setVisible(prepared.timeline->sorted.size() >= kLong);
    m_brush->setTimeline(prepared.timeline);
    const bool isStale = prepared.timeline->order != order();
    m_timeline->setTimeline(std::move(prepared.timeline), isSame);
    if (isStale)
        setCausal(m_causal->isChecked());
}

void TimelineTab::setCausal(bool isCausal)
{
    QSettings().setValue(causalKey(), isCausal);
    if (m_preparation.isBusy())
        return; // show() looks again
    m_preparation.start([saga = m_shown, input = m_timeline->timeline()->input, order = order()](StopToken) {
        return Prepared{saga, makeTimeline(input, order)};
    });
}

PictureSource TimelineTab::picture() const
{
    return m_timeline->picture();
}

void TimelineTab::changeEvent(QEvent* event)
{
    SagaView::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void TimelineTab::retranslate()
{
    m_causal->setText(QStringLiteral("◷"));
    m_causal->setAccessibleName(tr("Causal order"));
    m_causal->setToolTip(tr("Causal order (O): put every event after its declared cause, whatever its clock says. What moves says how far."));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Show the whole saga (0). Zoom with the wheel or + and −."));
}

} // namespace sagascope::ui
