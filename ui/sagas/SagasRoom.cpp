// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagasRoom.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>

#include <utility>

#include "core/catalog/SagaDefinition.h"
#include "core/session/Session.h"
#include "ui/common/CodeText.h"
#include "ui/common/EventDetails.h"
#include "ui/common/Panel.h"
#include "ui/common/StateMark.h"
#include "ui/sagas/EvidenceText.h"
#include "ui/sagas/SagaListPanel.h"
#include "ui/sagas/StepsPanel.h"
#include "ui/sagas/TimelineView.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

SagasRoom::SagasRoom(ViewState& state, QWidget* parent)
    : Room(parent), m_state(state), m_list(new SagaListPanel(state)), m_timelinePanel(new Panel),
      m_stateLabel(new StateLabel), m_timeline(new TimelineView(state)), m_causation(new QToolButton),
      m_fit(new QToolButton), m_details(new EventDetails(state)), m_evidence(new QTextBrowser),
      m_steps(new StepsPanel(state)), m_teller([this](Told told) { show(std::move(told)); })
{
    setObjectName(QStringLiteral("room"));
    setFocusProxy(m_list);
    setupTimeline();
    setupEvidence();
    setupLayout();
    connectState();
    retranslate();
}

SagasRoom::~SagasRoom() = default;

void SagasRoom::setupTimeline()
{
    m_timelinePanel->addBesideTitle(m_stateLabel);
    m_timelinePanel->addAction(m_fit);
    m_timelinePanel->addAction(m_causation);
    m_timelinePanel->setBody(m_timeline);
    connect(m_fit, &QToolButton::clicked, m_timeline, &TimelineView::fit);
    connect(m_causation, &QToolButton::clicked, this, [this] { Q_EMIT m_state.roomRequested(QStringLiteral("topology")); });
}

void SagasRoom::setupEvidence()
{
    m_evidence->setOpenLinks(false);
    m_evidence->document()->setDocumentMargin(12);
    m_details->addTab(m_evidence, {});
    connect(m_evidence, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        m_state.selectEvent(base::EventIndex(url.path().toUInt()));
    });
}

void SagasRoom::setupLayout()
{
    auto* below = m_below = new QSplitter(Qt::Horizontal);
    below->addWidget(m_details);
    below->addWidget(m_steps);
    below->setStretchFactor(0, 55);
    below->setStretchFactor(1, 45);
    below->setObjectName(QStringLiteral("sagas.below"));
    auto* right = new QSplitter(Qt::Vertical);
    right->addWidget(m_timelinePanel);
    right->addWidget(below);
    right->setStretchFactor(0, 48);
    right->setStretchFactor(1, 52);
    right->setObjectName(QStringLiteral("sagas.right"));
    auto* whole = m_whole = new QSplitter(Qt::Horizontal);
    whole->addWidget(m_list);
    whole->addWidget(right);
    whole->setStretchFactor(0, 0);
    whole->setStretchFactor(1, 1);
    whole->setObjectName(QStringLiteral("sagas.whole"));
    for (QSplitter* splitter : {below, right, whole})
        splitter->setChildrenCollapsible(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kGap, Theme::kGap, Theme::kGap, Theme::kGap);
    row->addWidget(whole);
}

void SagasRoom::showEvent(QShowEvent* event)
{
    Room::showEvent(event);
    // Only now there is a width to share out; after the first time it is the person's business.
    if (!std::exchange(m_isArranged, true))
        QTimer::singleShot(0, this, &SagasRoom::arrange);
}

void SagasRoom::arrange()
{
    constexpr int kListWidth = 400;
    if (!m_whole->property("isRestored").toBool())
        m_whole->setSizes({kListWidth, m_whole->width() - kListWidth});
    if (!m_below->property("isRestored").toBool())
        m_below->setSizes({m_below->width() * 56 / 100, m_below->width() * 44 / 100});
}

void SagasRoom::connectState()
{
    connect(&m_state, &ViewState::snapshotChanged, this, &SagasRoom::tellStory);
    connect(&m_state, &ViewState::selectionChanged, this, [this] {
        tellStory();
        showEvidence();
    });
    connect(&Theme::current(), &Theme::changed, this, &SagasRoom::showEvidence);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_teller.cancel();
        show({{}, m_state.snapshot(), {}, {}});
    });
}

