// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include <QActionGroup>
#include <QApplication>
#include <QCloseEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenu>
#include <QSettings>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include "core/session/EventAddress.h"
#include "core/session/Session.h"
#include "ui/captures/CaptureDesk.h"
#include "ui/common/CodeText.h"
#include "ui/common/SplitterPlaces.h"
#include "ui/compose/ComposeRoom.h"
#include "ui/events/EventsRoom.h"
#include "ui/shell/ConnectionChip.h"
#include "ui/shell/HelpPanel.h"
#include "ui/shell/Language.h"
#include "ui/shell/LiveButton.h"
#include "ui/shell/Look.h"
#include "ui/shell/MessageBar.h"
#include "ui/shell/Rail.h"
#include "ui/shell/SearchField.h"
#include "ui/shell/StatusLine.h"
#include "ui/shell/ThroughputBrush.h"
#include "ui/shell/TimeBar.h"
#include "ui/shell/TopBar.h"
#include "ui/shell/TransportButton.h"

namespace sagascope::ui {

MainWindow::MainWindow(SessionHost& host, QWidget* parent)
    : QMainWindow(parent), m_host(host), m_keeper(host, [this](const auto& catalog) { setCatalog(catalog); }), m_playback(m_state), m_link(m_state), m_switch(host, m_link), m_connector(host.profiles(), this),
      m_rooms(m_state, [&host] { return host.catalog(); }, &m_keeper), m_topBar(new TopBar(m_state)), m_rail(new Rail(m_rooms)),
      m_stack(new QStackedWidget), m_messages(new MessageBar), m_help(new HelpPanel),
      m_captures(new CaptureDesk(m_state, m_link, *m_messages, this)), m_sagaFinder([this](const ExactMatch& match) {
          if (!match.saga.isValid())
              return openLink(m_otherwise);
          m_state.selectSaga(match.saga);
          showRoom(QStringLiteral("sagas"));
      }),
      m_menu(new QMenu(this)),
      m_languageMenu(new QMenu(this))
{
    setObjectName(QStringLiteral("main"));
    resize(1280, 800);
    // English needs its translation, too: that is where its plurals are.
    if (Language::current().name().isEmpty())
        Language::current().apply({});
    m_stack->setObjectName(QStringLiteral("rooms"));
    setupLayout();
    setupMenu();
    connect(&m_rooms, &Rooms::roomMade, this, [this](Room* room) { furnish(*room); });
    connectSession();
    connectState();
    connectClock();
    connectCaptures();
    retranslate();
    // An id from the clipboard is what people come with.
    m_topBar->search()->setFocus();
}

MainWindow::~MainWindow() = default;

/// Gives a room that has just been made what the others were given since the window began.
void MainWindow::furnish(Room& room)
{
    room.layout()->setContentsMargins(Theme::kGap, Theme::kGap, Theme::kGap, Theme::kGap);
    m_stack->addWidget(&room);
    m_help->standLast();
    room.setNotes(m_captures->notes());
    if (m_isRestored) {
        const QSettings settings;
        room.restore(settings);
        restoreSplitters(room, settings);
    }
    if (m_link.started().session)
        room.attach(m_link.started());
}

void MainWindow::setupLayout()
{
    auto* messageMargin = new QWidget;
    auto* messageColumn = new QVBoxLayout(messageMargin);
    messageColumn->setContentsMargins(Theme::kGap, 0, Theme::kGap, 0);
    messageColumn->addWidget(m_messages);
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("help"));
    splitter->addWidget(m_stack);
    splitter->addWidget(m_help);
    splitter->setStretchFactor(0, 1);
    splitter->setChildrenCollapsible(false);
    m_help->hide();

    auto* right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    right->addWidget(messageMargin);
    right->addWidget(splitter, 1);
    auto* middle = new QHBoxLayout;
    middle->setContentsMargins(0, 0, 0, 0);
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(right, 1);
    auto* whole = new QWidget;
    auto* column = new QVBoxLayout(whole);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_topBar);
    column->addWidget(new TimeBar(m_state, m_playback));
    column->addLayout(middle, 1);
    auto* status = new StatusLine(m_state, m_watch);
    connect(&m_captures->saver(), &CaptureSaver::saved, status, &StatusLine::noteSaved);
    column->addWidget(status);
    setCentralWidget(whole);
}

void MainWindow::setupMenu()
{
    setupSourceActions();
    m_menu->addSeparator();
    setupClockActions();
    m_menu->addSeparator();
    setupLookActions();
    m_menu->addSeparator();
    m_helpAction = m_menu->addAction(QString(), Qt::Key_F1, this, &MainWindow::toggleHelp);
    m_menu->addSeparator();
    m_quit = m_menu->addAction(QString(), QKeySequence::Quit, this, &QWidget::close);
    // Shortcuts of actions work only where the action is part of a visible widget.
    addActions(m_menu->actions());
    m_topBar->setMenu(m_menu);
    auto* openMenu = new QShortcut(Qt::Key_F10, this);
    connect(openMenu, &QShortcut::activated, this, [this] { m_menu->popup(mapToGlobal(QPoint(8, 44))); });
}

