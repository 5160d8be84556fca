// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventColumns.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QToolButton>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/common/JsonTree.h"
#include "ui/common/SecretMask.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/EventsRoom.h"
#include "ui/events/PayloadFieldDialog.h"

namespace sagascope::ui {
namespace {

/// The room, its table and what the table's columns are called, from left to right.
class EventColumnsTest : public testing::Test
{
protected:
    void SetUp() override
    {
        room.resize(1400, 800);
        room.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&room));
    }

    static EventTable& tableOf(const EventsRoom& someRoom) { return *someRoom.findChild<EventTable*>(); }
    EventTable& table() const { return tableOf(room); }
    EventTableModel& model() const { return *qobject_cast<EventTableModel*>(table().model()); }
    EventColumns& columns() const { return *room.findChild<EventColumns*>(); }

    static QStringList shown(const EventsRoom& someRoom)
    {
        QStringList names;
        const auto* model = qobject_cast<EventTableModel*>(tableOf(someRoom).model());
        for (const int column : tableOf(someRoom).shownColumns())
            names << model->columnName(column);
        return names;
    }

    int columnNamed(const QString& name) const
    {
        for (int column = 0; column < model().columnCount(); ++column)
            if (model().columnName(column) == name)
                return column;
        return -1;
    }

    QString cell(int row, const QString& column) const { return model().index(row, columnNamed(column)).data().toString(); }

