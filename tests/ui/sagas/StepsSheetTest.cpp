// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/StepsSheet.h"

#include <QAbstractItemModelTester>

#include <gtest/gtest.h>

#include "tests/ui/sagas/StoryStage.h"
#include "ui/sagas/StepsModel.h"

namespace sagascope::ui {
namespace {

using std::chrono::milliseconds;
using std::chrono::minutes;
using test::StoryStage;

StepsSheet sheetOf(const StoryStage& stage, std::uint32_t record, bool hasPopulation = false)
{
    const ToldSagaPtr told = stage.told(record);
    const saga::PopulationPtr population = hasPopulation ? stage.population() : nullptr;
    return stepsSheet(told->saga, told->story, *told->snapshot, population.get());
}

const StepRow* rowNamed(const StepsSheet& sheet, const char* name)
{
    for (const StepRow& row : sheet.rows)
        if (row.name == QLatin1String(name))
            return &row;
    return nullptr;
}

const char* const kPaid = R"(
    09:00:00.000 voyage.booking.created    e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482
    09:00:00.300 payment.completed         e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=p-1 amount=482
    09:00:00.450 voyage.booking.confirmed  e3 corr=c1 cause=e2 | bookingId=BK-1 paymentId=p-1 confirmationNumber=X1
    09:00:00.500 notification.email.requested e4 corr=c1 cause=e3 | userId=u-1
)";

TEST(StepsSheet, SaysWhenEachStepCameAndHowMuchOfItsLimitThatTook)
{
    const StepsSheet sheet = sheetOf(StoryStage(kPaid), 0);
    const StepRow* paid = rowNamed(sheet, "paid");
    ASSERT_TRUE(paid);
    EXPECT_EQ(paid->status, saga::StepStatus::Done);
    EXPECT_EQ(paid->sinceStart, milliseconds(300));
    EXPECT_EQ(paid->after, QStringLiteral("created"));
    EXPECT_EQ(paid->waited, milliseconds(300));
    EXPECT_EQ(paid->limit, minutes(15));
    EXPECT_NEAR(paid->limitUsed.value_or(-1), 0.3 / 900, 1e-9);
    EXPECT_EQ(sheet.currentRow(), -1) << "it is over";
}

TEST(StepsSheet, WhatIsNoStepIsASideEffect)
{
    const StepsSheet sheet = sheetOf(StoryStage(kPaid), 0);
    ASSERT_FALSE(sheet.rows.empty());
    EXPECT_TRUE(sheet.rows.back().isSideEffect);
    EXPECT_EQ(sheet.rows.back().type, QStringLiteral("email.requested"));
    EXPECT_EQ(sheet.rows.back().waited, milliseconds(50));
}

TEST(StepsSheet, TheLimitOfAnAwaitedStepGoesOnRunning)
{
    const StoryStage stage(R"(
        09:00:00.000 voyage.booking.created e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482
    )", "09:03:00.000");
    const StepsSheet sheet = sheetOf(stage, 0);
    const StepRow* paid = rowNamed(sheet, "paid");
    ASSERT_TRUE(paid);
    EXPECT_TRUE(paid->isAwaited);
    EXPECT_TRUE(paid->isCurrent);
    EXPECT_NEAR(paid->limitUsed.value_or(-1), 0.2, 1e-9);
    EXPECT_FALSE(rowNamed(sheet, "confirmed")->isAwaited) << "what it waits for has not come";
}

const char* const kOrchestrated = R"(
    09:00:00.000 voyage.booking.created   e1 saga=S1 step=CREATE_BOOKING  src=booking-saga | bookingId=BK-1 userId=u-1 totalAmount=90
    09:00:00.200 payment.completed        e2 saga=S1 step=PROCESS_PAYMENT src=booking-saga | bookingId=BK-1 paymentId=p-1 amount=90
    09:00:00.900 payment.failed           e3 saga=S1 src=booking-saga | bookingId=BK-1 paymentId=p-1 amount=90
)";

TEST(StepsSheet, AnOrchestratedSagaHasACoordinatorAndIsAtAStep)
{
    const StoryStage stage(std::string(kOrchestrated), "09:00:02.000");
    const StepsSheet sheet = sheetOf(stage, 0);
    EXPECT_TRUE(sheet.isOrchestrated);
    EXPECT_EQ(sheet.coordinator, QStringLiteral("booking-saga"));
    ASSERT_GE(sheet.currentRow(), 0);
    EXPECT_EQ(sheet.rows[std::size_t(sheet.currentRow())].name, QStringLiteral("refunded")) << "undone last to first";
    EXPECT_TRUE(rowNamed(sheet, "PROCESS_PAYMENT")->isLeft);
    EXPECT_TRUE(rowNamed(sheet, "CREATE_BOOKING")->isLeft);
}

