// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/TimeMachine.h"

#include <condition_variable>
#include <mutex>

#include <gtest/gtest.h>

#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 60s; ///< for what must happen; only a failing test waits that long

base::Timestamp at(std::string_view timeOfDay)
{
    return test::moment("2026-03-02T" + std::string(timeOfDay) + "Z");
}

SnapshotPtr threeBookings()
{
    const test::History history(R"(
        09:40:00 voyage.booking.created e1 | bookingId=BK-1 totalAmount=10
        09:40:10 voyage.booking.created e2 | bookingId=BK-2 totalAmount=10
        09:40:20 voyage.booking.created e3 | bookingId=BK-3 totalAmount=10
    )");
    Ingest ingest(test::builtInCatalog());
    for (const test::Record& record : history.records())
        ingest.take(record.raw());
    auto snapshot = std::make_shared<Snapshot>();
    ingest.fill(*snapshot, at("09:40:20"));
    return snapshot;
}

/// Keeps what arrives; can hold the machine up while an arrival is told.
class Arrivals
{
public:
    void take(SnapshotPtr snapshot)
    {
        std::unique_lock lock(m_mutex);
        m_all.push_back(std::move(snapshot));
        m_changed.notify_all();
        m_changed.wait(lock, [this] { return !m_isHeld; });
    }

    void hold(bool isHeld)
    {
        const std::lock_guard lock(m_mutex);
        m_isHeld = isHeld;
        m_changed.notify_all();
    }

    bool waitFor(base::Timestamp moment)
    {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, [&] { return !m_all.empty() && m_all.back()->asOf == moment; });
    }

    std::size_t count()
    {
        const std::lock_guard lock(m_mutex);
        return m_all.size();
    }

    SnapshotPtr last()
    {
        const std::lock_guard lock(m_mutex);
        return m_all.back();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<SnapshotPtr> m_all;
    bool m_isHeld = false;
};

struct TimeMachineTest : testing::Test
{
    const SnapshotPtr live = threeBookings();
    Arrivals arrivals;
    TimeMachine machine{[this](SnapshotPtr snapshot, const Destination&) { arrivals.take(std::move(snapshot)); }};
};

TEST_F(TimeMachineTest, TellsWhereItArrived)
{
    machine.travel(live, {at("09:40:10")});
    ASSERT_TRUE(arrivals.waitFor(at("09:40:10")));
    EXPECT_EQ(arrivals.last()->counts.sagas, 2U);
}

TEST_F(TimeMachineTest, GoesToTheLatestOfSeveralMoments)
{
    arrivals.hold(true);
    machine.travel(live, {at("09:40:00")});
    ASSERT_TRUE(arrivals.waitFor(at("09:40:00")));
    for (int second = 1; second < 10; ++second)
        machine.travel(live, {at("09:40:00") + second * 1s});
    machine.travel(live, {at("09:40:15")});
    arrivals.hold(false);
    ASSERT_TRUE(arrivals.waitFor(at("09:40:15")));
    EXPECT_EQ(arrivals.count(), 2U);
}

TEST_F(TimeMachineTest, TellsNothingOfASessionThatIsForgotten)
{
    machine.travel(live, {at("09:40:20")});
    machine.forget();
    const std::size_t before = arrivals.count(); // it may have arrived in between
    machine.travel(live, {at("09:40:10")});
    ASSERT_TRUE(arrivals.waitFor(at("09:40:10")));
    EXPECT_EQ(arrivals.count(), before + 1);
}

TEST_F(TimeMachineTest, EndsWhileSomethingIsUnderWay)
{
    machine.travel(live, {at("09:40:20")});
}

} // namespace
} // namespace sagascope::session
