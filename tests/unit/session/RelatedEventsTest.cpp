// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RelatedEvents.h"

#include <gtest/gtest.h>

#include "tests/support/History.h"

namespace sagascope::session {
namespace {

class RelatedEventsTest : public testing::Test
{
protected:
    void read(std::string_view lines)
    {
        const test::History history(lines);
        for (const test::Record& record : history.records())
            m_ingest.take(record.raw());
        m_ingest.fill(snapshot, m_ingest.latestTime());
    }

    std::vector<std::uint32_t> eventsWith(Relation relation, std::uint32_t event) const
    {
        std::vector<std::uint32_t> found;
        const RelatedEvents related = relatedEvents(snapshot, base::EventIndex(event));
        for (const RelatedEvent& other : related.events)
            if (other.relation == relation)
                found.push_back(other.event.value);
        return found;
    }

    Snapshot snapshot;

private:
    Ingest m_ingest{test::builtInCatalog()};
};

using Events = std::vector<std::uint32_t>;

// A booking, its payment twice, and an earlier one of the same traveller.
constexpr std::string_view kBooking = R"(
    09:39:00 voyage.booking.created   e0 corr=c0 | bookingId=BK-0 userId=usr-9
    09:40:00 voyage.booking.created   e1 corr=c1 | bookingId=BK-1 userId=usr-9
    09:40:01 payment.initiated        e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=p-1 userId=usr-9
    09:40:02 payment.completed        e3 corr=c1 cause=e2 | bookingId=BK-1 paymentId=p-1 userId=usr-9
    09:40:03 payment.completed        e3 corr=c1 cause=e2 at=0:9 | bookingId=BK-1 paymentId=p-1 userId=usr-9
    09:50:00 voyage.booking.created   e5 corr=c5 | bookingId=BK-5 userId=usr-5
)";

TEST_F(RelatedEventsTest, areCausesEffectsRepeatsAndTheRestOfTheSaga)
{
    read(kBooking);
    EXPECT_EQ(eventsWith(Relation::Cause, 2), Events{1});
    EXPECT_EQ(eventsWith(Relation::Effect, 1), Events{2});
    EXPECT_EQ(eventsWith(Relation::Repeat, 3), Events{4});
    EXPECT_EQ(eventsWith(Relation::Repeat, 4), Events{3});
    EXPECT_EQ(eventsWith(Relation::SameSaga, 1), (Events{3, 4}));
}

TEST_F(RelatedEventsTest, ofOneEntityShareAnIdentifierButNoSaga)
{
    read(kBooking);
    EXPECT_EQ(eventsWith(Relation::SameEntity, 1), Events{0});
    const RelatedEvents related = relatedEvents(snapshot, base::EventIndex(0));
    ASSERT_EQ(related.counts[std::size_t(Relation::SameEntity)], 4U);
    EXPECT_EQ(related.events.front().kind, identity::IdentifierKind::User);
    EXPECT_EQ(related.events.front().value, "usr-9");
    EXPECT_TRUE(relatedEvents(snapshot, base::EventIndex(5)).events.empty()) << "a stranger";
}

TEST_F(RelatedEventsTest, aDeclaredCauseCountsAcrossSagas)
{
    read(R"(
        09:40:00 voyage.booking.created e1 corr=c1 | bookingId=BK-1
        09:41:00 voyage.booking.created e2 corr=c2 cause=e1 | bookingId=BK-2
    )");
    EXPECT_EQ(eventsWith(Relation::Cause, 1), Events{0});
    EXPECT_EQ(eventsWith(Relation::Effect, 0), Events{1});
}

TEST_F(RelatedEventsTest, areCountedInFullAndListedUpToALimit)
{
    std::string lines;
    for (int i = 0; i < 300; ++i)
        lines += "09:40:00 voyage.booking.created s" + std::to_string(i) + " | userId=usr-9 bookingId=BK-" + std::to_string(i) + '\n';
    read(lines);
    const RelatedEvents related = relatedEvents(snapshot, base::EventIndex(0));
    EXPECT_EQ(related.counts[std::size_t(Relation::SameEntity)], 299U);
    ASSERT_EQ(related.events.size(), RelatedEvents::kMost);
    EXPECT_EQ(related.events.back().event, base::EventIndex(299)) << "the newest are listed";
}

TEST_F(RelatedEventsTest, stopWhenNobodyWaits)
{
    read(kBooking);
    EXPECT_EQ(relatedEvents(snapshot, base::EventIndex(0), [] { return true; }).counts[std::size_t(Relation::SameEntity)], 0U);
}

} // namespace
} // namespace sagascope::session
