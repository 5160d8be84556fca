// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagasRoom.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QSettings>
#include <QSplitter>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <functional>
#include <utility>

#include "core/catalog/SagaDefinition.h"
#include "core/review/SagaReview.h"
#include "core/session/Session.h"
#include "ui/common/CodeText.h"
#include "ui/common/EventDetails.h"
#include "ui/common/SplitterPlaces.h"
#include "ui/common/StateMark.h"
#include "ui/notes/NoteActions.h"
#include "ui/sagas/CausationTab.h"
#include "ui/sagas/CompareTab.h"
#include "ui/sagas/ConcernMark.h"
#include "ui/sagas/EvidenceText.h"
#include "ui/sagas/NotBegunYet.h"
#include "ui/sagas/SagaListPanel.h"
#include "ui/sagas/SagaPages.h"
#include "ui/sagas/SagaViews.h"
#include "ui/sagas/StepsPanel.h"
#include "ui/sagas/StepsTab.h"
#include "ui/sagas/TimelineTab.h"
#include "ui/sagas/copies/SagaCopies.h"
#include "ui/sagas/definitions/DefinitionsPage.h"
#include "ui/sagas/population/PopulationFeed.h"
#include "ui/sagas/population/PopulationPage.h"
#include "ui/sagas/population/StuckMark.h"
#include "ui/sagas/sequence/SequenceTab.h"
#include "ui/shell/MessageBar.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

ToldSagaPtr nothing(const ViewState& state)
{
    return std::make_shared<const ToldSaga>(ToldSaga{{}, state.snapshot(), {}});
}

/// Of a saga that goes on: until now while it waits, else until its last event.
base::Timestamp lastTime(const saga::Story& story, const session::Snapshot& snapshot)
{
    if (story.state == saga::SagaState::Running && snapshot.takenAt != base::kNoTime)
        return std::max(snapshot.takenAt, story.startedAt);
    base::Timestamp last = story.startedAt;
    for (const saga::StoryEvent& event : story.events)
        last = std::max(last, snapshot.events.row(event.event).time());
    return last;
}

/// The switch knows a view or a page by what its class says of itself.
template <typename View> SagaViews::Entry viewOf(std::function<SagaView*()> make)
{
    return {View::viewName(), &View::viewTitle, std::move(make)};
}

template <typename Page> SagaPages::Entry pageOf(std::function<SagaPage*()> make)
{
    return {Page::pageName(), &Page::pageTitle, std::move(make)};
}

/// The list and the saga that is chosen in it.
class ListPage : public SagaPage
{
public:
    explicit ListPage(QWidget* whole)
    {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(whole);
    }

    [[nodiscard]] static QString pageName() { return QStringLiteral("list"); }
    [[nodiscard]] static QString pageTitle() { return SagasRoom::tr("List"); }
    [[nodiscard]] QString name() const override { return pageName(); }
    [[nodiscard]] QString title() const override { return pageTitle(); }
};

} // namespace

SagasRoom::SagasRoom(ViewState& state, std::shared_ptr<const catalog::Catalog> catalog, DefinitionKeeper* keeper, QWidget* parent)
    : Room(parent), m_state(state), m_catalog(std::move(catalog)), m_keeper(keeper),
      m_population(new PopulationFeed(state, this)), m_pages(new SagaPages), m_told(nothing(state)), m_list(new SagaListPanel(state)), m_views(new SagaViews), m_notBegun(new NotBegunYet(state)),
      m_stateLabel(new StateLabel), m_stuck(new StuckMark(*m_population)), m_concern(new ConcernMark), m_details(new EventDetails(state)),
      m_evidence(new QTextBrowser), m_steps(new StepsPanel(state)), m_messages(new MessageBar),
      m_copies(new SagaCopies(*m_views, *m_messages, this)),
      m_teller([this](ToldSagaPtr told) { show(std::move(told)); })
{
    setObjectName(QStringLiteral("room"));
    setFocusProxy(m_pages);
    setupViews();
    setupEvidence();
    setupLayout();
    connectState();
    retranslate();
}

SagasRoom::~SagasRoom() = default;

void SagasRoom::setupViews()
{
    m_views->setCover(m_notBegun);
    m_views->addBesideTitle(m_stateLabel);
    m_views->addBesideTitle(m_stuck);
    connect(m_concern, &ConcernMark::eventChosen, &m_state, &ViewState::selectEvent);
    m_views->addBesideTitle(m_concern);
    m_population->addReader(m_views);
    m_views->addView(viewOf<TimelineTab>([this] { return new TimelineTab(m_state); }));
    m_views->addView(viewOf<SequenceTab>([this] { return new SequenceTab(m_state); }));
    m_views->addView(viewOf<CausationTab>([this] { return new CausationTab(m_state); }));
    m_views->addView(viewOf<StepsTab>([this] { return makeSteps(); }));
    m_views->addView(viewOf<CompareTab>([this] { return makeComparison(); }));
    setupComparison();
    connect(m_list, &SagaListPanel::widthWanted, this, &SagasRoom::giveListWidth);
    connect(m_list, &SagaListPanel::menuOpened, this, [this](QMenu* menu, const std::vector<base::SagaId>& sagas) {
        m_copies->fill(*menu, m_list->model().snapshot(), sagas);
    });
}

