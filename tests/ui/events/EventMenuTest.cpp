// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventMenu.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"

namespace sagascope::ui {
namespace {

class EventMenuTest : public testing::Test
{
protected:
    void feed(const std::vector<test::Record>& records)
    {
        traffic.feed(records);
        model.advance();
    }

    /// What lies on the clipboard after these keys on these rows.
    QString copied(const QKeySequence& keys, const std::vector<int>& rows)
    {
        QGuiApplication::clipboard()->clear();
        table.clearSelection();
        for (const int row : rows)
            table.selectionModel()->select(model.index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        for (QAction* action : table.actions())
            if (action->shortcut() == keys)
                action->trigger();
        return QGuiApplication::clipboard()->text();
    }

    static inline const QKeySequence kJson{Qt::CTRL | Qt::SHIFT | Qt::Key_J};
    static inline const QKeySequence kPublish{Qt::CTRL | Qt::ALT | Qt::Key_K};

    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventTableModel model{traffic.state};
    EventTable table;
    EventMenu& menu = [this]() -> EventMenu& {
        table.setModel(&model);
        return *new EventMenu(table, model, traffic.state); // the table's
    }();
};

TEST_F(EventMenuTest, CopiesARowAsItIsShownWithoutHiddenColumnsAndInTheirOrder)
{
    feed(writer.confirmedBooking(1, 0));
    for (int column = 0; column < model.columnCount(); ++column)
        table.setColumnHidden(column, column != EventTableModel::Type && column != EventTableModel::Topic);
    table.horizontalHeader()->moveSection(table.horizontalHeader()->visualIndex(EventTableModel::Type), 0);
    EXPECT_EQ(copied(QKeySequence::Copy, {1, 0}), QStringLiteral("voyage.booking.created\tdreamscape.voyage.booking.created\n"
                                                                 "payment.initiated\tdreamscape.payment.initiated"));
}

TEST_F(EventMenuTest, CopiesIdsWholeWhereTheRowShortensThem)
{
    feed({writer.event("payment.failed", "payment-service", 4, 0, 41, 0), writer.event("payment.failed", "payment-service", 5, 0, 51, 0)});
    for (int column = 0; column < model.columnCount(); ++column)
        table.setColumnHidden(column, column != EventTableModel::Ids && column != EventTableModel::Saga && column != EventTableModel::EventId);
    const auto shown = [&](int column) { return model.index(1, column).data().toString(); };
    ASSERT_TRUE(shown(EventTableModel::Ids).contains(u'…')) << shown(EventTableModel::Ids).toStdString();
    (void)copied(QKeySequence::Copy, {1});
    ASSERT_TRUE(QTest::qWaitFor([&] { return !model.isReading(); }, 30'000)); // the event's own id is in the record
    const QStringList cells = copied(QKeySequence::Copy, {1}).split(u'\t');
    ASSERT_EQ(cells.size(), 3);
    EXPECT_FALSE(cells.join(u' ').contains(u'…')) << cells.join(u' ').toStdString();
    EXPECT_EQ(cells[0], QStringLiteral("BK-5 · 00000000-0000-4000-8000-000001000005"));
    const session::Snapshot& snapshot = model.snapshot();
    EXPECT_EQ(cells[1].toStdString(), snapshot.sagas.saga(snapshot.sagas.sagaOf(model.eventAt(1))).key);
    EXPECT_EQ(cells[2], shown(EventTableModel::EventId));
}

TEST_F(EventMenuTest, ALetterInTheTableGoesThroughNoRows)
{
    feed(writer.confirmedBooking(1, 0));
    table.setCurrentIndex(model.index(0, 0));
    QTest::keyClicks(&table, QStringLiteral("payment"));
    EXPECT_EQ(table.currentIndex().row(), 0);
}

TEST_F(EventMenuTest, CopiesCoordinatesAndLinksALineEach)
{
    feed(writer.confirmedBooking(1, 0));
    EXPECT_EQ(copied(Qt::CTRL | Qt::SHIFT | Qt::Key_C, {0, 1}),
              QStringLiteral("dreamscape.voyage.booking.created[1]@0\ndreamscape.payment.initiated[1]@0"));
    EXPECT_TRUE(copied(Qt::CTRL | Qt::SHIFT | Qt::Key_L, {0}).startsWith(QStringLiteral("sagascope://event/dreamscape.voyage.booking.created/1/0?id=")));
}

TEST_F(EventMenuTest, CopiesJsonMaskedAsItIsAndOfSeveralOneLineEach)
{
    feed({writer.raw("dreamscape.payment.failed", 0, "{\n \"resetToken\": \"s3cr3t\",\n \"n\": 1.50\n}"),
          writer.raw("dreamscape.payment.failed", 0, "{\"b\":2}")});
    EXPECT_EQ(copied(kJson, {0}), QStringLiteral("{\n \"resetToken\": \"••••••••\",\n \"n\": 1.50\n}"));
    const QString both = copied(kJson, {0, 1});
    EXPECT_EQ(both.count(u'\n'), 1) << both.toStdString();
    EXPECT_FALSE(both.contains(QStringLiteral("s3cr3t")));
}

TEST_F(EventMenuTest, ADumpOfBytesHidesSecretsToo)
{
    feed({writer.raw("dreamscape.payment.failed", 0, std::string("\xff {\"password\":\"s3cr3t\"}"))});
    const QString dump = copied(kJson, {0});
    EXPECT_TRUE(dump.contains(QStringLiteral("password"))) << dump.toStdString();
    EXPECT_FALSE(dump.contains(QStringLiteral("s3cr3t"))) << dump.toStdString();
}

TEST_F(EventMenuTest, CopiesACommandThatPublishesAndSaysWhatIsMasked)
{
    feed({writer.event("payment.failed", "payment-service", 4, 0, 41, 0, R"("cardNumber":"4111111111111111")"),
          writer.event("payment.failed", "payment-service", 4, 0, 42, 0)});
    QSignalSpy remarks(&menu, &EventMenu::copiedWithRemark);
    const QString plain = copied(kPublish, {1});
    EXPECT_TRUE(plain.startsWith(QStringLiteral("printf %s '{"))) << plain.toStdString();
    EXPECT_TRUE(plain.contains(QStringLiteral("kcat -P -b \"$KAFKA_BROKERS\" -t 'dreamscape.payment.failed' -p 1 -k 'BK-4'")));
    EXPECT_EQ(remarks.count(), 0);
    EXPECT_FALSE(copied(kPublish, {0}).contains(QStringLiteral("4111")));
    ASSERT_EQ(remarks.count(), 1);
    EXPECT_TRUE(remarks[0][0].toString().contains(QStringLiteral("masked")));
}

TEST_F(EventMenuTest, SaysHowManyRowsItLeftOut)
{
    std::vector<test::Record> many;
    for (int i = 0; i < 2001; ++i)
        many.push_back(writer.raw("dreamscape.payment.failed", i, "{}"));
    feed(many);
    QSignalSpy remarks(&menu, &EventMenu::copiedWithRemark);
    table.selectAll();
    for (QAction* action : table.actions())
        if (action->shortcut() == QKeySequence(QKeySequence::Copy))
            action->trigger();
    ASSERT_EQ(remarks.count(), 1);
    EXPECT_TRUE(remarks[0][0].toString().contains(QStringLiteral("2,000 of 2,001"))) << remarks[0][0].toString().toStdString();
}

} // namespace
} // namespace sagascope::ui
