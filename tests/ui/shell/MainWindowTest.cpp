// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/MainWindow.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QCoroTask>
#include <QCoroTimer>
#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QProxyStyle>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSplitter>
#include <QTest>
#include <QToolButton>

#include <gtest/gtest.h>

#include "core/session/Session.h"
#include "tests/ui/StagedSession.h"
#include "tests/ui/support/OwnSettings.h"
#include "ui/compose/ComposeRoom.h"
#include "ui/events/GoToDialog.h"
#include "ui/sagas/SagaListView.h"
#include "ui/sagas/SagaPages.h"
#include "ui/shell/ConnectionChip.h"
#include "ui/shell/ExactMatch.h"
#include "ui/shell/HelpPanel.h"
#include "ui/shell/Language.h"
#include "ui/shell/Look.h"
#include "ui/shell/MessageBar.h"
#include "ui/shell/Room.h"
#include "ui/shell/Screenshots.h"
#include "ui/shell/SearchField.h"

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;
constexpr int kPatienceMs = 30'000; ///< for what must happen; only a failing test waits that long

/// Gives a staged session for the demo, and refuses everything else.
class StagedHost : public SessionHost
{
public:
    QCoro::Task<base::Result<StartedSession>> start(SourceRequest request) override
    {
        co_await QCoro::sleepFor(1ms);
        ++m_asked;
        if (!std::holds_alternative<DemoRequest>(request))
            co_return base::Error{base::ErrorCode::Unreachable, "broker-1:9092", "connection refused"};
        StartedSession started;
        started.session = test::stagedSession(30);
        co_return started;
    }

    [[nodiscard]] int asked() const { return m_asked; }

private:
    int m_asked = 0;
};

struct MainWindowTest : testing::Test
{
    test::OwnSettings settings;
    StagedHost host;
    MainWindow window{host};

    void SetUp() override
    {
        Language::current().apply(QStringLiteral("en"));
        window.setTheme(ThemeKind::Dark);
        window.resize(1280, 800);
        window.show();
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    }
    void TearDown() override { Language::current().apply(QStringLiteral("en")); }

    void startDemo()
    {
        window.start(DemoRequest{});
        ASSERT_TRUE(QTest::qWaitFor([&] { return window.state().snapshot()->counts.events > 0; }, kPatienceMs));
    }

    bool settle()
    {
        return QTest::qWaitFor([&] { return window.isSettled(); }, kPatienceMs);
    }
};

TEST_F(MainWindowTest, OpensEveryRoomWithoutASession)
{
    for (int room = 0; room < int(window.rooms().size()); ++room) {
        window.showRoom(room);
        EXPECT_TRUE(window.rooms()[std::size_t(room)]->isVisible());
        EXPECT_FALSE(window.grab().isNull());
    }
}

TEST_F(MainWindowTest, OpensEveryRoomWithASession)
{
    startDemo();
    for (int room = 0; room < int(window.rooms().size()); ++room) {
        window.showRoom(room);
        EXPECT_TRUE(settle()) << window.currentRoom()->name().toStdString();
        EXPECT_FALSE(window.grab().isNull());
    }
}

TEST_F(MainWindowTest, MakesARoomWhenItIsFirstAskedFor)
{
    const auto made = [this] { return window.findChildren<Room*>().size(); };
    EXPECT_EQ(made(), 1) << "a start shows one room";
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    EXPECT_EQ(window.currentRoom()->name(), QStringLiteral("metrics"));
    EXPECT_TRUE(window.currentRoom()->isVisible());
    EXPECT_EQ(made(), 2);
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    QTest::keyClick(&window, Qt::Key_4, Qt::ControlModifier);
    EXPECT_EQ(made(), 2) << "once";
    QWidget* last = window.previousInFocusChain();
    while (last->focusPolicy() == Qt::NoFocus)
        last = last->previousInFocusChain();
    EXPECT_TRUE(window.findChild<HelpPanel*>()->isAncestorOf(last)) << "Tab leads through the rooms first";
}

TEST_F(MainWindowTest, AReplyOpensComposeThoughNobodyHasBeenThere)
{
    startDemo();
    Q_EMIT window.state().replyRequested(base::EventIndex(0));
    EXPECT_EQ(window.currentRoom()->name(), QStringLiteral("compose"));
    const auto& room = *window.findChild<ComposeRoom*>();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !room.draft().causationId.empty(); }, kPatienceMs));
}

