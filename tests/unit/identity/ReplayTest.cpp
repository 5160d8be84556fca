// SPDX-License-Identifier: GPL-3.0-or-later
// Events that were described once can be grouped again, any part of them and in any order.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>
#include <set>

#include "core/saga/SagaTracker.h"
#include "core/saga/Tell.h"
#include "tests/support/History.h"

namespace sagascope::identity {
namespace {

using base::EventIndex;
using test::History;
using test::Record;

const base::Timestamp kNow = test::moment("2026-03-02T23:00:00Z");

/// What of a saga can be compared between two ways of getting there: records by coordinates, no indices.
class Wording
{
public:
    Wording(const store::EventStore::View& events, const Identity::View& ids) : m_events(events), m_ids(ids) {}

    [[nodiscard]] std::string of(std::span<const EventIndex> members) const
    {
        const saga::Story story = saga::tell(members, m_events, m_ids, *test::builtInCatalog(), kNow);
        std::string text = story.key + " " + std::string(stateName(story.state)) + "\n";
        for (const saga::StoryEvent& event : story.events) {
            text += name(event.event) + " " + std::string(repeatName(event.repeat)) + " " + name(event.repeatOf);
            for (const saga::Why& why : event.why)
                text += " " + std::string(kindName(why.kind)) + "=" + why.value;
            text += "\n";
        }
        for (const Edge& edge : story.edges)
            text += name(edge.from) + " -> " + name(edge.to) + "\n";
        for (const saga::StoryFinding& finding : story.findings) {
            text += std::string(base::ruleName(finding.rule)) + " " + finding.detail;
            for (const EventIndex event : finding.events)
                text += " " + name(event);
            text += "\n";
        }
        return text;
    }

private:
    [[nodiscard]] std::string name(EventIndex event) const
    {
        if (!event.isValid())
            return "-";
        const store::EventRow& row = m_events.row(event);
        return std::string(m_events.topicName(row.topic)) + "@" + std::to_string(row.offset);
    }

    const store::EventStore::View& m_events;
    const Identity::View& m_ids;
};

/// Every saga that the tracker holds, worded.
std::multiset<std::string> sagasIn(const saga::SagaTracker::View& sagas, const store::EventStore::View& events,
                                   const Identity::View& ids)
{
    std::multiset<std::string> texts;
    const Wording wording(events, ids);
    for (std::uint32_t slot = 0; slot < sagas.slotCount(); ++slot) {
        const saga::SagaSummary& saga = sagas.saga(base::SagaId(slot));
        if (saga.isAlive)
            texts.insert(wording.of(*saga.events) + std::to_string(saga.findingCount) + saga.caption.text());
    }
    return texts;
}

session::Snapshot ingest(const std::vector<Record>& records)
{
    session::Ingest ingest(test::builtInCatalog());
    for (const Record& record : records)
        ingest.take(record.raw());
    session::Snapshot snapshot;
    ingest.fill(snapshot, kNow);
    return snapshot;
}

/// Bookings that share a payment id here and there, event ids that come again, causes before and after their effects,
/// dead letters; and, with enough stories, a payment id that stands beside so many bookings that it is a hub.
std::vector<Record> madeUpDay(std::uint32_t seed, int stories)
{
    std::mt19937 random(seed);
    std::string text;
    int second = 0;
    const auto line = [&](const std::string& rest) {
        char time[40];
        std::snprintf(time, sizeof time, "%02d:%02d:%02d ", 9 + second / 3600, second / 60 % 60, second % 60);
        text += time + rest + "\n";
        second += int(random() % 3);
    };
    for (int i = 0; i < stories; ++i) {
        const std::string n = std::to_string(i);
        const std::string payment = random() % 3 == 0 ? "pi_shared" : "pi_" + n;
        const std::string other = std::to_string(random() % unsigned(stories));
        line("voyage.booking.created a" + n + " | bookingId=BK-" + n + " totalAmount=482");
        line("payment.completed b" + n + " cause=a" + other + " | bookingId=BK-" + n + " paymentId=" + payment + " amount=482");
        if (random() % 3 == 0)
            line("voyage.booking.confirmed c" + n + " cause=b" + other + " | bookingId=BK-" + n);
        if (random() % 4 == 0)
            line("payment.completed b" + other + " | bookingId=BK-" + n + " paymentId=pi_" + n + " amount=5");
        if (random() % 5 == 0)
            line("payment.completed b" + other + " topic=dead.letter.queue | bookingId=BK-" + n + " paymentId=pi_" + n);
        if (random() % 5 == 0)
            line("auth.login d" + n + " corr=c" + other + " cause=d" + other + " | userId=u1");
    }
    return History(text).records();
}

struct Subset
{
    std::vector<Record> records;      ///< in store order
    std::vector<EventIndex> shuffled; ///< the same by index, in another order
};

Subset subsetOf(const std::vector<Record>& records, std::mt19937& random)
{
    Subset subset;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        if (random() % 4 != 0) {
            subset.records.push_back(records[i]);
            subset.shuffled.emplace_back(i);
        }
    }
    std::shuffle(subset.shuffled.begin(), subset.shuffled.end(), random);
    return subset;
}

TEST(Replay, APartInAnyOrderGivesTheSagasOfThatPartAlone)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::mt19937 random(seed);
        const std::vector<Record> records = madeUpDay(seed, 1 + int(random() % 80));
        const session::Snapshot everything = ingest(records);
        const Subset subset = subsetOf(records, random);
        const session::Snapshot alone = ingest(subset.records);

