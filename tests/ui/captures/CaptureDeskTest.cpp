// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/CaptureDesk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <gtest/gtest.h>

#include "core/session/Session.h"
#include "core/session/copy/CaptureCopy.h"
#include "tests/ui/StagedSession.h"
#include "tests/ui/support/OwnSettings.h"
#include "ui/captures/RecentFiles.h"
#include "ui/captures/SaveCaptureDialog.h"
#include "ui/notes/NotesDialog.h"
#include "ui/shell/ConnectionChip.h"
#include "ui/shell/Language.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/MessageBar.h"
#include "ui/shell/Room.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMs = 30'000; ///< for what must happen; only a failing test waits that long

class NoHost : public SessionHost
{
public:
    QCoro::Task<base::Result<StartedSession>> start(SourceRequest) override
    {
        co_return base::Error{base::ErrorCode::NotFound, "a.sagascope", "no such file"};
    }
};

/// Presses the button with this text in the question that comes up.
void answer(const QString& text)
{
    QTimer::singleShot(0, [text] {
        const auto* question = qobject_cast<QMessageBox*>(QApplication::activeModalWidget());
        ASSERT_NE(question, nullptr);
        for (QAbstractButton* button : question->buttons())
            if (button->text().remove(u'&') == text)
                return button->click();
        FAIL() << "no button " << text.toStdString();
    });
}

struct CaptureDeskTest : testing::Test
{
    test::OwnSettings settings;
    QTemporaryDir folder;
    NoHost host;
    MainWindow window{host};
    std::shared_ptr<session::Session> session = test::stagedSession(10);

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("a.sagascope")); }
    [[nodiscard]] NoteBook& notes() { return window.captures().notes(); }
    [[nodiscard]] capture::CaptureAnnex annex() const { return *capture::readAnnex(path().toStdString()); }

    void SetUp() override
    {
        Language::current().apply(QStringLiteral("en"));
        window.show();
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    }
    void TearDown() override
    {
        notes().load({}); // nothing is asked about any more
        window.close();
    }

    /// A capture of the session's records, opened.
    void open(bool isReadOnly, const std::string& redaction = {})
    {
        session::CaptureOrder order{session->snapshot(), path().toStdString()};
        order.redactedBefore = redaction;
        order.notes = {notes().about(*session->snapshot(), base::EventIndex(0))};
        order.notes.front().text = "from before";
        ASSERT_TRUE(session::writeCapture(order));
        StartedSession started;
        started.session = session;
        started.capture = path().toStdString();
        started.isCaptureReadOnly = isReadOnly;
        started.annex = annex();
        window.attach(std::move(started));
        ASSERT_TRUE(QTest::qWaitFor([&] { return window.state().snapshot()->counts.events > 0; }, kPatienceMs));
    }

    void selectEvent(std::uint32_t event)
    {
        window.showRoom(QStringLiteral("events"));
        window.state().selectEvent(base::EventIndex(event));
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) { QTest::keyClick(&window, key, modifiers); }
    bool settle() { return QTest::qWaitFor([&] { return !window.captures().saver().isBusy(); }, kPatienceMs); }
};

TEST_F(CaptureDeskTest, ACaptureBringsItsNotesAndSaysThatItIsRedacted)
{
    open(false, "secrets, email");
    ASSERT_EQ(notes().all().size(), 1U);
    EXPECT_EQ(notes().all().front().text, "from before");
    EXPECT_FALSE(notes().isModified());
    EXPECT_EQ(window.findChild<ConnectionChip*>()->aside(), QStringLiteral("redacted"));
    EXPECT_EQ(RecentFiles::all(), QStringList{path()});
}

TEST_F(CaptureDeskTest, KeysBookmarkWhatIsSelectedInTheRoom)
{
    open(false);
    selectEvent(3);
    press(Qt::Key_B);
    ASSERT_NE(notes().find(*window.state().snapshot(), base::EventIndex(3)), nullptr);
    ASSERT_TRUE(window.state().selectedSaga().isValid());
    window.showRoom(QStringLiteral("sagas"));
    press(Qt::Key_B);
    EXPECT_NE(notes().find(*window.state().snapshot(), window.state().selectedSaga()), nullptr);
    press(Qt::Key_B);
    EXPECT_EQ(notes().find(*window.state().snapshot(), window.state().selectedSaga()), nullptr);
}