SagaView* SagasRoom::makeSteps()
{
    auto* steps = new StepsTab(m_state);
    m_population->addReader(steps);
    steps->setPopulation(m_population->population());
    connect(m_population, &PopulationFeed::populationChanged, steps, [this, steps] { steps->setPopulation(m_population->population()); });
    connect(steps, &StepsTab::definitionWanted, this, &SagasRoom::openDefinition);
    return steps;
}

SagaView* SagasRoom::makeComparison()
{
    auto* compare = new CompareTab(m_state);
    connect(compare, &CompareTab::closed, m_views, &SagaViews::showPrevious);
    return compare;
}

void SagasRoom::setNotes(NoteBook& notes)
{
    m_list->setNotes(notes);
    connect(m_list, &SagaListPanel::menuOpened, this, [this, &notes](QMenu* menu, const std::vector<base::SagaId>& sagas) {
        menu->addSeparator();
        NoteActions(notes, m_list->model().snapshot(), {sagas.begin(), sagas.end()}).fill(*menu, window());
    });
}

void SagasRoom::setupComparison()
{
    connect(m_list, &SagaListPanel::comparisonChosen, this, [this](base::SagaId left, base::SagaId right) {
        m_pages->showPage(ListPage::pageName());
        m_views->showView(CompareTab::viewName());
        static_cast<CompareTab*>(m_views->current())->pin(left);
        m_state.selectSaga(right.isValid() ? right : left);
    });
    // Two that are selected in the list are what is to be compared.
    connect(m_views, &SagaViews::viewChanged, this, [this] {
        auto* compare = qobject_cast<CompareTab*>(m_views->current());
        const base::SagaId other = compare != nullptr ? m_list->selectedBesideOpen() : base::SagaId();
        if (other.isValid())
            compare->pin(other);
    });
}

