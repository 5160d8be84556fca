// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Replay.h"

#include <algorithm>
#include <random>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "core/session/Report.h"
#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using test::History;
using test::Record;

base::Timestamp at(std::string_view timeOfDay)
{
    return test::moment("2026-03-02T" + std::string(timeOfDay) + "Z");
}

/// Everything that was read, with `now` as the clock.
SnapshotPtr readAll(const std::vector<Record>& records, base::Timestamp now)
{
    Ingest ingest(test::builtInCatalog());
    for (const Record& record : records)
        ingest.take(record.raw());
    auto snapshot = std::make_shared<Snapshot>();
    ingest.fill(*snapshot, now);
    return snapshot;
}

nlohmann::json reportOf(SnapshotPtr snapshot)
{
    return nlohmann::json::parse(toJson(makeReport(std::move(snapshot))));
}

/// A day of bookings: paid, failed and cancelled, repeated, dead-lettered, some records late at the broker, some without
/// any time of it, some no JSON; read in some order.
std::vector<Record> dayOf(std::uint32_t seed)
{
    std::mt19937 random(seed);
    const auto oneIn = [&](unsigned n) { return random() % n == 0; };
    std::string text;
    const int stories = 1 + int(random() % 12);
    for (int story = 0; story < stories; ++story) {
        const std::string n = std::to_string(story);
        const std::string other = std::to_string(random() % unsigned(stories));
        int second = int(random() % 300);
        const auto line = [&](const std::string& type, const std::string& rest) {
            char times[48];
            second += int(random() % 40);
            const int broker = second + int(oneIn(3) ? random() % 90 : 0);
            std::snprintf(times, sizeof times, "09:%02d:%02d ", 40 + second / 60, second % 60);
            text += times + type + " " + rest.substr(0, rest.find('|'));
            std::snprintf(times, sizeof times, "broker=09:%02d:%02d ", 40 + broker / 60, broker % 60);
            text += times + rest.substr(rest.find('|')) + "\n";
        };
        const std::string booking = "| bookingId=BK-" + (oneIn(6) ? other : n);
        const std::string payment = " paymentId=pi_" + (oneIn(8) ? other : n) + " amount=482";
        line("voyage.booking.created", "a" + n + " " + booking + " totalAmount=482 userId=u" + other);
        if (oneIn(3)) {
            line("payment.failed", "b" + n + " cause=a" + other + " " + booking + payment);
            line("voyage.booking.cancelled", "c" + n + " " + booking);
        } else {
            line("payment.completed", "b" + n + " cause=a" + n + " " + booking + payment);
            line("voyage.booking.confirmed", "c" + n + " corr=x" + other + " " + booking);
        }
        if (oneIn(4))
            line("payment.completed", "b" + other + " topic=dead.letter.queue " + booking + payment);
    }
    std::vector<Record> records = History(text).records();
    for (Record& record : records) {
        if (oneIn(20))
            record.time("");
        if (oneIn(25))
            record.value("no json");
    }
    std::shuffle(records.begin(), records.end(), random);
    return records;
}

base::Timestamp someMoment(std::mt19937& random)
{
    return at("09:40:00") + std::chrono::milliseconds(random() % 600'000);
}

TEST(SessionReplay, AMomentIsTheReportOfTheRecordsUpToIt)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::mt19937 random(seed);
        const std::vector<Record> records = dayOf(seed);
        const base::Timestamp moment = someMoment(random);
        std::vector<Record> upToThen;
        nlohmann::json rest = nlohmann::json::array();
        for (const Record& record : records) {
            if (record.raw().brokerTime <= moment)
                upToThen.push_back(record);
            else
                rest.push_back({{"topic", record.topic()}, {"partition", record.raw().partition}, {"offset", record.raw().offset}});
        }
        auto then = reportOf(Replay().travel(readAll(records, at("23:00:00")), {moment}));
        auto alone = reportOf(readAll(upToThen, moment));

        std::sort(rest.begin(), rest.end());
        std::sort(then["later"].begin(), then["later"].end());
        RC_ASSERT(then["later"].dump() == rest.dump());
        RC_ASSERT(then["counts"]["records"].get<std::size_t>() == records.size());
        RC_ASSERT(then["counts"]["later"].get<std::size_t>() == rest.size());
        alone["later"] = rest;
        alone["counts"]["later"] = rest.size();
        alone["counts"]["records"] = records.size();
        RC_ASSERT(then.dump(1) == alone.dump(1));
    }));
}