TEST_F(CaptureDeskTest, SavesNotesIntoTheCaptureThatWasOpened)
{
    open(false);
    selectEvent(3);
    press(Qt::Key_B);
    press(Qt::Key_S);
    ASSERT_TRUE(settle());
    EXPECT_FALSE(notes().isModified());
    EXPECT_EQ(annex().notes.size(), 2U);
    EXPECT_EQ(window.findChild<SaveCaptureDialog*>(), nullptr) << "its records are in it already";
    press(Qt::Key_S);
    EXPECT_NE(window.findChild<SaveCaptureDialog*>(), nullptr) << "there is nothing new to write into it";
}

TEST_F(CaptureDeskTest, WritesNothingIntoACaptureThatWasOpenedReadOnly)
{
    open(true);
    selectEvent(3);
    press(Qt::Key_B);
    const auto* bar = window.findChild<MessageBar*>();
    EXPECT_TRUE(bar->accessibleName().contains(QStringLiteral("read-only"))) << bar->accessibleName().toStdString();
    press(Qt::Key_S);
    EXPECT_NE(window.findChild<SaveCaptureDialog*>(), nullptr);
    EXPECT_EQ(annex().notes.size(), 1U);
}

TEST_F(CaptureDeskTest, AsksBeforeNotesAreLost)
{
    open(false);
    selectEvent(3);
    press(Qt::Key_B);
    answer(QStringLiteral("Cancel"));
    EXPECT_FALSE(window.close());
    EXPECT_TRUE(window.isVisible());
    answer(QStringLiteral("Save"));
    window.close();
    ASSERT_TRUE(QTest::qWaitFor([&] { return !window.isVisible(); }, kPatienceMs)) << "once they are saved it closes";
    EXPECT_EQ(annex().notes.size(), 2U);
}

TEST_F(CaptureDeskTest, AsksInTheLanguageOfTheWindow)
{
    open(false);
    selectEvent(3);
    press(Qt::Key_B);
    window.setLanguage(QStringLiteral("fr"));
    answer(QStringLiteral("Annuler")); // also where Qt brings no translations of its own
    EXPECT_FALSE(window.close());
    window.setLanguage(QStringLiteral("en"));
}

TEST_F(CaptureDeskTest, NotesMayBeGivenUp)
{
    open(false);
    selectEvent(3);
    press(Qt::Key_B);
    answer(QStringLiteral("Don't save"));
    EXPECT_TRUE(window.close());
    EXPECT_EQ(annex().notes.size(), 1U);
}

TEST_F(CaptureDeskTest, TheListLeadsToTheEventAndTheSaga)
{
    open(false);
    selectEvent(5);
    window.showRoom(QStringLiteral("sagas"));
    press(Qt::Key_B); // its saga
    const base::SagaId saga = window.state().selectedSaga();
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto* list = window.findChild<NotesDialog*>();
    ASSERT_NE(list, nullptr);
    const auto all = notes().all();
    ASSERT_EQ(all.size(), 2U);
    window.showRoom(QStringLiteral("events"));
    window.state().selectEvent(base::EventIndex(20));
    Q_EMIT list->wanted(all[0]);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.currentRoom()->name() == QStringLiteral("sagas") && window.state().selectedSaga() == saga; }, kPatienceMs));
    Q_EMIT list->wanted(all[1]);
    EXPECT_TRUE(QTest::qWaitFor([&] { return window.state().selectedEvent() == base::EventIndex(0); }, kPatienceMs));
    EXPECT_EQ(window.currentRoom()->name(), QStringLiteral("events"));
}

TEST_F(CaptureDeskTest, OffersWhatAKilledProgramHadRead)
{
    bool isDiscarded = false;
    const QString left = folder.filePath(QStringLiteral("left.sagascope"));
    window.captures().setLeftBehind({left}, [&] { isDiscarded = true; });
    QSignalSpy wanted(&window.captures(), &CaptureDesk::fileWanted);
    window.captures().noteStarted();
    auto* bar = window.findChild<MessageBar*>();
    EXPECT_TRUE(bar->isVisible());
    const auto press = [&](const QString& text) {
        for (auto* button : bar->findChildren<QAbstractButton*>())
            if (button->text().remove(u'&') == text)
                return button->click();
        FAIL() << "no button " << text.toStdString();
    };
    press(QStringLiteral("Delete"));
    EXPECT_TRUE(isDiscarded);
    EXPECT_FALSE(bar->isVisible());
    window.captures().setLeftBehind({left}, [] {});
    window.captures().noteStarted();
    press(QStringLiteral("Open the latest"));
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted.front().front().toString(), left);
    window.captures().noteStarted();
    EXPECT_EQ(wanted.size(), 1) << "it is offered once";
}

} // namespace
} // namespace sagascope::ui