void SagasRoom::setupEvidence()
{
    m_evidence->setOpenLinks(false);
    m_evidence->document()->setDocumentMargin(12);
    m_details->addTab(m_evidence, {});
    connect(m_evidence, &QTextBrowser::anchorClicked, this, [this](const QUrl& url) {
        const std::uint32_t number = url.path().toUInt();
        if (url.scheme() == QStringLiteral("saga"))
            m_state.selectSaga(base::SagaId(number));
        else
            m_state.selectEvent(base::EventIndex(number));
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
    right->addWidget(m_views);
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
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::kGap, Theme::kGap, Theme::kGap, Theme::kGap);
    column->setSpacing(Theme::kGap);
    column->addWidget(m_messages);
    column->addWidget(m_pages, 1);
    setupPages();
}

void SagasRoom::setupPages()
{
    connect(m_list, &SagaListPanel::definitionWanted, this, &SagasRoom::openDefinition);
    connect(m_list, &SagaListPanel::proposalWanted, this, &SagasRoom::proposeListed);
    connect(m_pages, &SagaPages::pageMade, this, [this](SagaPage* page) {
        if (m_isRestored)
            restoreSplitters(*page, QSettings());
    });
    m_pages->addPage(pageOf<ListPage>([this] {
        auto* list = new ListPage(m_whole);
        list->setFocusProxy(m_list);
        return list;
    }));
    m_pages->addPage(pageOf<PopulationPage>([this] { return makePopulation(); }));
    m_pages->addPage(pageOf<DefinitionsPage>([this] { return makeDefinitions(); }));
}

PopulationPage* SagasRoom::makePopulation()
{
    auto* population = new PopulationPage(m_state, *m_population);
    connect(population, &PopulationPage::proposalWanted, this, &SagasRoom::propose);
    return population;
}

DefinitionsPage* SagasRoom::makeDefinitions()
{
    m_definitions = new DefinitionsPage(m_state, m_catalog, m_keeper);
    connect(m_definitions, &DefinitionsPage::listedSagasWanted, this, &SagasRoom::proposeListed);
    return m_definitions;
}

DefinitionsPage& SagasRoom::showDefinitions()
{
    m_pages->showPage(DefinitionsPage::pageName());
    return *m_definitions;
}

void SagasRoom::openDefinition(const QString& name)
{
    showDefinitions().open(name.toStdString());
}

void SagasRoom::propose(const session::SnapshotPtr& snapshot, std::vector<base::SagaId> sagas)
{
    showDefinitions().propose(snapshot, std::move(sagas));
}

void SagasRoom::proposeListed()
{
    propose(m_list->model().snapshot(), m_list->model().sagas());
}

bool SagasRoom::canLeave()
{
    return m_definitions == nullptr || m_definitions->canLeave();
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
    if (!m_whole->property("isRestored").toBool())
        giveListWidth(SagaListPanel::kCardsWidth);
    if (!m_below->property("isRestored").toBool())
        m_below->setSizes({m_below->width() * 56 / 100, m_below->width() * 44 / 100});
}

void SagasRoom::giveListWidth(int width)
{
    m_whole->setSizes({width, std::max(0, m_whole->width() - width)});
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
        show(nothing(m_state));
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
    m_details->setTabText(m_evidence, tr("Why here?"));
    m_evidence->setAccessibleName(tr("Why here?"));
    m_copies->retranslate();
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
    if (!m_list->isVisible())
        return m_pages->isSettled();
    return m_list->isSettled() && !m_teller.isBusy() && m_views->isSettled() && m_details->isSettled() && m_told->saga == m_state.selectedSaga();
}

void SagasRoom::save(QSettings& settings) const
{
    m_list->save(settings);
}

void SagasRoom::restore(const QSettings& settings)
{
    m_list->restore(settings);
    m_isRestored = true;
}

bool SagasRoom::isUpToDate() const
{
    const base::SagaId selected = m_state.selectedSaga();
    if (selected != m_told->saga || !selected.isValid())
        return selected == m_told->saga;
    const saga::SagaSummary& now = m_state.snapshot()->sagas.saga(selected);
    const saga::SagaSummary& then = m_told->snapshot->sagas.saga(selected);
    // A running saga waits visibly: told again once a second even when nothing came.
    const bool isWaiting = now.state == saga::SagaState::Running &&
                           m_state.snapshot()->takenAt - m_told->snapshot->takenAt > std::chrono::seconds(1);
    return now.events == then.events && now.state == then.state && now.findingCount == then.findingCount && !isWaiting;
}

void SagasRoom::tellStory()
{
    if (!isVisible() || isUpToDate())
        return;
    const bool isSame = m_state.selectedSaga() == m_told->saga;
    m_teller.start(
        [saga = m_state.selectedSaga(), snapshot = m_state.snapshot()](StopToken) -> ToldSagaPtr {
            ToldSaga told{saga, snapshot, session::storyOf(*snapshot, saga), {}};
            told.findings = review::findingsOf(told.story, snapshot->events);
            return std::make_shared<const ToldSaga>(std::move(told));
        },
        isSame ? LatestWins<ToldSagaPtr>::Running::Keep : LatestWins<ToldSagaPtr>::Running::Discard);
}

void SagasRoom::show(ToldSagaPtr told)
{
    const bool isSame = told->saga == m_told->saga;
    m_told = std::move(told);
    m_views->setSaga(m_told, isSame);
    m_copies->setSaga(m_told);
    m_steps->setSaga(*m_told);
    showHead();
    showEvidence();
}

void SagasRoom::showHead()
{
    const bool hasSaga = m_told->saga.isValid();
    const bool isAhead = !hasSaga && m_notBegun->look();
    m_views->setCovered(isAhead);
    m_stateLabel->setVisible(hasSaga);
    m_stuck->setSaga(m_told->saga);
    m_concern->setFindings(m_told->findings);
    const QString key = hasSaga ? toQString(m_told->story.key) : isAhead ? m_notBegun->key() : QString();
    m_views->setTitle(key.isEmpty() ? tr("Saga") : shortId(key));
    m_views->setToolTip(key);
    if (!hasSaga) {
        m_views->setSubtitle(isAhead ? tr("not begun yet") : tr("choose a saga"));
        return;
    }
    const saga::Story& story = m_told->story;
    m_stateLabel->setState(story.state);
    const base::Timestamp end = story.endedAt == base::kNoTime ? lastTime(story, *m_told->snapshot) : story.endedAt;
    m_views->setSubtitle(QStringLiteral("%1 · %2 · %3 · %4")
                                     .arg(story.definition == nullptr ? tr("no definition") : toQString(story.definition->name),
                                          durationText(end - story.startedAt),
                                          tr("%n event(s)", nullptr, int(story.events.size())), styleLabel(story.style)));
}

void SagasRoom::showEvidence()
{
    const bool canTell = m_told->saga.isValid();
    const QString text = canTell ? evidenceText(m_told->story, m_state.selectedEvent(), *m_told->snapshot) : QString();
    m_evidence->setHtml(text.isEmpty() ? tr("This event belongs to no saga that is shown.").toHtmlEscaped() : text);
}

} // namespace sagascope::ui