TEST_F(MainWindowTest, WhatIsMadeLaterIsAsItWasLeft)
{
    const auto visit = [](MainWindow& visited) {
        visited.restore();
        visited.show();
        visited.showRoom(QStringLiteral("compose"));
        visited.showRoom(QStringLiteral("sagas"));
        visited.findChild<SagaPages*>()->showPage(QStringLiteral("definitions"));
        visited.findChild<SagaPages*>()->showPage(QStringLiteral("list"));
        visited.showRoom(QStringLiteral("events"));
    };
    visit(window);
    window.close();
    MainWindow next(host);
    visit(next);
    EXPECT_EQ(next.currentRoom()->name(), QStringLiteral("events"));
    for (const QSplitter* splitter : next.findChildren<QSplitter*>()) {
        if (!splitter->objectName().isEmpty()) {
            EXPECT_TRUE(splitter->property("isRestored").toBool()) << splitter->objectName().toStdString();
        }
    }
}

TEST_F(MainWindowTest, BeginsInTheRoomThatWasLeftAndMakesNoOther)
{
    window.showRoom(QStringLiteral("consumers"));
    window.close();
    MainWindow next(host);
    next.restore();
    next.show();
    ASSERT_EQ(next.findChildren<Room*>().size(), 1);
    EXPECT_EQ(next.currentRoom()->name(), QStringLiteral("consumers"));
    EXPECT_TRUE(next.currentRoom()->isVisible());
}

TEST_F(MainWindowTest, ControlGAsksForAnEventFromEveryRoom)
{
    QTest::keyClick(&window, Qt::Key_G, Qt::ControlModifier);
    const auto* dialog = window.findChild<GoToDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    EXPECT_EQ(window.currentRoom()->name(), QStringLiteral("events"));
}

TEST_F(MainWindowTest, FitsASmallScreenHoweverMuchThereIsToSay)
{
    startDemo();
    ASSERT_TRUE(settle());
    // Each page has its own width to ask for once it is made, and the first one another when it comes back.
    for (const QString& page : {QStringLiteral("population"), QStringLiteral("definitions"), QStringLiteral("list")})
        window.findChild<SagaPages*>()->showPage(page);
    ASSERT_TRUE(settle());
    for (const Room* room : window.rooms())
        EXPECT_LE(room->minimumSizeHint().width(), 864) << room->name().toStdString();
    EXPECT_LE(window.minimumSizeHint().width(), 1024);
    EXPECT_LE(window.minimumSizeHint().height(), 700);
}

TEST_F(MainWindowTest, HelpStandsBesideEveryRoomOfAWindowOf1280)
{
    startDemo();
    window.state().selectEvent(base::EventIndex(0)); // whose details want room, too
    QTest::keyClick(&window, Qt::Key_F1);
    ASSERT_TRUE(window.findChild<HelpPanel*>()->isVisible());
    for (const char* language : {"en", "fr"}) {
        window.setLanguage(QString::fromLatin1(language));
        for (const char* room : {"sagas", "events", "topology", "metrics", "consumers", "compose"}) {
            window.showRoom(QString::fromLatin1(room));
            ASSERT_TRUE(settle());
            EXPECT_LE(window.minimumSizeHint().width(), 1278) << room << " in " << language;
        }
    }
}

TEST_F(MainWindowTest, ASourceWithALongNameLeavesRoomForAQuery)
{
    startDemo();
    ASSERT_TRUE(settle());
    window.setLanguage(QStringLiteral("fr"));
    window.findChild<ConnectionChip*>()->setStarting(QStringLiteral("a-recording-of-friday.jsonl"));
    const auto* field = window.findChild<SearchField*>();
    EXPECT_TRUE(QTest::qWaitFor([&] { return field->width() >= 240; }, 10'000)) << field->width();
    EXPECT_EQ(window.width(), 1280);
}

TEST_F(MainWindowTest, KeepsTheLookThatWasChosenAndNotThatOfASingleRun)
{
    Look{ThemeKind::Light, QStringLiteral("fr")}.putOn(*qApp); // as the command line does
    window.close();
    EXPECT_EQ(Look::remembered().theme, ThemeKind::Dark);
    EXPECT_EQ(Look::remembered().language, QString());
    window.show();
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier);
    EXPECT_EQ(Theme::current().kind(), ThemeKind::Dark);
    QTest::keyClick(&window, Qt::Key_T, Qt::ControlModifier);
    EXPECT_EQ(Look::remembered().theme, ThemeKind::Light);
    EXPECT_EQ(Look::remembered().language, QString()) << "nobody chose that one";
    for (QAction* action : window.findChildren<QAction*>())
        if (action->text() == QStringLiteral("English"))
            action->trigger();
    EXPECT_EQ(Look::remembered().language, QStringLiteral("en"));
}

/// As on a desktop that puts pictures on the buttons of dialogs.
class PicturesqueStyle : public QProxyStyle
{
public:
    PicturesqueStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* answer) const override
    {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 1 : QProxyStyle::styleHint(hint, option, widget, answer);
    }
};