        Identity replay = Identity::replaying(everything.identity);
        saga::SagaTracker tracker(test::builtInCatalog());
        for (const EventIndex event : subset.shuffled) {
            replay.include(event);
            if (random() % 16 == 0)
                tracker.update(replay, everything.events, kNow);
        }
        tracker.update(replay, everything.events, kNow);
        RC_ASSERT(sagasIn(tracker.view(), everything.events, replay.view())
                  == sagasIn(alone.sagas, alone.events, alone.identity));
        RC_ASSERT(tracker.countByState() == alone.counts.sagasByState);
        RC_ASSERT(tracker.memberCount() == alone.counts.correlatedEvents);
    }));
}

TEST(Replay, GrowsWithWhatWasDescribedMeanwhile)
{
    const std::vector<Record> records = madeUpDay(7, 60);
    session::Ingest following(test::builtInCatalog());
    session::Snapshot snapshot;
    saga::SagaTracker tracker(test::builtInCatalog());
    const std::size_t half = records.size() / 2;
    for (std::size_t i = 0; i < half; ++i)
        following.take(records[i].raw());
    following.fill(snapshot, kNow);
    Identity replay = Identity::replaying(snapshot.identity);
    for (std::uint32_t i = 0; i < half; ++i)
        replay.include(EventIndex(i));
    tracker.update(replay, snapshot.events, kNow);

    for (std::size_t i = half; i < records.size(); ++i)
        following.take(records[i].raw());
    following.fill(snapshot, kNow);
    replay.setDescribed(snapshot.identity);
    for (auto i = std::uint32_t(half); i < records.size(); ++i)
        replay.include(EventIndex(i));
    tracker.update(replay, snapshot.events, kNow);
    EXPECT_EQ(sagasIn(tracker.view(), snapshot.events, replay.view()),
              sagasIn(snapshot.sagas, snapshot.events, snapshot.identity));
}

TEST(Replay, WhatIsAHubNowWasNoneWhenItHadFewPartners)
{
    std::string text;
    for (int i = 0; i < 20; ++i)
        text += "09:00:" + std::to_string(10 + i) + " payment.completed p" + std::to_string(i) + " | bookingId=BK-"
            + std::to_string(i) + " paymentId=pi_1 amount=1\n";
    const session::Snapshot everything = ingest(History(text).records());
    EXPECT_EQ(everything.counts.sagas, 20U); // twenty bookings beside one payment: the payment joins none of them

    Identity replay = Identity::replaying(everything.identity);
    saga::SagaTracker tracker(test::builtInCatalog());
    for (std::uint32_t i = 0; i < 3; ++i)
        replay.include(EventIndex(i));
    tracker.update(replay, everything.events, kNow);
    EXPECT_EQ(tracker.memberCount(), 3U);
    const auto counts = tracker.countByState();
    EXPECT_EQ(std::accumulate(counts.begin(), counts.end(), std::uint64_t(0)), 1U); // three bookings paid as one
}

} // namespace
} // namespace sagascope::identity