TEST(SessionReplay, BackAndForthShowsTheSameAsGoingThereAtOnce)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::mt19937 random(seed);
        const std::vector<Record> records = dayOf(seed);
        Ingest ingest(test::builtInCatalog());
        Replay wandering;
        auto read = records.begin();
        for (int stop = 0; stop < 6; ++stop) {
            const auto until = read + std::ptrdiff_t(random() % (std::size_t(records.end() - read) + 1));
            for (; read != until; ++read) // the session goes on meanwhile
                ingest.take(read->raw());
            auto live = std::make_shared<Snapshot>();
            ingest.fill(*live, at("23:00:00"));
            const base::Timestamp moment = someMoment(random);
            bool mayGoOn = random() % 4 != 0; // now and then somebody stops it on the way
            SnapshotPtr there = wandering.travel(live, {moment}, [&] { return !mayGoOn; });
            if (!there)
                there = wandering.travel(live, {moment});
            const SnapshotPtr atOnce = Replay().travel(live, {moment});
            RC_ASSERT(reportOf(there).dump(1) == reportOf(atOnce).dump(1));
            RC_ASSERT(there->counts.sagasByState == atOnce->counts.sagasByState);
            RC_ASSERT(there->counts.correlatedEvents == atOnce->counts.correlatedEvents);
            RC_ASSERT(there->nextEventAt == atOnce->nextEventAt);
        }
    }));
}

class Travelling : public testing::Test
{
protected:
    const History m_history{R"(
        09:40:00 voyage.booking.created   e1 | bookingId=BK-1 totalAmount=10
        09:40:10 voyage.booking.created   e2 | bookingId=BK-2 totalAmount=10
        09:40:10 payment.completed        e3 | bookingId=BK-1 paymentId=pi_1 amount=10
        09:40:20 voyage.booking.confirmed e4 | bookingId=BK-1
        09:40:30 payment.failed           e5 | bookingId=BK-2 paymentId=pi_2
    )"};
    SnapshotPtr m_live = readAll(m_history.records(), at("10:30:00"));
    Replay m_replay;

    /// Time of day that the journey ends at.
    std::string walk(std::string_view from, int steps, base::EventIndex among = {})
    {
        return base::formatIso8601(*m_replay.travel(m_live, {at(from), steps, among})->asOf).substr(11, 8);
    }
};

TEST_F(Travelling, LeavesOutWhatCameLater)
{
    const SnapshotPtr then = m_replay.travel(m_live, {at("09:40:10")});
    EXPECT_EQ(then->asOf, at("09:40:10"));
    EXPECT_EQ(then->takenAt, at("09:40:10")) << "the clock for time limits";
    EXPECT_EQ(then->nextEventAt, at("09:40:20"));
    EXPECT_EQ(then->counts.events, 3U) << "records of that very moment are in";
    EXPECT_EQ(then->counts.later, 2U);
    EXPECT_EQ(then->counts.sagas, 2U);
    EXPECT_FALSE(then->isLater(base::EventIndex(2)));
    EXPECT_TRUE(then->isLater(base::EventIndex(3)));
    EXPECT_FALSE(then->sagas.sagaOf(base::EventIndex(3)).isValid());
    EXPECT_EQ(then->throughput.last(), at("09:40:10"));
    EXPECT_EQ(then->eventsPerSecond, 1.0) << "two events in the two seconds up to that moment";
    EXPECT_FALSE(m_live->isLater(base::EventIndex(3)));
}

