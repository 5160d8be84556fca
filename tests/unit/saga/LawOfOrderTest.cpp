// SPDX-License-Identifier: GPL-3.0-or-later
// The law of order: for a fixed set of records and a fixed moment, the report is a function of the set.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/support/History.h"

namespace sagascope::saga {
namespace {

using test::History;
using test::Record;

constexpr std::string_view kNow = "23:00:00";

/// A made-up day of traffic, line by line, with the truth that the maker keeps: which story each line is of.
struct Day
{
    std::vector<std::string> lines;
    std::vector<int> storyOf;
};

class DayMaker
{
public:
    explicit DayMaker(std::uint32_t seed) : m_random(seed) {}

    Day make(int stories, int firstId = 0)
    {
        Day day;
        for (int i = 0; i < stories; ++i)
            tell(day, firstId + i);
        return day;
    }

private:
    void tell(Day& day, int id)
    {
        m_id = std::to_string(id);
        m_second = int(m_random() % 3000);
        switch (m_random() % 6) {
        case 0: return declared(day, id);
        case 1: return aliased(day, id);
        case 2: return failed(day, id);
        case 3: return orchestrated(day, id);
        case 4: return dead(day, id);
        default: return lonely(day, id);
        }
    }

    void add(Day& day, int story, const std::string& type, const std::string& rest)
    {
        m_second += int(m_random() % 40); // equal times happen
        char time[16];
        std::snprintf(time, sizeof time, "%02d:%02d:%02d", 9 + m_second / 3600, m_second / 60 % 60, m_second % 60);
        day.lines.push_back(std::string(time) + " " + type + " e" + m_id + "-" + std::to_string(m_step++) + " " + rest);
        day.storyOf.push_back(story);
    }

    void declared(Day& day, int story)
    {
        const std::string c = "corr=c" + m_id;
        const int first = m_step;
        const auto cause = [&](int step) { return " cause=e" + m_id + "-" + std::to_string(first + step) + " "; };
        add(day, story, "voyage.booking.created", c + " | bookingId=BK-" + m_id + " totalAmount=482");
        add(day, story, "payment.completed", c + cause(0) + "| bookingId=BK-" + m_id + " paymentId=pi_" + m_id + " amount=482");
        add(day, story, "voyage.booking.confirmed", c + cause(1) + "| bookingId=BK-" + m_id);
        add(day, story, "auth.login", c + cause(1) + "| userId=u1");
    }

    void aliased(Day& day, int story)
    {
        const std::string reference = "BOOK-20260302-" + m_id;
        add(day, story, "voyage.booking.created", "| bookingId=clz" + m_id + " totalAmount=482 userId=u1");
        add(day, story, "payment.completed", "| bookingId=" + reference + " paymentId=pi_" + m_id + " amount=482");
        add(day, story, "voyage.booking.confirmed",
            "| bookingId=clz" + m_id + " confirmationNumber=" + reference + " paymentId=pi_" + m_id);
        add(day, story, "voyage.booking.confirmed",
            "| bookingId=" + reference + " confirmationNumber=" + reference + " paymentId=pi_" + m_id);
    }

    void failed(Day& day, int story)
    {
        add(day, story, "voyage.booking.created", "| bookingId=BK-" + m_id);
        add(day, story, "payment.failed", "| bookingId=BK-" + m_id + " paymentId=temp amount=482");
        add(day, story, "voyage.booking.cancelled", "| bookingId=BK-" + m_id + " reason=no");
        if (m_random() % 2 == 0)
            add(day, story, "payment.completed", "| bookingId=BK-" + m_id + " paymentId=pi_" + m_id + " amount=482");
    }

    void orchestrated(Day& day, int story)
    {
        const std::string saga = "saga=s" + m_id + " src=booking-orchestrator ";
        add(day, story, "voyage.booking.created", saga + "step=CREATE_BOOKING | bookingId=BK-" + m_id);
        add(day, story, "payment.completed", saga + "step=PROCESS_PAYMENT | paymentId=pi_" + m_id + " amount=482");
        add(day, story, "payment.refunded", saga + "| paymentId=pi_" + m_id + " refundAmount=482");
        add(day, story, "voyage.booking.cancelled", saga + "| bookingId=BK-" + m_id);
    }

    void dead(Day& day, int story)
    {
        const std::string rest = "| bookingId=BK-" + m_id + " paymentId=pi_" + m_id + " amount=482";
        add(day, story, "payment.completed", rest);
        --m_step;
        add(day, story, "payment.completed", "topic=retry.queue " + rest);
        --m_step;
        add(day, story, "payment.completed", "topic=dead.letter.queue " + rest);
    }

