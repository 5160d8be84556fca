// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/CaptureDesk.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <atomic>
#include <sstream>

#include <gtest/gtest.h>

#include "core/capture/CaptureWriter.h"
#include "core/capture/Sqlite.h"
#include "core/event/JsonLines.h"
#include "core/session/CaptureSource.h"
#include "core/session/FileSource.h"
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

/// A recording of one event with this payload, or of a line that is none, or (null) of nothing.
event::JsonLinesReader lines(const char* payload)
{
    std::string text;
    if (payload != nullptr && *payload == '{')
        text = std::string(R"({"topic":"dreamscape.a.b","partition":0,"offset":0,"ts":1795428000000,"payload":")") + payload + "\"}\n";
    else if (payload != nullptr)
        text = std::string(payload) + "\n";
    return event::JsonLinesReader(std::make_unique<std::istringstream>(text));
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

/// Has given one record, and is not at its end.
class Waiting : public session::FileSource
{
public:
    Waiting() : FileSource(lines("{}"), "a") {}
    [[nodiscard]] bool isFinished() const override { return m_isStopped; }
    void stop() override
    {
        m_isStopped = true;
        FileSource::stop();
    }

private:
    std::atomic<bool> m_isStopped = false;
};

TEST_F(CaptureDeskTest, NotesOfALiveSessionAreInItsCaptureAtOnce)
{
    for (const bool isLive : {true, false}) {
        QFile::remove(path());
        auto writer = capture::CaptureWriter::create(path().toStdString(), {.commitInterval = std::chrono::milliseconds(1)});
        ASSERT_TRUE(writer);
        session::SessionOptions options;
        options.catalog = session->snapshot()->catalog;
        options.capture = *std::move(writer);
        std::unique_ptr<session::EventSource> source = std::make_unique<Waiting>();
        if (!isLive)
            source = std::make_unique<session::FileSource>(lines("{}"), "a");
        StartedSession started;
        started.session = std::make_shared<session::Session>(std::move(source), options);
        window.attach(std::move(started));
        ASSERT_TRUE(QTest::qWaitFor([&] {
            return window.state().live()->counts.records == 1 && window.state().live()->isFinished == !isLive;
        }, kPatienceMs));
        capture::Note note = notes().about(*window.state().snapshot(), base::EventIndex(0));
        note.text = "look here";
        notes().put(note);
        const auto isKept = [&] {
            const std::vector<capture::Note> kept = annex().notes;
            return kept.size() == 1 && kept.front().text == note.text;
        };
        EXPECT_TRUE(QTest::qWaitFor(isKept, kPatienceMs)) << isLive;
    }
}

TEST_F(CaptureDeskTest, SaysOnceWhatIsWrongWithARecording)
{
    auto* bar = window.findChild<MessageBar*>();
    const auto read = [&](const char* text) {
        bar->clear();
        session::SessionOptions options;
        options.catalog = session->snapshot()->catalog;
        StartedSession started;
        started.session = std::make_shared<session::Session>(std::make_unique<session::FileSource>(lines(text), "a.jsonl"), options);
        window.attach(std::move(started));
        EXPECT_TRUE(QTest::qWaitFor([&] { return window.state().live()->isFinished; }, kPatienceMs));
        QTest::qWait(50);
        return bar->isVisible() ? bar->accessibleName() : QString();
    };
    EXPECT_EQ(read("{}"), QString());
    EXPECT_EQ(read(nullptr), QStringLiteral("a.jsonl holds no records."));
    EXPECT_TRUE(read("rubbish").startsWith(QStringLiteral("Nothing in a.jsonl could be read")));
    open(false);
    auto database = capture::Database::open(path().toStdString(), capture::Database::Mode::Write);
    ASSERT_TRUE(database->run("UPDATE meta SET value = 0 WHERE key = 'is-closed'"));
    StartedSession cut;
    session::SessionOptions options;
    options.catalog = session->snapshot()->catalog;
    cut.session = std::make_shared<session::Session>(*session::openRecording(path().toStdString()), options);
    bar->clear();
    window.attach(std::move(cut));
    ASSERT_TRUE(QTest::qWaitFor([&] { return bar->isVisible(); }, kPatienceMs));
    EXPECT_TRUE(bar->accessibleName().startsWith(QStringLiteral("a.sagascope was not closed"))) << bar->accessibleName().toStdString();
    bar->clear();
    QTest::qWait(100);
    EXPECT_FALSE(bar->isVisible()) << "once";
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