void MainWindow::setupSourceActions()
{
    m_connect = m_menu->addAction(QString(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this, [this] { m_connector.openDialog(); });
    m_open = m_menu->addAction(QString(), QKeySequence::Open, this, &MainWindow::openFile);
    m_captures->addFileActions(*m_menu);
    m_demo = m_menu->addAction(QString(), QKeySequence(Qt::CTRL | Qt::Key_D), this, &MainWindow::startDemo);
    m_menu->addSeparator();
    m_goTo = m_menu->addAction(QString(), QKeySequence(Qt::CTRL | Qt::Key_G), this, [this] { showEvents().askWhereToGo(); });
    m_captures->addNoteActions(*m_menu);
}

void MainWindow::setupClockActions()
{
    m_play = m_menu->addAction(QString(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Space), this,
                               [this] { m_playback.setPlaying(!m_playback.isPlaying()); });
    const auto on = [this](const QKeySequence& key, auto action) {
        auto* shortcut = new QShortcut(key, this);
        connect(shortcut, &QShortcut::activated, &m_playback, action);
        connect(shortcut, &QShortcut::activatedAmbiguously, &m_playback, action);
        return shortcut;
    };
    using Among = Playback::Among;
    on(Qt::Key_Comma, [this] { m_playback.step(-1, Among::Saga); });
    on(Qt::Key_Period, [this] { m_playback.step(1, Among::Saga); });
    on(Qt::Key_Less, [this] { m_playback.step(-1, Among::Everything); });
    on(Qt::Key_Greater, [this] { m_playback.step(1, Among::Everything); });
    on(QKeySequence(Qt::ALT | Qt::Key_Home), [this] { m_playback.goToStart(); });
    on(QKeySequence(Qt::ALT | Qt::Key_End), [this] { m_playback.goToEnd(); });
    m_toLive = on(Qt::Key_Escape, [this] { m_state.setAsOf({}); });
    m_toLive->setEnabled(false); // live, Escape belongs to whatever has the focus
}

void MainWindow::setupLookActions()
{
    m_theme = m_menu->addAction(QString(), QKeySequence(Qt::CTRL | Qt::Key_T), this, [this] {
        setTheme(Theme::current().kind() == ThemeKind::Dark ? ThemeKind::Light : ThemeKind::Dark);
        Look::remember(Theme::current().kind());
    });
    m_utc = m_menu->addAction(QString(), QKeySequence(Qt::CTRL | Qt::Key_U), this, [this](bool isUtc) { m_state.setUtc(isUtc); });
    m_utc->setCheckable(true);
    m_menu->addMenu(m_languageMenu);
    auto* group = new QActionGroup(this);
    const std::vector<std::pair<QString, QString>> languages{{QStringLiteral("en"), QStringLiteral("English")},
                                                             {QStringLiteral("fr"), QStringLiteral("Français")}};
    for (const auto& [code, name] : languages) {
        QAction* action = m_languageMenu->addAction(name, this, [this, code = code] {
            setLanguage(code);
            Look::remember(code);
        });
        action->setCheckable(true);
        action->setData(code);
        action->setChecked(code == Language::current().name());
        group->addAction(action);
    }
}

void MainWindow::connectSession()
{
    connect(&m_switch, &SourceSwitch::starting, m_topBar->connection(), &ConnectionChip::setStarting);
    connect(&m_switch, &SourceSwitch::started, m_topBar->connection(), &ConnectionChip::setStarted);
    connect(&m_switch, &SourceSwitch::failed, m_topBar->connection(), &ConnectionChip::setStarted);
    connect(&m_switch, &SourceSwitch::failed, this, &MainWindow::tellFailure);
    connect(&m_switch, &SourceSwitch::started, this, [this] {
        m_messages->clear();
        m_topBar->connection()->setProfile(m_link.started().profile);
        m_topBar->connection()->setRedaction(toQString(m_link.started().annex.redaction));
        m_captures->noteStarted();
        for (Room* room : m_rooms.made())
            room->attach(m_link.started());
        if (const auto catalog = m_host.catalog()) // it may have changed while the session was starting
            m_link.setCatalog(catalog);
        tellDefinitionFaults();
    });
    connect(&m_link, &SessionLink::failed, this, &MainWindow::tellFailure);
    connect(&m_connector, &ProfileConnector::wanted, this, [this](const kafka::Profile& profile, const profile::Scope& scope) {
        start(KafkaRequest{profile, scope});
    });
    connect(&m_connector, &ProfileConnector::secretUnkept, this, &MainWindow::tellSecretUnkept);
    connect(m_topBar->connection(), &ConnectionChip::connectWanted, this, [this] { m_connector.openDialog(); });
    connect(&m_link, &SessionLink::pausedChanged, this, [this] { m_topBar->live()->setPaused(m_link.isPaused()); });
    connect(m_topBar->live(), &QAbstractButton::clicked, this, [this] { m_link.setPaused(!m_link.isPaused()); });
}

void MainWindow::connectState()
{
    connect(m_rail, &Rail::roomChosen, this, qOverload<int>(&MainWindow::showRoom));
    connect(&m_state, &ViewState::roomRequested, this, [this](const QString& name) {
        if (const int room = m_rooms.indexOf(name); room >= 0)
            m_rooms.at(room).cameFromElsewhere();
        showRoom(name);
    });
    connect(&m_state, &ViewState::replyRequested, this, [this](base::EventIndex event) {
        showRoom(ComposeRoom::roomName());
        findChild<ComposeRoom*>()->replyTo(event);
    });
    connect(&m_state, &ViewState::timeFormatChanged, this, [this] { m_utc->setChecked(m_state.isUtc()); });
    // What was searched for is looked through next, with the arrow keys.
    connect(m_topBar->search(), &SearchField::accepted, this, [this] { currentRoom()->setFocus(Qt::ShortcutFocusReason); });
    connect(m_topBar->search(), &SearchField::nothingFound, this, &MainWindow::tellNothingFound);
}

void MainWindow::connectClock()
{
    const auto toggle = [this] { m_playback.setPlaying(!m_playback.isPlaying()); };
    connect(m_topBar->play(), &QAbstractButton::clicked, &m_playback, toggle);
    connect(m_topBar->brush(), &ThroughputBrush::playToggled, &m_playback, toggle);
    connect(&m_playback, &Playback::changed, this, &MainWindow::retranslate);
    connect(&m_state, &ViewState::asOfChanged, this, [this] { m_toLive->setEnabled(m_state.asOf().has_value()); });
}

void MainWindow::connectCaptures()
{
    m_captures->setSubject([this]() -> std::optional<NoteSubject> {
        const base::EventIndex event = m_state.selectedEvent();
        const base::SagaId saga = m_state.selectedSaga();
        if (event.isValid() && (currentRoom()->name() == QStringLiteral("events") || !saga.isValid()))
            return event;
        return saga.isValid() ? std::optional<NoteSubject>(saga) : std::nullopt;
    });
    connect(m_captures, &CaptureDesk::fileWanted, this, [this](const QString& path) { start(FileRequest{path.toStdString()}); });
    connect(m_captures, &CaptureDesk::eventWanted, this, &MainWindow::openLink);
    connect(m_captures, &CaptureDesk::sagaWanted, this, &MainWindow::goToSaga);
}

/// By its key, or, where that has changed, by its first event.
void MainWindow::goToSaga(const capture::Note& note)
{
    m_otherwise = toQString(session::coordinatesText({note.topic, note.partition, note.offset, {}}));
    m_sagaFinder.start([snapshot = m_state.snapshot(), key = note.saga](StopToken) { return findExact(*snapshot, key); });
}

void MainWindow::start(const SourceRequest& request)
{
    if (m_captures->canLeave([this, request] { m_switch.start(request); }))
        m_switch.start(request);
}

void MainWindow::attach(StartedSession session)
{
    m_link.attach(std::move(session));
    Q_EMIT m_switch.started();
}

void MainWindow::setCatalog(const std::shared_ptr<const catalog::Catalog>& catalog)
{
    m_host.setCatalog(catalog);
    m_link.setCatalog(catalog);
}

void MainWindow::tellDefinitionFaults()
{
    if (m_definitionFaults.isEmpty())
        return;
    const QStringList faults = std::exchange(m_definitionFaults, {});
    m_messages->tell(MessageBar::Kind::Warning,
                     tr("%n of your saga definitions can't be read and is left out. %1", nullptr, int(faults.size())).arg(faults.front()),
                     {}, faults.join(u'\n'));
}

void MainWindow::showRoom(int room)
{
    if (room < 0 || room >= m_rooms.count())
        return;
    bringForward(room);
    currentRoom()->setFocus();
}

void MainWindow::bringForward(int room)
{
    m_stack->setCurrentWidget(&m_rooms.at(room));
    m_rail->setCurrent(room);
    m_help->setRoom(m_rooms.name(room));
}

void MainWindow::showRoom(const QString& name)
{
    showRoom(m_rooms.indexOf(name));
}

/// Not before it is known which room the person left: the others can wait until they are chosen.
void MainWindow::setVisible(bool isVisible)
{
    if (isVisible && currentRoom() == nullptr)
        bringForward(0);
    QMainWindow::setVisible(isVisible);
}

EventsRoom& MainWindow::showEvents()
{
    showRoom(EventsRoom::roomName());
    return *findChild<EventsRoom*>();
}

void MainWindow::openLink(const QString& link)
{
    showEvents().goTo(link);
}

Room* MainWindow::currentRoom() const
{
    return static_cast<Room*>(m_stack->currentWidget());
}

bool MainWindow::isSettled() const
{
    return currentRoom() != nullptr && currentRoom()->isSettled() && m_topBar->brush()->isSettled();
}

void MainWindow::setTheme(ThemeKind kind)
{
    Theme::current().apply(*qApp, kind);
    retranslate();
}

void MainWindow::setLanguage(const QString& name)
{
    Language::current().apply(name);
    for (QAction* action : m_languageMenu->actions())
        action->setChecked(action->data().toString() == Language::current().name());
}

void MainWindow::changeEvent(QEvent* event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate()
{
    setWindowTitle(QStringLiteral("Sagascope"));
    m_connect->setText(tr("&Connect to Kafka…"));
    m_open->setText(tr("&Open a file…"));
    m_demo->setText(tr("Start &demo"));
    m_goTo->setText(tr("&Go to event…"));
    m_theme->setText(Theme::current().kind() == ThemeKind::Dark ? tr("&Light theme") : tr("&Dark theme"));
    m_utc->setText(tr("Times in &UTC"));
    m_languageMenu->setTitle(tr("Lan&guage"));
    m_play->setText(m_playback.isPlaying() ? tr("&Pause the play") : tr("&Play what happened"));
    m_captures->retranslate();
    m_helpAction->setText(tr("&Help for this room"));
    m_quit->setText(tr("&Quit"));
}

void MainWindow::tellSecretUnkept(const QString& profile)
{
    m_messages->tell(MessageBar::Kind::Notice,
                     tr("This system has no keychain to use, so the password of “%1” is known for this run only.").arg(profile));
}

void MainWindow::openFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a capture or JSON lines"), QString(),
                                                      tr("Captures and JSON lines (*.sagascope *.jsonl *.ndjson *.json);;All files (*)"));
    if (!file.isEmpty())
        start(FileRequest{file.toStdString()});
}