    void lonely(Day& day, int story) { add(day, story, "voyage.search.performed", "| searchId=s-" + m_id + " sessionId=anonymous"); }

    std::mt19937 m_random;
    std::string m_id;
    int m_second = 0;
    int m_step = 0;
};

std::vector<Record> recordsOf(const Day& day)
{
    std::string text;
    for (const std::string& line : day.lines)
        text += line + "\n";
    return History(text).records();
}

session::Report tell(const std::vector<Record>& records, std::size_t batch = 1000)
{
    return test::tellReport(records, test::moment("2026-03-02T" + std::string(kNow) + "Z"), batch);
}

/// Every saga's JSON by key, without the numbers of its findings (they count over the whole report).
std::map<std::string, std::string> sagasOf(const session::Report& report)
{
    std::map<std::string, std::string> sagas;
    auto json = nlohmann::json::parse(toJson(report));
    for (auto& saga : json["sagas"]) {
        saga.erase("findings");
        sagas[saga["key"].get<std::string>()] = saga.dump();
    }
    return sagas;
}

TEST(LawOfOrder, ArrivalNeverCounts)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        const std::vector<Record> records = recordsOf(DayMaker(seed).make(12));
        std::vector<Record> shuffled = records;
        std::mt19937 random(seed);
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        RC_ASSERT(toJson(tell(records)) == toJson(tell(shuffled, 1 + random() % 7)));
    }));
}

TEST(LawOfOrder, TheSameCoordinatesAgainChangeOnlyACounter)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        const std::vector<Record> records = recordsOf(DayMaker(seed).make(6));
        std::vector<Record> twice = records;
        twice.insert(twice.end(), records.begin(), records.begin() + long(seed % records.size()) + 1);
        auto once = nlohmann::json::parse(toJson(tell(records)));
        auto again = nlohmann::json::parse(toJson(tell(twice, 3)));
        RC_ASSERT(again["counts"]["sameCoordinates"] == twice.size() - records.size());
        again["counts"]["sameCoordinates"] = 0;
        RC_ASSERT(once == again);
    }));
}

TEST(LawOfOrder, ACopyAtNewCoordinatesAddsOnlyItself)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::vector<Record> records = recordsOf(DayMaker(seed).make(5));
        const auto before = nlohmann::json::parse(toJson(tell(records)));
        Record copy = records[seed % records.size()];
        records.push_back(copy.at(7, 1'000'000));
        auto after = nlohmann::json::parse(toJson(tell(records)));

        RC_ASSERT(before["sagas"].size() == after["sagas"].size());
        for (std::size_t i = 0; i < before["sagas"].size(); ++i) {
            auto& saga = after["sagas"][i];
            auto& events = saga["events"];
            for (auto event = events.begin(); event != events.end();)
                event = (*event)["partition"] == 7 ? events.erase(event) : event + 1;
            saga["findings"] = before["sagas"][i]["findings"];
            RC_ASSERT(saga == before["sagas"][i]);
        }
    }));
}

TEST(LawOfOrder, UnrelatedTrafficChangesNothing)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        const Day day = DayMaker(seed).make(5);
        const Day others = DayMaker(seed + 1).make(5, 100);
        const auto alone = sagasOf(tell(recordsOf(day)));
        Day both = day; // the day first, so that its offsets stay
        both.lines.insert(both.lines.end(), others.lines.begin(), others.lines.end());
        const auto together = sagasOf(tell(recordsOf(both)));
        for (const auto& [key, saga] : alone)
            RC_ASSERT(together.at(key) == saga);
    }));
}

TEST(LawOfOrder, EveryPairOfEventsIsTogetherIfAndOnlyIfTheTruthSaysSo)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        const Day day = DayMaker(seed).make(20);
        const session::Report report = tell(recordsOf(day));
        std::vector<int> sagaOf(day.lines.size(), -1);
        for (std::size_t i = 0; i < report.sagas.size(); ++i) {
            for (const StoryEvent& event : report.sagas[i].story.events)
                sagaOf[event.event.value] = int(i);
        }
        for (std::size_t a = 0; a < sagaOf.size(); ++a) {
            for (std::size_t b = a + 1; b < sagaOf.size(); ++b) {
                const bool isTogether = sagaOf[a] >= 0 && sagaOf[a] == sagaOf[b];
                RC_ASSERT(isTogether == (day.storyOf[a] == day.storyOf[b]));
            }
        }
    }));
}

} // namespace
} // namespace sagascope::saga
