// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ArrivalOrder.h"

#include <gtest/gtest.h>

#include "core/event/Decoder.h"
#include "tests/support/Records.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

const base::Timestamp kTen = test::moment("2026-11-23T10:00:00Z");

class ArrivalOrderTest : public testing::Test
{
protected:
    void read(std::int32_t partition, base::Duration after)
    {
        const auto record = test::Record("dreamscape.x").at(partition, m_offset++).time(base::formatIso8601(kTen + after)).value("{}");
        const event::RawRecord raw = record.raw();
        m_store.append(raw, m_decoder.decode(raw));
        (void)m_store.view(); // as if every record were shown by itself
    }

    ArrivalOrder::View order()
    {
        m_order.extend(m_store.view());
        return m_order.view();
    }

    base::Duration lateness(std::uint32_t event) { return order().lateness(m_store.view(), base::EventIndex(event)); }

private:
    store::EventStore m_store;
    event::Decoder m_decoder;
    ArrivalOrder m_order;
    std::int64_t m_offset = 0;
};

TEST_F(ArrivalOrderTest, knowsNothingBeforeAnythingCame)
{
    EXPECT_EQ(order().watermark(), base::kNoTime);
    EXPECT_EQ(lateness(0), 0ns);
}

TEST_F(ArrivalOrderTest, isCompleteUpToTheNewestWhileAllComesInOrder)
{
    for (int i = 0; i < 5; ++i)
        read(i % 2, i * 1s);
    EXPECT_EQ(order().watermark(), kTen + 4s);
    EXPECT_EQ(order().lateCount(), 0U);
}

TEST_F(ArrivalOrderTest, standsBackAsFarAsEventsCameLate)
{
    read(0, 10s);
    read(1, 7s);
    read(0, 12s);
    EXPECT_EQ(order().lateCount(), 1U);
    EXPECT_EQ(lateness(1), base::Duration(3s));
    EXPECT_EQ(lateness(2), 0ns);
    EXPECT_EQ(order().watermark(), kTen + 9s);
}

TEST_F(ArrivalOrderTest, forgetsALateEventAfterSomeThousandInOrder)
{
    read(0, 100s);
    read(1, 1s);
    for (int i = 0; i < 12'000; ++i)
        read(0, 101s + i * 1ms);
    EXPECT_EQ(order().watermark(), order().newest());
    EXPECT_EQ(lateness(1), base::Duration(99s)) << "each event's own stays what it was";
    read(1, 50s);
    EXPECT_EQ(lateness(12'002), order().newest() - (kTen + 50s)) << "also far from the beginning";
}

TEST_F(ArrivalOrderTest, doesNotDependOnHowManyAreLookedAtInATurn)
{
    for (int i = 0; i < 3000; ++i) {
        read(i % 3, i * 10ms - (i % 3 == 0 ? base::Duration(500ms) : base::Duration(0)));
        if (i % 7 == 0)
            (void)order();
    }
    EXPECT_EQ(order().size(), 3000U);
    EXPECT_EQ(order().latestOfLately(), base::Duration(490ms));
}

} // namespace
} // namespace sagascope::session