TEST(StepsSheet, CompensationsArePairedWithWhatTheyUndo)
{
    const StoryStage stage(std::string(kOrchestrated) + R"(
    09:00:01.000 payment.refunded         e4 saga=S1 src=booking-saga | bookingId=BK-1 paymentId=p-1 refundAmount=90
    09:00:01.100 voyage.booking.cancelled e5 saga=S1 src=booking-saga | bookingId=BK-1 reason=declined
)");
    const StepsSheet sheet = sheetOf(stage, 0);
    ASSERT_EQ(sheet.pairs.size(), 2U);
    EXPECT_TRUE(sheet.isCompensatedInOrder());
    for (const StepPair& pair : sheet.pairs)
        EXPECT_EQ(pair.undone, pair.by == sheet.rowOf(base::EventIndex(3)) ? 1 : 0);
    EXPECT_NE(sheet.pairs[0].lane, sheet.pairs[1].lane) << "brackets that cross the same rows need lanes of their own";
    EXPECT_FALSE(rowNamed(sheet, "PROCESS_PAYMENT")->isLeft);
}

TEST(StepsSheet, NamesACompletedStepLeftUncompensated)
{
    const StoryStage stage(std::string(kOrchestrated) + R"(
    09:00:01.100 voyage.booking.cancelled e5 saga=S1 src=booking-saga | bookingId=BK-1 reason=declined
)");
    const StepsSheet sheet = sheetOf(stage, 0);
    EXPECT_TRUE(rowNamed(sheet, "PROCESS_PAYMENT")->isLeft);
    EXPECT_FALSE(rowNamed(sheet, "CREATE_BOOKING")->isLeft);
}

/// Paid bookings, the n-th of which took n × 10 ms to be paid; `unpaid` more that were only created.
std::string bookings(int paid, int unpaid = 0)
{
    std::string lines;
    for (int n = 1; n <= paid + unpaid; ++n) {
        const auto add = [&](int at, const char* what) {
            QString line = QStringLiteral("09:%1:%2.%3 ").arg(n / 60, 2, 10, QLatin1Char('0')).arg(n % 60, 2, 10, QLatin1Char('0')).arg(at, 3, 10, QLatin1Char('0'));
            line += QString::fromLatin1(what).replace(u'#', QString::number(n));
            lines += line.toStdString() + "\n";
        };
        add(0, "voyage.booking.created c# corr=c# | bookingId=BK-# userId=u-# totalAmount=10");
        if (n > paid)
            continue;
        add(n * 10, "payment.completed p# corr=c# | bookingId=BK-# paymentId=pay-# amount=10");
        add(n * 10 + 5, "voyage.booking.confirmed d# corr=c# | bookingId=BK-# confirmationNumber=X#");
    }
    return lines;
}

TEST(StepsSheet, ComparesWithTheOthersOfItsVariant)
{
    const StoryStage stage(bookings(40));
    const StepsSheet slowest = sheetOf(stage, 39 * 3, true);
    ASSERT_TRUE(slowest.duration);
    EXPECT_EQ(slowest.duration->others, 39U);
    EXPECT_DOUBLE_EQ(slowest.duration->quicker, 1.0);
    const StepRow* paid = rowNamed(slowest, "paid");
    ASSERT_TRUE(paid->others);
    EXPECT_EQ(paid->others->from, QStringLiteral("booking.created"));
    EXPECT_DOUBLE_EQ(paid->others->standing.quicker, 1.0);
    EXPECT_DOUBLE_EQ(sheetOf(stage, 0, true).duration->quicker, 0.0);
}

TEST(StepsSheet, ExpectsWhatEndedSagasDidNext)
{
    const StoryStage stage(bookings(30, 1), "09:01:00.000");
    const StepsSheet sheet = sheetOf(stage, 90, true);
    ASSERT_EQ(sheet.expected.size(), 1U);
    EXPECT_EQ(sheet.expected.front().type, QStringLiteral("payment.completed"));
    EXPECT_DOUBLE_EQ(sheet.expected.front().next.probability, 1.0);
    EXPECT_EQ(sheet.expected.front().next.samples, 30U);
}

TEST(StepsSheet, KeepsSilentBelowTwentySamples)
{
    const StoryStage stage(bookings(19, 1), "09:01:00.000");
    EXPECT_TRUE(sheetOf(stage, 57, true).expected.empty());
    const StepsSheet ended = sheetOf(stage, 0, true);
    EXPECT_FALSE(ended.duration);
    EXPECT_FALSE(rowNamed(ended, "paid")->others);
}

TEST(StepsModel, KeepsTheRulesOfModels)
{
    StepsModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setSheet(sheetOf(StoryStage(kPaid), 0));
    EXPECT_EQ(model.rowCount(), 8);
    model.setSheet({});
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace
} // namespace sagascope::ui