TEST_F(MainWindowTest, MixesNoPicturesOfTheDesktopWithItsOwn)
{
    QApplication::setStyle(new PicturesqueStyle);
    const QDialogButtonBox buttons(QDialogButtonBox::Ok | QDialogButtonBox::Cancel | QDialogButtonBox::Close | QDialogButtonBox::Save);
    for (const QAbstractButton* button : buttons.buttons())
        EXPECT_TRUE(button->icon().isNull()) << button->text().toStdString();
    QApplication::setStyle(QStringLiteral("Fusion"));
}

TEST_F(MainWindowTest, ThePicturesInTheSearchFieldStandInItsMiddle)
{
    auto* field = window.findChild<SearchField*>();
    field->setText(QStringLiteral("x"));
    const auto pictures = field->findChildren<QToolButton*>();
    ASSERT_EQ(pictures.size(), 2);
    for (const QToolButton* picture : pictures)
        EXPECT_LE(std::abs(picture->geometry().center().y() - field->rect().center().y()), 1) << picture->height();
}

TEST_F(MainWindowTest, AProductionClusterIsKnownByItsChip)
{
    StartedSession started;
    started.session = test::stagedSession(30);
    started.profile.emplace();
    started.profile->environment = kafka::Environment::Production;
    started.profile->isReadOnly = true;
    window.setLanguage(QStringLiteral("fr"));
    window.attach(std::move(started));
    auto* chip = window.findChild<ConnectionChip*>();
    EXPECT_TRUE(chip->accessibleName().contains(QStringLiteral("production"))) << chip->accessibleName().toStdString();
}

TEST_F(MainWindowTest, EverythingThatTakesTheFocusHasANameForEars)
{
    startDemo();
    for (int room = 0; room < int(window.rooms().size()); ++room) {
        window.showRoom(room);
        ASSERT_TRUE(settle());
        for (QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible() || !widget->isEnabled() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr)
                continue;
            QAccessibleInterface* told = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(told, nullptr);
            EXPECT_FALSE(told->text(QAccessible::Name).isEmpty())
                << window.currentRoom()->name().toStdString() << ": " << widget->metaObject()->className() << " "
                << widget->objectName().toStdString() << " in " << widget->parentWidget()->metaObject()->className();
        }
    }
}

TEST_F(MainWindowTest, ChoosesARoomByItsKey)
{
    QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
    EXPECT_EQ(window.currentRoom(), window.rooms()[1]);
    QTest::keyClick(&window, Qt::Key_1, Qt::ControlModifier);
    EXPECT_EQ(window.currentRoom(), window.rooms()[0]);
}

TEST_F(MainWindowTest, EnterInTheSearchLeadsIntoTheListThatItFiltered)
{
    startDemo();
    ASSERT_TRUE(settle());
    auto* field = window.findChild<SearchField*>();
    field->setFocus();
    QTest::keyClicks(field, QStringLiteral("type:payment.failed"));
    QTest::keyClick(field, Qt::Key_Return);
    auto* list = window.findChild<SagaListView*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return list->hasFocus(); }, kPatienceMs));
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.state().searchText() == QStringLiteral("type:payment.failed"); }, kPatienceMs));
    ASSERT_TRUE(QTest::qWaitFor([&] { return list->model()->rowCount() > 0 && list->model()->rowCount() < 20; }, kPatienceMs));
    QTest::keyClick(list, Qt::Key_Home);
    EXPECT_EQ(list->currentIndex().row(), 0);
}

TEST_F(MainWindowTest, SaysWhatFailedAndOffersTheFix)
{
    KafkaRequest request;
    request.profile.bootstrap = "broker-1:9092";
    window.start(request);
    const auto* bar = window.findChild<MessageBar*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar->isVisible(); }, kPatienceMs));
    EXPECT_TRUE(bar->accessibleName().contains(QStringLiteral("broker-1:9092")));
    auto* again = bar->findChild<QPushButton*>();
    ASSERT_NE(again, nullptr);
    again->click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return host.asked() == 2; }, kPatienceMs));
}

