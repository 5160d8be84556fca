// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/CaptureSaver.h"

#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <gtest/gtest.h>

#include <algorithm>

#include "core/capture/CaptureReader.h"
#include "core/session/Session.h"
#include "tests/ui/StagedSession.h"
#include "tests/ui/support/OwnSettings.h"
#include "ui/captures/RedactionForm.h"
#include "ui/captures/SaveCaptureDialog.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMs = 30'000; ///< for what must happen; only a failing test waits that long

/// What is said in a dialog or bar, line by line.
QString words(const QWidget& widget)
{
    QStringList lines;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (!label->isHidden())
            lines << label->text();
    return lines.join(u'\n');
}

struct CaptureSaverTest : testing::Test
{
    test::OwnSettings settings;
    QTemporaryDir folder;
    ViewState state;
    NoteBook notes;
    QWidget window;
    MessageBar messages{&window};
    CaptureSaver saver{state, notes, messages, &window};

    void SetUp() override
    {
        state.setSnapshot(test::stagedSession(10)->snapshot());
        window.show();
    }

    [[nodiscard]] QString path(const char* name = "a.sagascope") const { return folder.filePath(QString::fromLatin1(name)); }

    bool save(session::CaptureOrder order)
    {
        QSignalSpy finished(&saver, &CaptureSaver::finished);
        saver.save(std::move(order));
        return QTest::qWaitFor([&] { return finished.count() == 1; }, kPatienceMs) && finished.front().front().toBool();
    }

    [[nodiscard]] session::CaptureOrder orderFor(const QString& where) const
    {
        session::CaptureOrder order;
        order.path = where.toStdString();
        return order;
    }

    SaveCaptureDialog* dialog()
    {
        saver.ask();
        return window.findChild<SaveCaptureDialog*>();
    }
};

TEST_F(CaptureSaverTest, SavesEverythingWithTheNotesAndSaysSo)
{
    notes.put(notes.about(*state.live(), base::EventIndex(2)));
    NoteBook::Note note = notes.about(*state.live(), base::EventIndex(2));
    note.text = "look here";
    notes.put(note);
    ASSERT_TRUE(notes.isModified());
    QSignalSpy saved(&saver, &CaptureSaver::saved);
    ASSERT_TRUE(save(orderFor(path())));
    EXPECT_EQ(saved.count(), 1);
    EXPECT_FALSE(notes.isModified()) << "they are in it";
    auto reader = capture::CaptureReader::open(path().toStdString());
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->recordCount(), state.live()->events.size());
    ASSERT_EQ(capture::readAnnex(path().toStdString())->notes.size(), 1U);
    EXPECT_EQ(capture::readAnnex(path().toStdString())->notes.front().text, "look here");
    EXPECT_TRUE(words(messages).contains(QStringLiteral("a.sagascope"))) << words(messages).toStdString();
}

TEST_F(CaptureSaverTest, SaysWhyItCouldNotAndOffersAnotherTry)
{
    EXPECT_FALSE(save(orderFor(path("no/such/folder/a.sagascope"))));
    EXPECT_TRUE(words(messages).contains(QStringLiteral("could not be saved"))) << words(messages).toStdString();
    const auto* again = messages.findChild<QPushButton*>();
    ASSERT_NE(again, nullptr);
    EXPECT_EQ(again->text(), QStringLiteral("Save as…"));
    EXPECT_TRUE(folder.isValid() && QDir(folder.path()).isEmpty());
}

