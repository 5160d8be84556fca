// SPDX-License-Identifier: GPL-3.0-or-later
// A saga of thousands of events: its line may be behind, its events and its story never are.
#include <gtest/gtest.h>

#include "core/saga/DeadlineQueue.h"
#include "core/session/Session.h"
#include "tests/support/History.h"

namespace sagascope::saga {
namespace {

using base::SagaId;
using test::History;
using test::Record;

constexpr int kUpdates = 12'000;

/// A booking that is changed again and again, is paid for in vain and called off.
std::vector<Record> longBooking()
{
    std::string text = "09:00:00 voyage.booking.created e0 corr=c1 | bookingId=BK-1 totalAmount=482\n";
    for (int i = 1; i <= kUpdates; ++i) {
        char time[40];
        std::snprintf(time, sizeof time, "%02d:%02d:%02d ", 9 + i / 3600, i / 60 % 60, i % 60);
        text += time + std::string("voyage.booking.updated e") + std::to_string(i) + " corr=c1 | bookingId=BK-1\n";
    }
    text += "15:00:00 payment.failed f1 corr=c1 | bookingId=BK-1 paymentId=pi_1 amount=482\n"
            "15:00:01 voyage.booking.cancelled x1 corr=c1 | bookingId=BK-1\n";
    return History(text).records();
}

class BigSaga : public ::testing::Test
{
protected:
    BigSaga()
    {
        for (int i = 0; i <= kUpdates; ++i)
            m_ingest.take(m_records[std::size_t(i)].raw());
        look();
        for (std::size_t i = std::size_t(kUpdates) + 1; i < m_records.size(); ++i)
            m_ingest.take(m_records[i].raw());
    }

    void look(bool isFinished = false)
    {
        m_snapshot.isFinished = isFinished;
        m_ingest.fill(m_snapshot, kNow);
    }
    [[nodiscard]] const SagaSummary& line() const { return m_snapshot.sagas.saga(SagaId(0)); }
    [[nodiscard]] const session::Snapshot& snapshot() const { return m_snapshot; }
    [[nodiscard]] std::size_t recordCount() const { return m_records.size(); }

private:
    inline static const base::Timestamp kNow = test::moment("2026-03-02T15:00:02Z");
    std::vector<Record> m_records = longBooking();
    session::Ingest m_ingest{test::builtInCatalog()};
    session::Snapshot m_snapshot;
};

TEST_F(BigSaga, HasItsEventsAtOnceAndItsStateSoon)
{
    look();
    EXPECT_EQ(line().events->size(), recordCount());
    EXPECT_EQ(line().lastEventAt, test::moment("2026-03-02T15:00:01Z"));
    EXPECT_EQ(snapshot().counts.correlatedEvents, recordCount());
    EXPECT_EQ(session::storyOf(snapshot(), SagaId(0)).state, SagaState::Compensated);
    EXPECT_EQ(line().state, SagaState::Stalled) << "two events among 12,000 do not make it be told anew at once";

    look();
    look();
    EXPECT_EQ(line().state, SagaState::Compensated);
    EXPECT_EQ(snapshot().counts.sagasByState[std::size_t(SagaState::Compensated)], 1U);
    EXPECT_EQ(snapshot().counts.sagas, 1U);
}

TEST_F(BigSaga, IsToldToTheEndInTheLastSnapshot)
{
    look(true);
    EXPECT_EQ(line().state, SagaState::Compensated);
    EXPECT_EQ(line().caption, "payment.failed → voyage.booking.cancelled");
}

TEST(DeadlineQueue, HandsOutWhatIsDueOnceAndForgetsWhatWasPutOff)
{
    const auto at = [](int second) { return base::Timestamp(std::chrono::seconds(second)); };
    DeadlineQueue queue;
    queue.set(SagaId(1), at(10));
    queue.set(SagaId(2), at(20));
    queue.set(SagaId(3), at(30));
    queue.set(SagaId(1), at(40));         // put off
    queue.set(SagaId(2), base::kNoTime);  // called off
    EXPECT_FALSE(queue.takeBefore(at(30)).isValid()) << "a limit is passed only after its moment";
    EXPECT_EQ(queue.takeBefore(at(31)), SagaId(3));
    EXPECT_FALSE(queue.takeBefore(at(31)).isValid());
    EXPECT_EQ(queue.takeBefore(at(99)), SagaId(1));
    EXPECT_FALSE(queue.takeBefore(at(99)).isValid());
}

TEST(DeadlineQueue, StaysRightWhenDeadlinesMoveAllTheTime)
{
    const auto at = [](int second) { return base::Timestamp(std::chrono::seconds(second)); };
    DeadlineQueue queue;
    for (int round = 0; round < 100; ++round) {
        for (std::uint32_t saga = 0; saga < 50; ++saga)
            queue.set(SagaId(saga), at(1000 + round + int(saga)));
    }
    for (std::uint32_t saga = 0; saga < 50; ++saga)
        EXPECT_EQ(queue.takeBefore(at(9999)), SagaId(saga));
    EXPECT_FALSE(queue.takeBefore(at(9999)).isValid());
}

} // namespace
} // namespace sagascope::saga