void MainWindow::startDemo()
{
    start(DemoRequest{});
}

void MainWindow::toggleHelp()
{
    m_help->setVisible(!m_help->isVisible());
}

void MainWindow::tellFailure(const base::Error& error)
{
    std::vector<MessageBar::Fix> fixes;
    if (m_switch.canRestart())
        fixes.push_back({tr("Try again"), [this] { m_switch.restart(); }});
    const QString cluster = m_switch.clusterName();
    if (cluster.isEmpty())
        fixes.push_back({tr("Connect…"), [this] { m_connector.openDialog(); }});
    else
        fixes.push_back({tr("Find out why…"), [this, cluster] { m_connector.openTest(cluster); }});
    m_messages->tell(MessageBar::Kind::Error, errorSentence(error), fixes, toQString(error.text()));
}

void MainWindow::tellNothingFound(const QString& text)
{
    m_messages->tell(MessageBar::Kind::Notice,
                     tr("No saga and no event has exactly the id “%1”. The rooms show what contains it.").arg(text),
                     {{tr("Clear the search"), [this] { m_state.setSearchText({}); }}});
}

void MainWindow::restore()
{
    const QSettings settings;
    restoreGeometry(settings.value(QStringLiteral("window/geometry")).toByteArray());
    for (Room* room : m_rooms.made())
        room->restore(settings);
    restoreSplitters(*this, settings);
    m_isRestored = true;
    m_state.setUtc(settings.value(QStringLiteral("window/utc"), false).toBool());
    showRoom(settings.value(QStringLiteral("window/room")).toString());
    m_topBar->search()->setFocus();
}

void MainWindow::save() const
{
    QSettings settings;
    settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    if (currentRoom() != nullptr)
        settings.setValue(QStringLiteral("window/room"), currentRoom()->name());
    settings.setValue(QStringLiteral("window/utc"), m_state.isUtc());
    saveSplitters(*this, settings);
    for (const Room* room : m_rooms.made())
        room->save(settings);
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    for (Room* room : m_rooms.made())
        if (!room->canLeave()) {
            showRoom(room->name());
            event->ignore();
            return;
        }
    if (!m_captures->canLeave([this] { close(); }, true)) {
        event->ignore();
        return;
    }
    save();
    event->accept();
}

} // namespace sagascope::ui
