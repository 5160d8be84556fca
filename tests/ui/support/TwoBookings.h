// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <gtest/gtest.h>

#include "tests/ui/support/Traffic.h"

namespace sagascope::test {

constexpr int kPatienceMs = 30'000; ///< for what must happen; only a failing test waits that long

/// The moment of an event, in the words of StoryWriter: milliseconds after ten.
inline base::Timestamp after(int milliseconds)
{
    return moment("2026-11-23T10:00:00Z") + std::chrono::milliseconds(milliseconds);
}

/// Booking 1 is confirmed from 0 to 1,100 ms, booking 2 cancelled from 5,000 to 6,060 ms; and the window's clock.
struct TwoBookings : testing::Test
{
    StoryWriter writer;
    TrafficSession traffic;
    ui::ViewState& state = traffic.state;

    void SetUp() override
    {
        traffic.feed(writer.confirmedBooking(1, 0));
        traffic.feed(writer.cancelledBooking(2, 5'000));
    }

    bool arrives()
    {
        return QTest::qWaitFor([this] { return !state.isTravelling(); }, kPatienceMs);
    }

    bool arrivesAt(base::Timestamp moment)
    {
        return QTest::qWaitFor([&] { return state.snapshot()->asOf == moment && !state.isTravelling(); }, kPatienceMs);
    }
};

} // namespace sagascope::test
