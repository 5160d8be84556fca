// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/DiffPage.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>
#include <QToolButton>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/common/EmptyState.h"
#include "ui/events/DiffModel.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/EventsRoom.h"

namespace sagascope::ui {
namespace {

QString wordsOf(const QWidget& widget)
{
    QStringList words;
    for (const QLabel* label : widget.findChildren<QLabel*>())
        if (label->isVisibleTo(&widget))
            words << label->text();
    return words.join(u'\n');
}

class DiffPageTest : public testing::Test
{
protected:
    void SetUp() override
    {
        traffic.feed(writer.confirmedBooking(1, 0));
        page.resize(700, 300);
        page.show();
    }

    DiffModel& model() const { return *page.findChild<DiffModel*>(); }

    void settle() { ASSERT_TRUE(QTest::qWaitFor([&] { return page.isSettled(); }, 30'000)); }

    void select(std::uint32_t event)
    {
        traffic.state.selectEvent(base::EventIndex(event));
        settle();
    }

    QString row(const QString& field) const
    {
        for (int i = 0; i < model().rowCount(); ++i)
            if (model().index(i, DiffModel::Field).data().toString() == field)
                return model().rowText(i);
        return {};
    }

    QString said() const { return wordsOf(page); }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    DiffPage page{traffic.state};
};

TEST_F(DiffPageTest, ComparesWithThePreviousEventOfTheSameEntity)
{
    const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
    select(1);
    EXPECT_EQ(row(QStringLiteral("/eventType")), QStringLiteral("envelope\t/eventType\t≠ changed\tvoyage.booking.created\tpayment.initiated"));
    EXPECT_EQ(row(QStringLiteral("/paymentId")), QStringLiteral("payload\t/paymentId\t+ added\t\tpay-1"));
    EXPECT_TRUE(said().contains(QStringLiteral("voyage.booking.created"))) << said().toStdString();
    EXPECT_TRUE(said().contains(QStringLiteral("both name booking BK-1"))) << said().toStdString();
    EXPECT_TRUE(said().contains(QStringLiteral("120 ms earlier"))) << said().toStdString();
}

TEST_F(DiffPageTest, SaysSoWhereThereIsNoPreviousEvent)
{
    select(0);
    EXPECT_EQ(model().rowCount(), 0);
    EXPECT_TRUE(said().contains(QStringLiteral("No previous event"))) << said().toStdString();
    page.setAgainst(DiffPage::Against::PreviousOfType);
    traffic.state.selectEvent(base::EventIndex(1));
    settle();
    EXPECT_TRUE(said().contains(QStringLiteral("No previous event of its type"))) << said().toStdString();
    traffic.feed({writer.raw("dreamscape.payment.failed", 5'000, "no event at all")});
    select(5);
    EXPECT_TRUE(said().contains(QStringLiteral("It names no entity"))) << said().toStdString();
}

TEST_F(DiffPageTest, ComparesWithAMarkedEventUntilToldOtherwise)
{
    select(3);
    page.mark(base::EventIndex(3));
    settle();
    EXPECT_TRUE(said().contains(QStringLiteral("This is the marked event"))) << said().toStdString();
    select(4);
    EXPECT_TRUE(row(QStringLiteral("/eventType")).endsWith(QStringLiteral("voyage.booking.confirmed\tnotification.email.requested")));
    EXPECT_TRUE(page.findChild<QComboBox*>()->currentText().contains(QStringLiteral("dreamscape.voyage.booking.confirmed[1]@0")));
    page.setAgainst(DiffPage::Against::Previous);
    select(1);
    EXPECT_TRUE(row(QStringLiteral("/eventType")).endsWith(QStringLiteral("voyage.booking.created\tpayment.initiated")));
}

TEST_F(DiffPageTest, NoticesAnEventThatComesLaterAndWasThePreviousOne)
{
    select(1);
    traffic.feed({writer.event("voyage.booking.updated", "voyage-service", 1, 60, 19, 11)});
    traffic.finish();
    EXPECT_TRUE(QTest::qWaitFor([&] { return row(QStringLiteral("/eventType")).contains(QStringLiteral("voyage.booking.updated")); }, 30'000));
}

TEST_F(DiffPageTest, RowsAreCopiedByKey)
{
    select(1);
    page.focusTable();
    auto* table = page.findChild<QTableView*>();
    table->selectAll();
    for (QAction* action : table->actions())
        if (action->shortcut() == QKeySequence(QKeySequence::Copy))
            action->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    EXPECT_EQ(text.count(u'\n') + 1, model().rowCount());
    EXPECT_TRUE(text.contains(QStringLiteral("payload\t/paymentId\t+ added\t\tpay-1"))) << text.toStdString();
}

/// The keys of the room's table.
class DiffKeysTest : public testing::Test
{
protected:
    void SetUp() override
    {
        traffic.feed(writer.confirmedBooking(1, 0));
        room.resize(1600, 800);
        room.show();
        room.refresh();
    }

    void press(const QKeySequence& keys)
    {
        for (QAction* action : table().actions())
            if (action->shortcut() == keys)
                action->trigger();
        ASSERT_TRUE(QTest::qWaitFor([&] { return room.isSettled(); }, 30'000));
    }

    EventTable& table() const { return *room.findChild<EventTable*>(); }
    DiffModel& model() const { return *room.findChild<DiffModel*>(); }

    /// What `column` says of the member eventType.
    QString type(DiffModel::Column column) const
    {
        for (int i = 0; i < model().rowCount(); ++i)
            if (model().index(i, DiffModel::Field).data().toString() == QStringLiteral("/eventType"))
                return model().index(i, column).data().toString();
        return {};
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventsRoom room{traffic.state};
};

TEST_F(DiffKeysTest, TwoSelectedRowsAreComparedTheUpperOneFirst)
{
    table().selectRow(3);
    table().selectionModel()->select(table().model()->index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    EXPECT_TRUE(room.findChild<DiffPage*>()->isVisible());
    EXPECT_EQ(type(DiffModel::Other), QStringLiteral("payment.initiated"));
    EXPECT_EQ(type(DiffModel::Own), QStringLiteral("voyage.booking.confirmed"));
    EXPECT_EQ(traffic.state.selectedEvent(), base::EventIndex(3));
}

TEST_F(DiffKeysTest, OneIsMarkedAndThenAnotherHeldAgainstIt)
{
    table().selectRow(2);
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    table().selectRow(4);
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    EXPECT_EQ(type(DiffModel::Other), QStringLiteral("payment.completed"));
    EXPECT_EQ(type(DiffModel::Own), QStringLiteral("notification.email.requested"));
}

TEST_F(DiffKeysTest, OneRowAloneIsHeldAgainstThePreviousEventOfItsEntity)
{
    table().selectRow(1);
    press(Qt::CTRL | Qt::SHIFT | Qt::Key_D);
    EXPECT_EQ(type(DiffModel::Other), QStringLiteral("voyage.booking.created"));
}

TEST_F(DiffPageTest, LeavesMostOfANarrowPageToTheTwoValues)
{
    page.resize(420, 300);
    select(1);
    const auto* table = page.findChild<QTableView*>();
    for (const int column : {DiffModel::Other, DiffModel::Own})
        EXPECT_GE(table->columnWidth(column), 70);
    page.resize(600, 300);
    for (const int column : {DiffModel::Other, DiffModel::Own})
        EXPECT_GE(table->columnWidth(column), 140);
    EXPECT_EQ(table->horizontalScrollBar()->maximum(), 0);
}

} // namespace
} // namespace sagascope::ui
