// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EventDetails.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QtTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"
#include "ui/common/DecodeTrouble.h"
#include "ui/common/FindingList.h"
#include "ui/common/HeaderTable.h"
#include "ui/common/HexModel.h"
#include "ui/common/HexPage.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

class EventDetailsTest : public testing::Test
{
protected:
    /// A confirmed booking whose second event was delivered once more; the copy is what the broker wrote last.
    void SetUp() override
    {
        std::vector<test::Record> records = writer.confirmedBooking(1, 0);
        test::Record copy = records[1];
        records.push_back(copy.at(9, 77)); // of equal times the higher partition comes later
        traffic.feed(records);
        copied = base::EventIndex(std::uint32_t(records.size() - 1));
        details.resize(400, 600);
        details.setVisible(true); // its own show() takes a reading
    }

    void select(base::EventIndex event)
    {
        traffic.state.selectEvent(event);
        ASSERT_TRUE(QTest::qWaitFor([&] { return details.isSettled(); }, 30'000));
    }

    QStringList rules() const
    {
        QStringList names;
        for (const QLabel* label : details.findChild<FindingList*>()->findChildren<QLabel*>(QStringLiteral("panelTitle"))) {
            if (!label->isHidden() && !label->parentWidget()->isHidden())
                names += label->text();
        }
        return names;
    }

    test::StoryWriter writer;
    test::TrafficSession traffic;
    EventDetails details{traffic.state};
    base::EventIndex copied;
};

TEST_F(EventDetailsTest, ShowsWhatItsSagaFoundAtTheEvent)
{
    select(copied);
    EXPECT_TRUE(rules().contains(QStringLiteral("duplicate-redelivery"))) << rules().join(QLatin1Char(' ')).toStdString();
}

TEST_F(EventDetailsTest, LeavesOutWhatItsSagaFoundElsewhere)
{
    select(base::EventIndex(0));
    EXPECT_FALSE(rules().contains(QStringLiteral("duplicate-redelivery"))) << rules().join(QLatin1Char(' ')).toStdString();
}

TEST_F(EventDetailsTest, NoticesWhatALaterRecordMakesOfTheSelectedEvent)
{
    const auto isRepeat = [&] { return details.isSettled() && rules().contains(QStringLiteral("duplicate-redelivery")); };
    select(base::EventIndex(4));
    EXPECT_FALSE(isRepeat());
    test::Record earlier = test::StoryWriter().confirmedBooking(1, 0)[4];
    traffic.feed({earlier.at(0, 78).time("2026-11-23T09:59:00Z")}); // the broker had it first: this one is the copy
    EXPECT_TRUE(QTest::qWaitFor(isRepeat, 30'000));
}

TEST_F(EventDetailsTest, SaysWhyARecordHoldsNoEventAndWhereReadingStopped)
{
    Theme::current().apply(*qApp, ThemeKind::Dark); // bytes are as wide as they are in its letters
    traffic.feed({writer.raw("dreamscape.payment.failed", 5'000, R"({"eventId":"e1","payload":{"amount":1)")});
    select(base::EventIndex(copied.value + 1));
    const auto* trouble = details.findChild<DecodeTrouble*>();
    ASSERT_TRUE(trouble->isVisible());
    QString words;
    for (const QLabel* label : trouble->findChildren<QLabel*>())
        words += label->text() + u'\n';
    EXPECT_TRUE(words.contains(QStringLiteral("cut off"))) << words.toStdString();
    EXPECT_TRUE(words.contains(QStringLiteral("22 3a 7b"))) << words.toStdString();
    EXPECT_LE(trouble->minimumSizeHint().width(), 320) << "of the narrowest details, so that nothing is out of sight";
    const HexModel& bytes = details.findChild<HexPage*>()->model();
    EXPECT_EQ(bytes.rowCount(), 3);
    EXPECT_EQ(bytes.markedRow(), 2) << "byte 37";
    select(copied);
    EXPECT_FALSE(trouble->isVisible());
}

TEST_F(EventDetailsTest, ValuesOfHeadersGetMostOfTheRoom)
{
    test::Record record = writer.event("payment.failed", "payment-service", 4, 5'000, 41, 0);
    record.noHeaders().header("correlationId", "1fcc762e-9423-46a1-a8a5-1fcc762e9423").header("eventType", std::string(90, 'x'));
    traffic.feed({record});
    select(base::EventIndex(copied.value + 1));
    details.findChild<QTabWidget*>()->setCurrentWidget(details.findChild<HeaderTable*>());
    const auto* headers = details.findChild<HeaderTable*>();
    EXPECT_GE(headers->columnWidth(1), headers->viewport()->width() * 4 / 10);
    EXPECT_EQ(headers->horizontalScrollBar()->maximum(), 0);
    details.resize(800, 600);
    EXPECT_GE(headers->columnWidth(1), headers->fontMetrics().averageCharWidth() * 36) << "an id is read whole";
}

TEST_F(EventDetailsTest, MarksAHeaderThatSaysAnotherThingThanTheEnvelope)
{
    test::Record record = writer.event("payment.failed", "payment-service", 4, 5'000, 41, 0);
    record.noHeaders().header("eventType", "payment.completed").header("source", "payment-service").header("causationId", "c-1").header("tenant", "a");
    traffic.feed({record});
    select(base::EventIndex(copied.value + 1));
    const auto* headers = details.findChild<HeaderTable*>();
    ASSERT_EQ(headers->rowCount(), 4);
    EXPECT_EQ(headers->item(0, 2)->text(), QStringLiteral("≠ payment.failed"));
    EXPECT_EQ(headers->item(1, 2)->text(), QStringLiteral("the same"));
    EXPECT_EQ(headers->item(2, 2)->text(), QStringLiteral("says nothing"));
    EXPECT_EQ(headers->item(3, 2)->text(), QString());
}

TEST_F(EventDetailsTest, BytesHideSecretsUntilTheyAreAskedFor)
{
    traffic.feed({writer.event("auth.password_reset", "auth-service", 4, 5'000, 41, 0, R"("resetToken":"s3cr3t-t0ken")")});
    select(base::EventIndex(copied.value + 1));
    const HexModel& bytes = details.findChild<HexPage*>()->model();
    EXPECT_EQ(bytes.bytes().find("s3cr3t"), std::string::npos);
    EXPECT_NE(bytes.bytes().find("resetToken"), std::string::npos);
    for (QToolButton* button : details.findChildren<QToolButton*>())
        if (button->isCheckable())
            button->setChecked(true);
    EXPECT_NE(bytes.bytes().find("s3cr3t"), std::string::npos);
}

TEST(HexModel, WritesSixteenBytesARow)
{
    HexModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setBytes(std::string("\x00" "0123456789abcdefG\xFF", 19), 17);
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(1, HexModel::Offset).data().toString(), QStringLiteral("000010"));
    EXPECT_EQ(model.index(0, HexModel::Hex).data().toString(), QStringLiteral("00 30 31 32 33 34 35 36 37 38 39 61 62 63 64 65"));
    EXPECT_EQ(model.index(1, HexModel::Text).data().toString(), QStringLiteral("fG."));
    EXPECT_EQ(model.markedRow(), 1);
    model.setBytes({});
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace
} // namespace sagascope::ui
