// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMainWindow>
#include <QStringList>

#include <memory>
#include <utility>
#include <vector>

#include "ui/common/LatestWins.h"
#include "ui/connect/ProfileConnector.h"
#include "ui/shell/ExactMatch.h"
#include "ui/shell/EventLoopWatch.h"
#include "ui/shell/HostKeeper.h"
#include "ui/shell/Rooms.h"
#include "ui/shell/SessionLink.h"
#include "ui/shell/SourceSwitch.h"
#include "ui/state/Playback.h"
#include "ui/state/ViewState.h"
#include "ui/theme/Theme.h"

class QActionGroup;
class QMenu;
class QShortcut;
class QSplitter;
class QStackedWidget;

namespace sagascope::ui {

class CaptureDesk;
class EventsRoom;
class HelpPanel;
class MessageBar;
class Rail;
class Room;
class StatusLine;
class TopBar;

/// The window: puts its parts together and connects them; each part does its own work. GUI thread. The host must
/// outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(SessionHost& host, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Starts reading from another source; what it shows now stays until the new one stands.
    void start(const SourceRequest& request);
    /// Reads from a saved cluster; asks for its secrets where nobody knows them.
    void connectTo(const profile::ClusterProfile& profile) { m_connector.connectTo(profile); }
    /// Shows an already running session (screenshots, tests).
    void attach(StartedSession session);
    /// The running session and all later ones tell their traffic by this catalog.
    void setCatalog(const std::shared_ptr<const catalog::Catalog>& catalog);
    /// Says which files of a person's definitions were left out, once the window reads something: one line each.
    void setDefinitionFaults(QStringList faults) { m_definitionFaults = std::move(faults); }

    void showRoom(int room);
    void showRoom(const QString& name);
    /// Selects the event that a link names, at once or as soon as it has been read.
    void openLink(const QString& link);
    /// Every room; those that nobody has been in yet are made now.
    [[nodiscard]] std::vector<Room*> rooms() { return m_rooms.all(); }
    [[nodiscard]] Room* currentRoom() const; ///< null until the window is shown, restored or sent into one
    [[nodiscard]] ViewState& state() { return m_state; }
    [[nodiscard]] Playback& playback() { return m_playback; }
    [[nodiscard]] EventLoopWatch& watch() { return m_watch; }
    [[nodiscard]] SourceSwitch& sources() { return m_switch; }
    [[nodiscard]] CaptureDesk& captures() { return *m_captures; }
    [[nodiscard]] bool isSettled() const;

    /// Layout, room and time zone as left last time. Theme and language belong to the program and stand before the window
    /// (see Look).
    void restore();
    void setTheme(ThemeKind kind);
    void setLanguage(const QString& name);
    void setVisible(bool isVisible) override;

protected:
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void furnish(Room& room);
    void bringForward(int room);
    void setupLayout();
    void setupMenu();
    void setupSourceActions();
    void setupClockActions();
    void setupLookActions();
    void connectSession();
    void connectState();
    void connectClock();
    void connectCaptures();
    void goToSaga(const capture::Note& note);
    void retranslate();
    void save() const;
    void tellSecretUnkept(const QString& profile);
    void openFile();
    void startDemo();
    [[nodiscard]] EventsRoom& showEvents();
    void toggleHelp();
    void tellFailure(const base::Error& error);
    void tellNothingFound(const QString& text);
    void tellDefinitionFaults();

    SessionHost& m_host;
    HostKeeper m_keeper;
    ViewState m_state;
    Playback m_playback;
    EventLoopWatch m_watch;
    SessionLink m_link;
    SourceSwitch m_switch;
    ProfileConnector m_connector;
    Rooms m_rooms;
    TopBar* m_topBar;
    Rail* m_rail;
    QStackedWidget* m_stack;
    MessageBar* m_messages;
    HelpPanel* m_help;
    CaptureDesk* m_captures;
    LatestWins<ExactMatch> m_sagaFinder;
    QString m_otherwise; ///< where to go when the saga that is looked for has another name
    QMenu* m_menu;
    QMenu* m_languageMenu;
    QAction* m_connect;
    QAction* m_open;
    QAction* m_demo;
    QAction* m_goTo;
    QAction* m_play;
    QShortcut* m_toLive;
    QAction* m_theme;
    QAction* m_utc;
    QAction* m_helpAction;
    QAction* m_quit;
    QStringList m_definitionFaults; ///< not told yet
    bool m_isRestored = false;      ///< rooms that are made from now on are as they were left, too
};

} // namespace sagascope::ui
