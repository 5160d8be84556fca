// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/CompareSheet.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/sagas/StoryStage.h"
#include "ui/sagas/CompareModel.h"
#include "ui/sagas/CompareTab.h"

namespace sagascope::ui {
namespace {

using std::chrono::milliseconds;
using test::StoryStage;

const char* const kTwoBookings = R"(
    09:00:00.000 voyage.booking.created    e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482
    09:00:00.300 payment.completed         e2 corr=c1 | bookingId=BK-1 paymentId=p-1 amount=482 method=card
    09:00:00.400 voyage.booking.confirmed  e3 corr=c1 | bookingId=BK-1 paymentId=p-1 confirmationNumber=X1
    09:10:00.000 voyage.booking.created    f1 corr=c2 | bookingId=BK-2 userId=u-1 totalAmount=482
    09:10:00.100 voyage.booking.confirmed  f2 corr=c2 | bookingId=BK-2 paymentId=p-2 confirmationNumber=X2
    09:10:00.900 payment.completed         f3 corr=c2 | bookingId=BK-2 paymentId=p-2 amount=99 method=card
    09:10:01.000 notification.email.requested f4 corr=c2 | userId=u-1
)";

CompareSheet sheetOf(const StoryStage& stage, std::uint32_t left, std::uint32_t right)
{
    const ToldSagaPtr l = stage.told(left);
    const ToldSagaPtr r = stage.told(right);
    return compareSagas(l->saga, l->story, r->saga, r->story, *stage.snapshot(), {});
}

const CompareRow* rowOf(const CompareSheet& sheet, const char* type)
{
    for (const CompareRow& row : sheet.rows)
        if (row.type == QLatin1String(type))
            return &row;
    return nullptr;
}

TEST(CompareSheet, AlignsByStepAndSaysWhatMoved)
{
    const CompareSheet sheet = sheetOf(StoryStage(kTwoBookings), 0, 3);
    ASSERT_EQ(sheet.rows.size(), 4U);
    const CompareRow* paid = rowOf(sheet, "payment.completed");
    const CompareRow* confirmed = rowOf(sheet, "booking.confirmed");
    ASSERT_TRUE(paid && confirmed);
    EXPECT_TRUE(paid->isPair());
    EXPECT_TRUE(confirmed->isPair());
    EXPECT_NE(paid->hasMoved, confirmed->hasMoved) << "one of the two keeps its place";
    const CompareRow* mailed = rowOf(sheet, "email.requested");
    ASSERT_TRUE(mailed);
    EXPECT_FALSE(mailed->left);
    EXPECT_TRUE(mailed->right);
}

TEST(CompareSheet, ComparesTheSameTransitionOnBothSides)
{
    const CompareSheet sheet = sheetOf(StoryStage(kTwoBookings), 0, 3);
    EXPECT_FALSE(sheet.rows[0].waitedLonger) << "nothing comes before the first";
    for (const CompareRow& row : sheet.rows) {
        if (row.type == QStringLiteral("booking.created") || !row.isPair() || row.hasMoved)
            continue;
        const auto expected = row.type == QStringLiteral("payment.completed") ? milliseconds(900 - 300) : milliseconds(100 - 400);
        EXPECT_EQ(row.waitedLonger, expected) << qPrintable(row.type);
    }
}

TEST(CompareSheet, ReadsWhichFieldsDifferAndWhichWereExpectedTo)
{
    const CompareSheet sheet = sheetOf(StoryStage(kTwoBookings), 0, 3);
    const CompareRow* paid = rowOf(sheet, "payment.completed");
    ASSERT_TRUE(paid);
    EXPECT_TRUE(paid->isRead);
    ASSERT_EQ(paid->realDifferences(), 1U);
    EXPECT_EQ(paid->fields.front().change.pointer, QStringLiteral("/amount"));
    EXPECT_EQ(paid->fields.size(), 3U) << "booking and payment ids differ, as they must";
    EXPECT_TRUE(paid->fields.back().isIdentifier);
}

TEST(CompareSheet, ASagaIsEqualToItself)
{
    const CompareSheet sheet = sheetOf(StoryStage(kTwoBookings), 0, 1);
    for (const CompareRow& row : sheet.rows) {
        EXPECT_TRUE(differenceText(row).isEmpty());
        EXPECT_EQ(row.waitedLonger.value_or(base::Duration::zero()), base::Duration::zero());
    }
}

TEST(CompareSheet, SpeaksAsTextWithoutSecrets)
{
    const CompareSheet sheet = sheetOf(StoryStage(R"(
        09:00:00.000 auth.password.reset.requested e1 corr=c1 | userId=u-1 resetToken=s3cr3t
        09:00:00.100 notification.email.requested  e2 corr=c1 | userId=u-1
        09:10:00.000 auth.password.reset.requested f1 corr=c2 | userId=u-2 resetToken=0ther
        09:10:00.100 notification.email.requested  f2 corr=c2 | userId=u-2
    )"), 0, 2);
    const QString text = toText(sheet);
    EXPECT_TRUE(text.contains(QStringLiteral("/resetToken"))) << qPrintable(text);
    EXPECT_FALSE(text.contains(QStringLiteral("s3cr3t")));
    EXPECT_FALSE(text.contains(QStringLiteral("0ther")));
}

TEST(CompareModel, KeepsTheRulesOfModels)
{
    CompareModel rows;
    FieldChangeModel fields;
    const QAbstractItemModelTester rowTester(&rows, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester fieldTester(&fields, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CompareSheet sheet = sheetOf(StoryStage(kTwoBookings), 0, 3);
    fields.setFields(sheet.rows[1].fields);
    rows.setSheet(std::move(sheet));
    EXPECT_EQ(rows.rowCount(), 4);
    EXPECT_EQ(rows.rowOf(base::EventIndex(6)), 3);
    rows.setSheet({});
    EXPECT_EQ(rows.rowOf(base::EventIndex(6)), -1);
}

class CompareTabTest : public testing::Test
{
protected:
    void show(std::uint32_t record)
    {
        const ToldSagaPtr told = stage.told(record);
        state.selectSaga(told->saga);
        tab.setSaga(told, false);
        EXPECT_TRUE(QTest::qWaitFor([this] { return tab.isSettled(); }));
    }

    StoryStage stage{kTwoBookings};
    ViewState state;
    CompareTab tab{state};
};

TEST_F(CompareTabTest, PinsTheFirstSagaAndComparesTheNextWithIt)
{
    state.setSnapshot(stage.snapshot());
    show(0);
    EXPECT_EQ(tab.pinned(), stage.sagaOf(0));
    EXPECT_FALSE(tab.sheet().isComplete());
    show(3);
    EXPECT_EQ(tab.pinned(), stage.sagaOf(0));
    ASSERT_TRUE(tab.sheet().isComplete());
    EXPECT_EQ(tab.sheet().right.saga, stage.sagaOf(3));
}

TEST_F(CompareTabTest, UnpinningPinsWhatIsSelectedNow)
{
    state.setSnapshot(stage.snapshot());
    show(0);
    show(3);
    tab.pin({});
    EXPECT_EQ(tab.pinned(), stage.sagaOf(3));
    EXPECT_FALSE(tab.sheet().isComplete());
}

TEST_F(CompareTabTest, EscapeEndsComparing)
{
    state.setSnapshot(stage.snapshot());
    show(0);
    QSignalSpy closed(&tab, &CompareTab::closed);
    QTest::keyClick(&tab, Qt::Key_Escape);
    EXPECT_EQ(closed.count(), 1);
    EXPECT_FALSE(tab.pinned().isValid());
}

} // namespace
} // namespace sagascope::ui