void SagasRoom::changeEvent(QEvent* event)
{
    Room::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SagasRoom::retranslate()
{
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Show the whole saga (0). Zoom with the wheel or + and −."));
    m_causation->setText(tr("Causation"));
    m_causation->setToolTip(tr("Show this saga's causes and effects as a graph"));
    m_details->setTabText(m_evidence, tr("Why here?"));
    m_evidence->setAccessibleName(tr("Why here?"));
    showHead();
    showEvidence();
}

void SagasRoom::refresh()
{
    m_list->refresh();
    tellStory();
}

bool SagasRoom::isSettled() const
{
    return m_list->isSettled() && !m_teller.isBusy() && m_details->isSettled() && m_told.saga == m_state.selectedSaga();
}

bool SagasRoom::isUpToDate() const
{
    const base::SagaId selected = m_state.selectedSaga();
    if (selected != m_told.saga || !m_told.snapshot || !selected.isValid())
        return selected == m_told.saga;
    const saga::SagaSummary& now = m_state.snapshot()->sagas.saga(selected);
    const saga::SagaSummary& then = m_told.snapshot->sagas.saga(selected);
    // A running saga waits visibly: told again once a second even when nothing came.
    const bool isWaiting = now.state == saga::SagaState::Running &&
                           m_state.snapshot()->takenAt - m_told.snapshot->takenAt > std::chrono::seconds(1);
    return now.events == then.events && now.state == then.state && now.findingCount == then.findingCount && !isWaiting;
}

void SagasRoom::tellStory()
{
    if (!isVisible() || isUpToDate())
        return;
    const bool isSame = m_state.selectedSaga() == m_told.saga;
    m_teller.start(
        [saga = m_state.selectedSaga(), snapshot = m_state.snapshot()](StopToken) {
            Told told{saga, snapshot, session::storyOf(*snapshot, saga), {}};
            told.timeline = timelineInput(told.story, *snapshot);
            return told;
        },
        isSame ? LatestWins<Told>::Running::Keep : LatestWins<Told>::Running::Discard);
}

void SagasRoom::show(Told told)
{
    const bool isSame = told.saga == m_told.saga;
    m_told = std::move(told);
    m_timeline->setInput(m_told.timeline, isSame);
    m_steps->setStory(m_told.story, m_told.snapshot);
    showHead();
    showEvidence();
}

void SagasRoom::showHead()
{
    const bool hasSaga = m_told.saga.isValid();
    m_stateLabel->setVisible(hasSaga);
    m_causation->setEnabled(hasSaga);
    m_fit->setEnabled(hasSaga);
    m_timelinePanel->setTitle(hasSaga ? shortId(toQString(m_told.story.key)) : tr("Timeline"));
    m_timelinePanel->setToolTip(hasSaga ? toQString(m_told.story.key) : QString());
    if (!hasSaga) {
        m_timelinePanel->setSubtitle(tr("choose a saga"));
        return;
    }
    const saga::Story& story = m_told.story;
    m_stateLabel->setState(story.state);
    const base::Timestamp end = story.endedAt == base::kNoTime ? m_told.timeline.end : story.endedAt;
    m_timelinePanel->setSubtitle(QStringLiteral("%1 · %2 · %3 · %4")
                                     .arg(story.definition == nullptr ? tr("no definition") : toQString(story.definition->name),
                                          durationText(end - story.startedAt),
                                          tr("%n event(s)", nullptr, int(story.events.size())), styleLabel(story.style)));
}

void SagasRoom::showEvidence()
{
    const bool canTell = m_told.snapshot && m_told.saga.isValid();
    const QString text = canTell ? evidenceText(m_told.story, m_state.selectedEvent(), *m_told.snapshot) : QString();
    m_evidence->setHtml(text.isEmpty() ? tr("This event belongs to no saga that is shown.").toHtmlEscaped() : text);
}

} // namespace sagascope::ui
