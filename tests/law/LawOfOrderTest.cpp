// SPDX-License-Identifier: GPL-3.0-or-later
// The law of order: for a fixed set of records and a fixed moment, the report is a function of the set; and the truth:
// what belongs together is found, and nothing else.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <map>
#include <random>

#include "tests/law/Chronicle.h"
#include "tests/law/Tales.h"
#include "tests/support/History.h"

namespace sagascope::test {
namespace {

session::Report report(const std::vector<Record>& records, std::size_t batch = 1000)
{
    return tellReport(records, moment("2026-03-02T23:00:00Z"), batch);
}

std::vector<Record> shuffled(std::vector<Record> records, std::mt19937& random)
{
    std::shuffle(records.begin(), records.end(), random);
    return records;
}

/// Every saga's JSON by key and start, without the numbers of its findings (they count over the whole report).
std::multimap<std::string, std::string> sagasOf(const session::Report& told)
{
    std::multimap<std::string, std::string> sagas;
    auto json = nlohmann::json::parse(toJson(told));
    for (auto& saga : json["sagas"]) {
        saga.erase("findings");
        sagas.emplace(saga["key"].get<std::string>(), saga.dump());
    }
    return sagas;
}

TEST(LawOfOrder, ArrivalNeverCounts)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        const std::vector<Record> records = Chronicle::of(anyTales()).records;
        std::mt19937 random(seed);
        const auto again = shuffled(records, random);
        RC_ASSERT(toJson(report(records)) == toJson(report(again, 1 + random() % 7)));
    }));
}

TEST(LawOfOrder, TheSameCoordinatesAgainChangeOnlyACounter)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        const std::vector<Record> records = Chronicle::of(anyTales()).records;
        RC_PRE(!records.empty());
        std::vector<Record> twice = records;
        twice.insert(twice.end(), records.begin(), records.begin() + long(seed % records.size()) + 1);
        auto once = nlohmann::json::parse(toJson(report(records)));
        auto again = nlohmann::json::parse(toJson(report(twice, 3)));
        RC_ASSERT(again["counts"]["sameCoordinates"] == twice.size() - records.size());
        again["counts"]["sameCoordinates"] = 0;
        RC_ASSERT(once == again);
    }));
}

TEST(LawOfOrder, ACopyAtNewCoordinatesAddsOnlyItself)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::vector<Record> records = Chronicle::of(anyTales()).records;
        RC_PRE(!records.empty());
        const auto before = nlohmann::json::parse(toJson(report(records)));
        records.push_back(Record(records[seed % records.size()]).at(7, 1'000'000));
        auto after = nlohmann::json::parse(toJson(report(records)));

        RC_ASSERT(before["sagas"].size() == after["sagas"].size());
        for (std::size_t i = 0; i < before["sagas"].size(); ++i) {
            auto& saga = after["sagas"][i];
            auto& events = saga["events"];
            for (auto event = events.begin(); event != events.end();)
                event = (*event)["partition"] == 7 ? events.erase(event) : event + 1;
            saga["findings"] = before["sagas"][i]["findings"];
            RC_ASSERT(saga.dump() == before["sagas"][i].dump());
        }
    }));
}

TEST(LawOfOrder, UnrelatedTrafficChangesNothing)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        const Chronicle own = Chronicle::of(anyTales());
        const Chronicle others = Chronicle::of(anyTales(), 1000, 1'000'000);
        std::mt19937 random(seed);
        std::vector<Record> both = own.records;
        both.insert(both.end(), others.records.begin(), others.records.end());
        const auto together = sagasOf(report(shuffled(both, random), 5));
        for (const auto& saga : sagasOf(report(own.records)))
            RC_ASSERT(std::find(together.begin(), together.end(), saga) != together.end());
    }));
}

/// Pairs of events that were put together, against the truth.
struct Score
{
    std::size_t right = 0;
    std::size_t wrong = 0;
    std::size_t missed = 0;
};

struct Verdict
{
    Score certain; ///< declared and aliased: pairs of one strand
    Score inferred; ///< pairs of two strands of one story
};

/// Where the report puts a record: its saga, and whether it was inferred to be there.
struct Place
{
    int saga = -1;
    bool isInferred = false;
};

std::vector<Place> placesOf(const session::Report& told, std::size_t records)
{
    std::vector<Place> places(records);
    for (std::size_t i = 0; i < told.sagas.size(); ++i) {
        for (const saga::StoryEvent& event : told.sagas[i].story.events)
            places[event.event.value] = {int(i), event.evidence == identity::Evidence::Inferred};
    }
    return places;
}

Verdict judge(const Chronicle& chronicle)
{
    const std::vector<Place> places = placesOf(report(chronicle.records), chronicle.records.size());
    Verdict verdict;
    for (std::size_t a = 0; a < places.size(); ++a) {
        for (std::size_t b = a + 1; b < places.size(); ++b) {
            const Chronicle::Truth& left = chronicle.truth[a];
            const Chronicle::Truth& right = chronicle.truth[b];
            const bool isOneStory = left.story == right.story;
            const bool isOneStrand = isOneStory && left.strand == right.strand;
            const bool isLone = isOneStrand && left.strand >= Chronicle::kLone; // no saga need tell of them
            const bool isTogether = places[a].saga >= 0 && places[a].saga == places[b].saga;
            const bool isByInference = isTogether && places[a].isInferred != places[b].isInferred;
            if (isLone)
                continue;
            if (isByInference) {
                ++(isOneStory ? verdict.inferred.right : verdict.inferred.wrong);
            } else if (isOneStory && !isOneStrand) {
                verdict.inferred.missed += left.canBeKnown && right.canBeKnown ? 1 : 0;
            } else if (isTogether != isOneStrand) {
                ++(isTogether ? verdict.certain.wrong : verdict.certain.missed);
            }
        }
    }
    return verdict;
}

TEST(Truth, IsFoundWholeAndNothingElseWhereIdsTieEventsTogether)
{
    EXPECT_TRUE(rc::check([] {
        const Verdict verdict = judge(Chronicle::of(anyTales()));
        RC_ASSERT(verdict.certain.wrong == 0U);
        RC_ASSERT(verdict.certain.missed == 0U);
    }));
}

TEST(Truth, WhatIsInferredIsRightNinetyNineTimesInAHundred)
{
    Score sum;
    EXPECT_TRUE(rc::check([&sum] {
        const Score score = judge(Chronicle::of(anyTales())).inferred;
        sum.right += score.right;
        sum.wrong += score.wrong;
        sum.missed += score.missed;
    }));
    const double precision = double(sum.right) / double(std::max<std::size_t>(1, sum.right + sum.wrong));
    const double recall = double(sum.right) / double(std::max<std::size_t>(1, sum.right + sum.missed));
    std::printf("inferred pairs: %zu right, %zu wrong, %zu missed; precision %.4f, recall %.4f\n", sum.right, sum.wrong,
                sum.missed, precision, recall);
    RecordProperty("precision", std::to_string(precision));
    RecordProperty("recall", std::to_string(recall));
    EXPECT_GT(sum.right, 0U) << "nothing was inferred at all";
    EXPECT_GE(precision, 0.99);
}

} // namespace
} // namespace sagascope::test
