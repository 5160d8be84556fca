// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/NoteBook.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

#include <gtest/gtest.h>

#include "core/session/Session.h"
#include "tests/ui/StagedSession.h"
#include "ui/events/EventTableModel.h"
#include "ui/notes/NoteActions.h"
#include "ui/notes/NoteDialog.h"
#include "ui/notes/NotesDialog.h"

namespace sagascope::ui {
namespace {

struct NoteBookTest : testing::Test
{
    ViewState state;
    NoteBook book;

    void SetUp() override { state.setSnapshot(test::stagedSession(10)->snapshot()); }

    [[nodiscard]] const session::Snapshot& snapshot() const { return *state.snapshot(); }

    void write(base::EventIndex event, const char* text)
    {
        NoteBook::Note note = book.about(snapshot(), event);
        note.text = text;
        book.put(note);
    }

    [[nodiscard]] base::SagaId saga() const { return tellingSaga(); }
    [[nodiscard]] base::SagaId tellingSaga() const
    {
        for (std::uint32_t slot = 0; slot < snapshot().sagas.slotCount(); ++slot)
            if (snapshot().sagas.saga(base::SagaId(slot)).isAlive)
                return base::SagaId(slot);
        return {};
    }
};

TEST_F(NoteBookTest, KnowsWhatIsRemarkedAboutEventsAndSagas)
{
    EXPECT_EQ(book.find(snapshot(), base::EventIndex(3)), nullptr);
    write(base::EventIndex(3), "look");
    NoteBook::Note about = book.about(snapshot(), saga());
    about.isBookmarked = true;
    book.put(about);
    ASSERT_NE(book.find(snapshot(), base::EventIndex(3)), nullptr);
    EXPECT_EQ(book.find(snapshot(), base::EventIndex(3))->text, "look");
    EXPECT_EQ(book.find(snapshot(), base::EventIndex(4)), nullptr);
    ASSERT_NE(book.find(snapshot(), saga()), nullptr);
    EXPECT_EQ(book.find(snapshot(), saga())->saga, snapshot().sagas.saga(saga()).key);
    EXPECT_FALSE(book.find(snapshot(), saga())->topic.empty()) << "its first event finds it under another key";
    EXPECT_EQ(book.all().size(), 2U);
}

TEST_F(NoteBookTest, AnEmptyNoteIsNone)
{
    write(base::EventIndex(3), "");
    EXPECT_TRUE(book.isEmpty());
    EXPECT_FALSE(book.isModified());
    write(base::EventIndex(3), "x");
    write(base::EventIndex(3), "");
    EXPECT_TRUE(book.isEmpty());
    EXPECT_TRUE(book.isModified());
}

TEST_F(NoteBookTest, ADeletionCanBeTakenBack)
{
    write(base::EventIndex(1), "one");
    write(base::EventIndex(2), "two");
    book.remove(book.all());
    EXPECT_TRUE(book.isEmpty());
    ASSERT_TRUE(book.canUndo());
    write(base::EventIndex(2), "newer");
    book.undo();
    EXPECT_FALSE(book.canUndo());
    EXPECT_EQ(book.find(snapshot(), base::EventIndex(1))->text, "one");
    EXPECT_EQ(book.find(snapshot(), base::EventIndex(2))->text, "newer") << "what was written meanwhile stays";
    book.undo();
    EXPECT_EQ(book.all().size(), 2U);
}

TEST_F(NoteBookTest, IsModifiedUntilWhatItHoldsIsSaved)
{
    write(base::EventIndex(1), "one");
    const auto saved = book.revision();
    write(base::EventIndex(2), "two");
    book.setSaved(saved);
    EXPECT_TRUE(book.isModified()) << "the second one came after";
    book.setSaved(book.revision());
    EXPECT_FALSE(book.isModified());
    write(base::EventIndex(2), "two");
    EXPECT_FALSE(book.isModified()) << "nothing changed";
    book.load({book.about(snapshot(), base::EventIndex(2))});
    EXPECT_FALSE(book.isModified());
    EXPECT_EQ(book.all().size(), 1U);
}

TEST_F(NoteBookTest, ActionsBookmarkAllOfThemOrNone)
{
    const NoteActions both(book, state.snapshot(), {base::EventIndex(1), saga()});
    NoteActions(book, state.snapshot(), {base::EventIndex(1)}).toggleBookmarks();
    both.toggleBookmarks();
    EXPECT_EQ(book.all().size(), 2U) << "one of them was none yet";
    both.toggleBookmarks();
    EXPECT_TRUE(book.isEmpty());
    QWidget window;
    QMenu menu;
    both.fill(menu, &window);
    ASSERT_EQ(menu.actions().size(), 2);
    EXPECT_EQ(menu.actions()[0]->text(), QStringLiteral("Bookmark"));
    EXPECT_EQ(menu.actions()[1]->text(), QStringLiteral("Add a note…"));
}

TEST_F(NoteBookTest, ANoteIsWrittenInADialog)
{
    QWidget window;
    NoteActions(book, state.snapshot(), {base::EventIndex(1)}).edit(&window);
    auto* dialog = window.findChild<NoteDialog*>();
    ASSERT_NE(dialog, nullptr);
    auto* text = dialog->findChild<QPlainTextEdit*>();
    text->setPlainText(QStringLiteral("  first\nsecond "));
    dialog->findChild<QCheckBox*>()->setChecked(true);
    QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
    ASSERT_NE(book.find(snapshot(), base::EventIndex(1)), nullptr);
    EXPECT_EQ(book.find(snapshot(), base::EventIndex(1))->text, "first\nsecond");
    EXPECT_TRUE(book.find(snapshot(), base::EventIndex(1))->isBookmarked);
}

TEST_F(NoteBookTest, TheEventTableShowsASignAndTheText)
{
    EventTableModel model(state);
    model.setNotes(&book);
    model.advance();
    const QModelIndex marks = model.index(1, EventTableModel::Marks);
    EXPECT_FALSE(marks.data().toString().contains(u'✎'));
    write(base::EventIndex(1), "look here");
    EXPECT_TRUE(marks.data().toString().startsWith(u'✎')) << marks.data().toString().toStdString();
    EXPECT_TRUE(marks.data(Qt::ToolTipRole).toString().contains(QStringLiteral("look here")));
    EXPECT_FALSE(model.index(2, EventTableModel::Marks).data().toString().contains(u'✎'));
}

TEST_F(NoteBookTest, TheListGoesThereDeletesAndTakesBack)
{
    write(base::EventIndex(1), "one");
    write(base::EventIndex(2), "two");
    NoteModel model(book, state);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    NotesDialog dialog(book, state);
    dialog.show();
    dialog.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&dialog));
    auto* table = dialog.findChild<QTableView*>();
    ASSERT_EQ(table->model()->rowCount(), 2);
    QSignalSpy wanted(&dialog, &NotesDialog::wanted);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Down);
    QTest::keyClick(table, Qt::Key_Return);
    ASSERT_EQ(wanted.count(), 1);
    QTest::keyClick(table, Qt::Key_Delete);
    EXPECT_EQ(table->model()->rowCount(), 1);
    EXPECT_EQ(model.rowCount(), 1);
    QTest::keyClick(&dialog, Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(table->model()->rowCount(), 2);
}

} // namespace
} // namespace sagascope::ui