    bool shows(int row, const QString& column, const QString& text) const
    {
        return QTest::qWaitFor([&] { return cell(row, column) == text; }, 30'000);
    }

    QAction* actionOf(QMenu& menu, const QString& text) const
    {
        for (QAction* action : menu.actions())
            if (action->text() == text)
                return action;
        return nullptr;
    }

    static const QStringList& originalColumns()
    {
        static const QStringList names{
            QStringLiteral("time"),        QStringLiteral("topic"), QStringLiteral("partition"), QStringLiteral("offset"),
            QStringLiteral("type"),        QStringLiteral("source"), QStringLiteral("identifiers"), QStringLiteral("saga"),
            QStringLiteral("size"),        QStringLiteral("findings"), QStringLiteral("marks")};
        return names;
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventsRoom room{traffic.state};
};

TEST_F(EventColumnsTest, AreChosenInTheMenu)
{
    traffic.feed(writer.confirmedBooking(1, 0));
    EXPECT_EQ(shown(room), originalColumns());
    QMenu menu;
    columns().fill(menu, EventTableModel::Source);
    actionOf(menu, QStringLiteral("Event id"))->trigger();
    actionOf(menu, QStringLiteral("Hide “Source”"))->trigger();
    EXPECT_TRUE(shown(room).contains(QStringLiteral("eventId")));
    EXPECT_FALSE(shown(room).contains(QStringLiteral("source")));
    EXPECT_TRUE(shows(0, QStringLiteral("eventId"), QString::fromStdString(test::uuid(11))))
        << qPrintable(cell(0, QStringLiteral("eventId")));
    actionOf(menu, QStringLiteral("As in the beginning"))->trigger();
    EXPECT_EQ(shown(room), originalColumns());
}

TEST_F(EventColumnsTest, ShowFieldsOfThePayloadThatAWorkerReads)
{
    const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    traffic.feed(writer.confirmedBooking(7, 0));
    columns().showPayload({"bookingId"});
    EXPECT_EQ(shown(room).back(), QStringLiteral("payload.bookingId"));
    EXPECT_EQ(cell(0, QStringLiteral("payload.bookingId")), QString()) << "not on this thread";
    EXPECT_TRUE(shows(0, QStringLiteral("payload.bookingId"), QStringLiteral("BK-7")));

    columns().showPayload({"bookingId"});
    EXPECT_EQ(shown(room).count(QStringLiteral("payload.bookingId")), 1) << "there is one";
    columns().showPayload({"nowhere"});
    EXPECT_TRUE(shows(0, QStringLiteral("payload.bookingId"), QStringLiteral("BK-7")));
    EXPECT_EQ(cell(0, QStringLiteral("payload.nowhere")), QString());

    QMenu menu;
    columns().fill(menu);
    actionOf(menu, QStringLiteral("bookingId"))->trigger();
    EXPECT_EQ(columnNamed(QStringLiteral("payload.bookingId")), -1);
    EXPECT_GE(columnNamed(QStringLiteral("payload.nowhere")), 0);
}

TEST_F(EventColumnsTest, HideSecretsInTheirCells)
{
    traffic.feed({writer.event("auth.password.reset.requested", "auth-service", 1, 0, 1, 0, R"("resetToken":"s3cr3t")")});
    columns().showPayload({"resetToken"});
    EXPECT_TRUE(shows(0, QStringLiteral("payload.resetToken"), maskedValue()));
}

TEST_F(EventColumnsTest, OfAnotherSessionShowItsEvents)
{
    traffic.feed(writer.confirmedBooking(1, 0));
    columns().showPayload({"bookingId"});
    ASSERT_TRUE(shows(0, QStringLiteral("payload.bookingId"), QStringLiteral("BK-1")));
    traffic.state.reset();
    test::TrafficSession other;
    test::StoryWriter otherWriter;
    other.feed(otherWriter.confirmedBooking(2, 0));
    traffic.state.setSnapshot(other.state.snapshot());
    EXPECT_TRUE(shows(0, QStringLiteral("payload.bookingId"), QStringLiteral("BK-2")));
}

TEST_F(EventColumnsTest, AreAskedForByKeyAndKnowThePathsOfTheSearch)
{
    traffic.feed(writer.confirmedBooking(7, 0));
    table().setFocus();
    QTest::keyClick(&table(), Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    auto* dialog = room.window()->findChild<PayloadFieldDialog*>();
    ASSERT_NE(dialog, nullptr);
    auto* field = dialog->findChild<QLineEdit*>();
    field->setText(QStringLiteral("a..b"));
    EXPECT_TRUE(dialog->path().empty());
    QPushButton* accept = nullptr;
    for (auto* button : dialog->findChildren<QPushButton*>())
        if (button->objectName() == QStringLiteral("primary"))
            accept = button;
    ASSERT_NE(accept, nullptr);
    EXPECT_FALSE(accept->isEnabled());
    field->setText(QStringLiteral("/payload/bookingId"));
    accept->click();
    EXPECT_EQ(shown(room).back(), QStringLiteral("payload.bookingId"));
}

TEST_F(EventColumnsTest, AreAddedFromThePayloadOfTheSelectedEvent)
{
    traffic.feed(writer.confirmedBooking(7, 0));
    traffic.state.selectEvent(base::EventIndex(0));
    ASSERT_TRUE(QTest::qWaitFor([&] { return room.isSettled(); }, 30'000));
    auto* tree = room.findChild<JsonTree*>();
    const QModelIndexList found = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, QStringLiteral("bookingId"));
    ASSERT_EQ(found.size(), 1);
    tree->setCurrentIndex(found.front());
    QTest::keyClick(tree, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(shown(room).back(), QStringLiteral("payload.bookingId"));
}

TEST_F(EventColumnsTest, AreKeptWithTheirOrderAndWidths)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    columns().showPayload({"two words", "x"});
    QMenu menu;
    columns().fill(menu);
    actionOf(menu, QStringLiteral("Marks"))->trigger();
    QHeaderView* header = table().horizontalHeader();
    header->moveSection(header->visualIndex(EventTableModel::Type), 0);
    header->resizeSection(EventTableModel::Type, 333);
    room.save(settings);

    EventsRoom later(traffic.state);
    later.restore(settings);
    EXPECT_EQ(shown(later), shown(room));
    EXPECT_EQ(shown(later).front(), QStringLiteral("type"));
    EXPECT_EQ(shown(later).back(), QStringLiteral("payload.\"two words\".x"));
    EXPECT_EQ(tableOf(later).columnWidth(EventTableModel::Type), 333);
}

TEST_F(EventColumnsTest, WithoutAWidthOfTheirOwnFillTheTable)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    room.resize(1900, 800);
    const auto fills = [&] { return table().horizontalHeader()->length() > table().viewport()->width() - 12; };
    EXPECT_TRUE(QTest::qWaitFor(fills));
    room.save(settings);
    room.restore(settings);
    room.resize(1880, 800);
    EXPECT_TRUE(QTest::qWaitFor([&] { return table().horizontalHeader()->length() <= table().viewport()->width() && fills(); }))
        << "nobody chose widths, so they go on following the window";
}

TEST_F(EventColumnsTest, OfAVersionThatKnowsMoreAreLeftOut)
{
    const QTemporaryDir folder;
    QSettings settings(folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    room.save(settings);
    settings.setValue(QStringLiteral("events/columns/1/name"), QStringLiteral("phaseOfTheMoon"));
    room.restore(settings);
    EXPECT_EQ(shown(room).size(), originalColumns().size());
    EXPECT_TRUE(shown(room).contains(QStringLiteral("time"))) << "a column that is not spoken of stays as it is at first";
}

TEST_F(EventColumnsTest, AreCopiedAsTheyStandOnceTheyAreRead)
{
    traffic.feed(writer.confirmedBooking(7, 0));
    columns().showPayload({"bookingId"});
    QHeaderView* header = table().horizontalHeader();
    header->moveSection(header->visualIndex(EventTableModel::BuiltInCount), 0);
    // Not by selectRow(): it looks at the modifier keys, of which an earlier test may have left some pressed.
    table().selectionModel()->select(model().index(0, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    QGuiApplication::clipboard()->clear();
    for (QAction* action : table().actions())
        if (action->shortcut() == QKeySequence::Copy)
            action->trigger();
    EXPECT_TRUE(QTest::qWaitFor([] { return QGuiApplication::clipboard()->text().startsWith(QStringLiteral("BK-7\t")); }, 30'000))
        << qPrintable(QGuiApplication::clipboard()->text());
}

} // namespace
} // namespace sagascope::ui
