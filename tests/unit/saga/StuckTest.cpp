// SPDX-License-Identifier: GPL-3.0-or-later
// Sagas that have waited longer than nearly all others did there.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/saga/Stuck.h"
#include "tests/unit/saga/Populations.h"

namespace sagascope::saga {
namespace {

using namespace std::chrono_literals;
using test::bookings;
using testing::IsEmpty;
using testing::SizeIs;

base::Timestamp at(std::string_view time)
{
    return test::moment("2026-03-02T" + std::string(time) + "Z");
}

TEST(Stuck, namesWhatIsAwaitedForHowLongAndWhoShouldSendIt)
{
    const auto snapshot = test::snapshotOf(bookings(30, "paid") + bookings(1, "waiting", 200), "12:00:30");
    const auto population = test::populationOf(*snapshot);
    const auto all = stuckSagas(*population, at("12:00:30"));
    ASSERT_THAT(all, SizeIs(1));
    const StuckSaga& stuck = all.front();
    EXPECT_EQ(stuck.saga, test::sagaWithKey(*snapshot, "BK-200"));
    EXPECT_EQ(stuck.elapsed, 30s);
    EXPECT_EQ(stuck.limit, 2s);
    EXPECT_EQ(stuck.excess(), 28s);
    EXPECT_EQ(stuck.lastProducer, "voyage-service");
    ASSERT_THAT(stuck.awaited, SizeIs(1));
    EXPECT_EQ(population->find("booking-payment")->steps[stuck.awaited[0].step].eventType, "payment.completed");
    EXPECT_EQ(stuck.awaited[0].service, "payment-service");
    EXPECT_EQ(stuck.awaited[0].samples, 30U);
    EXPECT_EQ(snapshot->sagas.saga(stuck.saga).state, SagaState::Running) << "a remark, no state";
}

TEST(Stuck, nobodyIsBeforeEverythingThatMayComeIsLate)
{
    const auto snapshot = test::snapshotOf(bookings(30, "paid") + bookings(20, "failed", 100) + bookings(1, "waiting", 200), "12:00:30");
    const auto population = test::populationOf(*snapshot);
    const base::SagaId waiting = test::sagaWithKey(*snapshot, "BK-200");
    EXPECT_FALSE(stuckSaga(*population, waiting, at("12:00:02"))) << "p99 itself is not above p99";
    EXPECT_FALSE(stuckSaga(*population, waiting, at("12:00:04"))) << "a failure may still come";
    const auto stuck = stuckSaga(*population, waiting, at("12:00:06"));
    ASSERT_TRUE(stuck);
    EXPECT_THAT(stuck->awaited, SizeIs(2));
    EXPECT_EQ(stuck->limit, 5s);
}

TEST(Stuck, tooFewSamplesSayNothing)
{
    const auto snapshot = test::snapshotOf(bookings(19, "paid") + bookings(1, "waiting", 200), "12:10:00");
    EXPECT_THAT(stuckSagas(*test::populationOf(*snapshot), at("12:10:00")), IsEmpty());
}

TEST(Stuck, stalledSagasAreNamedAndEndedOnesAreNot)
{
    const auto snapshot = test::snapshotOf(bookings(30, "paid") + bookings(1, "waiting", 200), "13:00:00");
    EXPECT_EQ(snapshot->sagas.saga(test::sagaWithKey(*snapshot, "BK-200")).state, SagaState::Stalled);
    EXPECT_THAT(stuckSagas(*test::populationOf(*snapshot), at("13:00:00")), SizeIs(1));
}

TEST(Stuck, anOpenEndedWorkflowIsNotStuck)
{
    std::string lines;
    for (int i = 0; i < 40; ++i) {
        const std::string n = std::to_string(i);
        lines += "12:00:00 parcel.packed p" + n + " corr=c" + n + "\n12:00:01 parcel.moved q" + n + " corr=c" + n + "\n";
    }
    lines += "12:00:00 parcel.packed pz corr=z\n12:00:00 parcel.weighed pw corr=z\n12:00:00 parcel.packed py corr=z\n";
    EXPECT_THAT(stuckSagas(*test::populationOf(lines, "13:00:00"), at("13:00:00")), IsEmpty());
}

} // namespace
} // namespace sagascope::saga