TEST_F(CaptureSaverTest, StoppedItLeavesNothing)
{
    QSignalSpy finished(&saver, &CaptureSaver::finished);
    saver.save(orderFor(path()));
    saver.stop();
    ASSERT_TRUE(QTest::qWaitFor([&] { return finished.count() == 1; }, kPatienceMs));
    if (!finished.front().front().toBool()) { // a quick machine may be done before
        EXPECT_TRUE(words(messages).contains(QStringLiteral("Stopped"))) << words(messages).toStdString();
        EXPECT_TRUE(QDir(folder.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    }
    EXPECT_FALSE(saver.isBusy());
}

TEST_F(CaptureSaverTest, WithoutRecordsThereIsNothingToAsk)
{
    state.reset();
    saver.ask();
    EXPECT_EQ(window.findChild<SaveCaptureDialog*>(), nullptr);
    EXPECT_TRUE(words(messages).contains(QStringLiteral("nothing to save"))) << words(messages).toStdString();
}

TEST_F(CaptureSaverTest, TheDialogProposesANewNameAndRemembersTheFolder)
{
    auto* first = dialog();
    first->setPath(path("mine"));
    EXPECT_EQ(first->path(), path("mine.sagascope")) << "the suffix is added";
    QSignalSpy finished(&saver, &CaptureSaver::finished);
    first->accept();
    ASSERT_TRUE(QTest::qWaitFor([&] { return finished.count() == 1; }, kPatienceMs));
    EXPECT_TRUE(QFile::exists(path("mine.sagascope")));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const auto* second = dialog();
    EXPECT_EQ(QFileInfo(second->path()).absolutePath(), folder.path());
    EXPECT_FALSE(QFile::exists(second->path()));
    EXPECT_TRUE(QFileInfo(second->path()).fileName().startsWith(QStringLiteral("staged.jsonl")));
}

TEST_F(CaptureSaverTest, TheDialogAsksBeforeItReplacesAndRefusesWhatCannotBe)
{
    QFile old(path("old.sagascope"));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    auto* asked = dialog();
    const auto* button = asked->findChild<QPushButton*>(QStringLiteral("primary"));
    asked->setPath(path("new.sagascope"));
    EXPECT_EQ(button->text(), QStringLiteral("Save"));
    EXPECT_FALSE(asked->order().mayReplace);
    asked->setPath(path("old.sagascope"));
    EXPECT_EQ(button->text(), QStringLiteral("Replace"));
    EXPECT_TRUE(words(*asked).contains(QStringLiteral("There is a file of this name")));
    EXPECT_TRUE(asked->order().mayReplace);
    for (const QString& wrong : {QString(), folder.path(), path("none/a.sagascope")}) {
        asked->setPath(wrong);
        EXPECT_FALSE(button->isEnabled()) << wrong.toStdString();
    }
}

TEST_F(CaptureSaverTest, WhatTheDialogSaysOfTheNameTakesNoRoomFromTheForm)
{
    QFile old(path("old.sagascope"));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    auto* asked = dialog();
    asked->resize(asked->minimumWidth(), asked->minimumHeight());
    ASSERT_TRUE(QTest::qWaitForWindowExposed(asked));
    asked->setPath(path("old.sagascope"));
    ASSERT_TRUE(words(*asked).contains(QStringLiteral("There is a file of this name")));
    const auto parts = asked->redaction().findChildren<QWidget*>();
    const auto isWhole = [](const QWidget* part) { return !part->isVisible() || part->height() >= part->sizeHint().height(); };
    EXPECT_TRUE(QTest::qWaitFor([&] { return std::all_of(parts.begin(), parts.end(), isWhole); }, 10'000));
}

TEST_F(CaptureSaverTest, TheDialogTellsHowManyRecordsTheChoiceChanges)
{
    auto* asked = dialog();
    EXPECT_EQ(asked->redaction().rules(), session::RedactionRules::usual()) << "unless somebody chose otherwise";
    ASSERT_TRUE(QTest::qWaitFor([&] { return asked->isSettled(); }, kPatienceMs));
    const auto counted = session::countRedacted(*state.live(), session::RedactionRules::usual());
    ASSERT_GT(counted->changed, 0U);
    EXPECT_TRUE(words(*asked).contains(QStringLiteral("Changes %1 of").arg(counted->changed))) << words(*asked).toStdString();
    for (QCheckBox* kind : asked->findChildren<QCheckBox*>())
        kind->setChecked(false);
    EXPECT_TRUE(words(*asked).contains(QStringLiteral("Nothing is taken out"))) << words(*asked).toStdString();
}

TEST_F(CaptureSaverTest, TheFormTakesOwnFieldsAndSaysWhichIsNone)
{
    RedactionForm form;
    auto* fields = form.findChild<QLineEdit*>();
    fields->setText(QStringLiteral("userId, /payload/items/*/sku"));
    EXPECT_TRUE(form.isValid());
    EXPECT_EQ(form.rules().fields.size(), 2U);
    fields->setText(QStringLiteral("userId, payload/items"));
    EXPECT_FALSE(form.isValid());
    EXPECT_TRUE(words(form).contains(QStringLiteral("payload/items"))) << words(form).toStdString();
    form.setRules({false, true, false, false, {"x"}});
    form.remember();
    session::RedactionRules next = session::RedactionRules::usual();
    next.fields = {"x"};
    EXPECT_EQ(RedactionForm().rules(), next) << "own fields stay; what is left in was a choice for one file";
    form.setRules({});
    form.remember();
    EXPECT_EQ(RedactionForm().rules(), session::RedactionRules::usual());
}

} // namespace
} // namespace sagascope::ui