TEST_F(Travelling, TellsStatesAsTheyWere)
{
    const auto states = [&](std::string_view moment) {
        const auto counts = m_replay.travel(m_live, {at(moment)})->counts.sagasByState;
        return std::pair(counts[int(saga::SagaState::Completed)], counts[int(saga::SagaState::Running)]);
    };
    EXPECT_EQ(states("09:40:19"), std::pair(0UL, 2UL));
    EXPECT_EQ(states("09:40:20"), std::pair(1UL, 1UL));
    EXPECT_EQ(states("09:40:19"), std::pair(0UL, 2UL));
    EXPECT_EQ(m_replay.travel(m_live, {at("09:40:19")})->sagas.slotCount(), 2U);
}

TEST_F(Travelling, LetsTimeLimitsPassWhereNothingHappens)
{
    const auto stalled = [&](std::string_view moment) {
        return m_replay.travel(m_live, {at(moment)})->counts.sagasByState[int(saga::SagaState::Stalled)];
    };
    const History waiting("09:40:00 voyage.booking.created e1 | bookingId=BK-1 totalAmount=10");
    m_live = readAll(waiting.records(), at("09:40:00"));
    m_replay = Replay();
    EXPECT_EQ(stalled("09:55:00"), 0U);
    EXPECT_EQ(stalled("09:55:01"), 1U);
    EXPECT_EQ(stalled("09:50:00"), 0U);
}

TEST_F(Travelling, WalksFromEventToEvent)
{
    EXPECT_EQ(walk("09:40:00", 1), "09:40:10");
    EXPECT_EQ(walk("09:40:10", 1), "09:40:20") << "two events of one moment are one step";
    EXPECT_EQ(walk("09:40:15", -1), "09:40:10");
    EXPECT_EQ(walk("09:40:00", 3), "09:40:30");
    EXPECT_EQ(walk("09:40:30", 1), "09:40:30") << "there is none after the last";
    EXPECT_EQ(walk("09:50:00", 1), "09:50:00");
    EXPECT_EQ(walk("09:40:00", -1), "09:40:00");
    EXPECT_EQ(walk("09:40:15", Destination::kAllSteps), "09:40:30");
    EXPECT_EQ(walk("09:40:15", -Destination::kAllSteps), "09:40:00");
}

TEST_F(Travelling, WalksAmongTheEventsOfOneSaga)
{
    const base::EventIndex ofSecond(1);
    EXPECT_EQ(walk("09:40:10", 1, ofSecond), "09:40:30");
    EXPECT_EQ(walk("09:40:30", -1, ofSecond), "09:40:10");
    EXPECT_EQ(walk("09:50:00", -Destination::kAllSteps, ofSecond), "09:40:10");
    EXPECT_EQ(walk("09:40:00", Destination::kAllSteps, base::EventIndex(0)), "09:40:20");
}

TEST_F(Travelling, NumbersItsSagasAnewOnlyWhenItGoesBack)
{
    const std::uint64_t first = m_replay.travel(m_live, {at("09:40:00")})->numbering;
    EXPECT_NE(first, m_live->numbering);
    EXPECT_EQ(m_replay.travel(m_live, {at("09:40:20")})->numbering, first);
    EXPECT_NE(m_replay.travel(m_live, {at("09:40:10")})->numbering, first);
}

TEST_F(Travelling, CountsRecordsWithoutABrokerTimeAlways)
{
    std::vector<Record> records = m_history.records();
    records[4].time("");
    m_live = readAll(records, at("10:30:00"));
    const SnapshotPtr then = Replay().travel(m_live, {at("09:00:00")});
    EXPECT_EQ(then->counts.events, 1U);
    EXPECT_EQ(then->counts.later, 4U);
    EXPECT_FALSE(then->isLater(base::EventIndex(4)));
}

} // namespace
} // namespace sagascope::session