TEST_F(MainWindowTest, KeepsTheRunningSessionWhenTheNextSourceFails)
{
    startDemo();
    const auto events = window.state().snapshot()->counts.events;
    window.start(FileRequest{"nowhere.jsonl"});
    const auto* chip = window.findChild<ConnectionChip*>();
    Q_EMIT window.state().liveChanged(); // the old session goes on reading meanwhile
    EXPECT_EQ(chip->words(), QStringLiteral("nowhere.jsonl · connecting…"));
    const auto* bar = window.findChild<MessageBar*>();
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar->isVisible(); }, kPatienceMs));
    EXPECT_EQ(window.state().snapshot()->counts.events, events);
    EXPECT_FALSE(chip->words().contains(QStringLiteral("connecting"))) << chip->words().toStdString();
}

TEST_F(MainWindowTest, ForgetsTheSelectionWhenTheSourceChanges)
{
    startDemo();
    ASSERT_TRUE(QTest::qWaitFor([&] { return window.state().selectedSaga().isValid(); }, kPatienceMs))
        << "the newest saga is selected by itself";
    QSignalSpy replaced(&window.state(), &ViewState::sessionReplaced);
    window.start(DemoRequest{});
    ASSERT_TRUE(QTest::qWaitFor([&] { return replaced.count() == 1; }, kPatienceMs));
    EXPECT_TRUE(settle());
}

TEST_F(MainWindowTest, JumpsToTheSagaOfAnExactId)
{
    startDemo();
    ASSERT_TRUE(settle());
    const auto& snapshot = *window.state().snapshot();
    const base::SagaId wanted = tellingSaga(snapshot);
    auto* field = window.findChild<SearchField*>();
    field->setText(QString::fromStdString(std::string(snapshot.sagas.saga(wanted).key)));
    QTest::keyClick(field, Qt::Key_Return);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.state().selectedSaga() == wanted; }, kPatienceMs));
}

TEST_F(MainWindowTest, SpeaksTheOtherLanguageAtOnce)
{
    const auto hasText = [&](const QString& text) {
        for (const QAbstractButton* button : window.findChildren<QAbstractButton*>())
            if (button->text() == text)
                return true;
        return false;
    };
    ASSERT_TRUE(hasText(QStringLiteral("completed")));
    window.setLanguage(QStringLiteral("fr"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return hasText(QStringLiteral("terminée")); }, kPatienceMs));
    EXPECT_FALSE(hasText(QStringLiteral("completed")));
    window.showRoom(QStringLiteral("events")); // made after the change
    EXPECT_TRUE(hasText(QStringLiteral("Exporter…")));
    window.setLanguage(QStringLiteral("en"));
    EXPECT_TRUE(QTest::qWaitFor([&] { return hasText(QStringLiteral("completed")); }, kPatienceMs));
}

TEST_F(MainWindowTest, HasAHelpPageForEveryRoomInEveryLanguage)
{
    for (const Room* room : window.rooms()) {
        const QString english = HelpPanel::page(room->name(), QStringLiteral("en"));
        const QString french = HelpPanel::page(room->name(), QStringLiteral("fr"));
        EXPECT_GT(english.size(), 300) << room->name().toStdString();
        EXPECT_GT(french.size(), 300) << room->name().toStdString();
        EXPECT_NE(english, french) << room->name().toStdString();
    }
}

TEST_F(MainWindowTest, TakesAPictureOfEveryRoomInBothThemes)
{
    startDemo();
    ScreenshotPlan plan;
    plan.directory = QStringLiteral(SAGASCOPE_BINARY_DIR "/screenshots");
    std::optional<base::Result<std::vector<QString>>> taken;
    const auto take = [&]() -> QCoro::Task<> { taken = co_await takeScreenshots(window, plan); };
    take();
    ASSERT_TRUE(QTest::qWaitFor([&] { return taken.has_value(); }, 4 * kPatienceMs));
    const auto& files = *taken;
    ASSERT_TRUE(files.isOk()) << files.error().text();
    EXPECT_EQ(files->size(), 2 * window.rooms().size());
    for (const QString& file : *files)
        EXPECT_EQ(QImage(file).size(), QSize(1280, 800)) << file.toStdString();
}

} // namespace
} // namespace sagascope::ui
