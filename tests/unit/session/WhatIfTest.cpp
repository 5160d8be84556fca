// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/WhatIf.h"

#include <algorithm>
#include <sstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using catalog::SagaDefinition;
using saga::SagaState;
using testing::ElementsAre;
using testing::IsEmpty;
using namespace std::chrono_literals;

std::shared_ptr<const catalog::Catalog> builtIn()
{
    return test::builtInCatalog();
}

/// The built-in definition with a change, in its place.
template <typename Change>
std::shared_ptr<const catalog::Catalog> changed(const std::string& name, Change change)
{
    SagaDefinition definition = *builtIn()->definition(name);
    change(definition);
    return builtIn()->with({definition});
}

catalog::StepDefinition& step(SagaDefinition& definition, std::string_view name)
{
    return *std::find_if(definition.steps.begin(), definition.steps.end(), [&](const auto& s) { return s.name == name; });
}

SnapshotPtr told(const std::vector<test::Record>& records, std::string_view now = {},
                 std::shared_ptr<const catalog::Catalog> catalog = builtIn())
{
    Ingest ingest(std::move(catalog));
    for (const test::Record& record : records)
        ingest.take(record.raw());
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->isFinished = true;
    ingest.fill(*snapshot, now.empty() ? ingest.latestTime() : test::moment("2026-03-02T" + std::string(now) + "Z"));
    return snapshot;
}

SnapshotPtr told(std::string_view lines, std::string_view now = {})
{
    const test::History history(lines);
    return told(history.records(), now);
}

/// `12 booking-payment: stalled → completed`
std::vector<std::string> movesOf(const WhatIf& result)
{
    std::vector<std::string> moves;
    for (const StateMove& move : result.moves) {
        std::ostringstream text;
        text << move.count << ' ' << move.definition << ": " << saga::stateName(move.from) << " → " << saga::stateName(move.to);
        moves.push_back(text.str());
    }
    return moves;
}

std::vector<std::string> keysOf(const SagaCount& sagas)
{
    std::vector<std::string> keys;
    for (const SagaExample& example : sagas.examples)
        keys.push_back(example.key);
    return keys;
}

std::vector<std::string> findingsOf(const WhatIf& result)
{
    std::vector<std::string> findings;
    for (const FindingMove& move : result.findings)
        findings.push_back(std::string(base::ruleName(move.rule)) + " +" + std::to_string(move.added) + " -" + std::to_string(move.removed));
    return findings;
}

/// Two bookings that were paid and never confirmed, and one that was.
constexpr std::string_view kUnconfirmed = R"(
    09:00:00.000 voyage.booking.created   e1 | bookingId=BK-1 userId=u-1 totalAmount=100
    09:00:01.000 payment.completed        e2 | bookingId=BK-1 paymentId=p-1 amount=100
    09:00:00.000 voyage.booking.created   e3 | bookingId=BK-2 userId=u-2 totalAmount=200
    09:00:02.000 payment.completed        e4 | bookingId=BK-2 paymentId=p-2 amount=200
    09:00:00.000 voyage.booking.created   e5 | bookingId=BK-3 userId=u-3 totalAmount=300
    09:00:03.000 payment.completed        e6 | bookingId=BK-3 paymentId=p-3 amount=300
    09:00:04.000 voyage.booking.confirmed e7 | bookingId=BK-3 paymentId=p-3
)";

TEST(WhatIf, NothingMovesWhereTheDefinitionsStayAsTheyAre)
{
    const SnapshotPtr live = told(kUnconfirmed, "12:00:00");
    for (const auto& catalog : {builtIn(), builtIn()->with({})}) {
        const auto result = whatIf(live, catalog);
        ASSERT_TRUE(result);
        EXPECT_TRUE(result->isNothing());
        EXPECT_EQ(result->unchanged, 3U);
        EXPECT_THAT(result->moves, IsEmpty());
        EXPECT_THAT(result->findings, IsEmpty());
        EXPECT_FALSE(result->isDescribedAnew);
    }
}

TEST(WhatIf, ARequiredStepLessMovesWhatWaitedForItFromStalledToCompleted)
{
    const SnapshotPtr live = told(kUnconfirmed, "12:00:00");
    const auto result = whatIf(live, changed("booking-payment", [](SagaDefinition& d) {
        step(d, "confirmed").isRequired = false;
        d.success = {"paid"};
    }));
    ASSERT_TRUE(result);
    EXPECT_THAT(movesOf(*result), ElementsAre("2 booking-payment: stalled → completed"));
    EXPECT_THAT(keysOf(result->moves.front()), ElementsAre("BK-1", "BK-2"));
    EXPECT_EQ(live->sagas.saga(result->moves.front().examples.front().id).key, "BK-1");
    EXPECT_EQ(result->unchanged, 1U);
    EXPECT_FALSE(result->isDescribedAnew) << "outcomes are judged without reading a payload again";
    EXPECT_THAT(findingsOf(*result), ElementsAre("saga-stuck +0 -2"));
    EXPECT_EQ(result->statesBefore[static_cast<std::size_t>(SagaState::Stalled)], 2U);
    EXPECT_EQ(result->statesAfter[static_cast<std::size_t>(SagaState::Completed)], 3U);
}

TEST(WhatIf, ATighterTimeLimitMovesWhatStillRunsToStalled)
{
    const SnapshotPtr live = told(kUnconfirmed, "09:05:00");
    const auto result =
        whatIf(live, changed("booking-payment", [](SagaDefinition& d) { step(d, "confirmed").timeLimit = 1min; }));
    ASSERT_TRUE(result);
    EXPECT_THAT(movesOf(*result), ElementsAre("2 booking-payment: running → stalled"));
    EXPECT_THAT(findingsOf(*result), ElementsAre("saga-stuck +2 -0"));
}

TEST(WhatIf, AJoinLessSplitsWhatItHadJoined)
{
    const SnapshotPtr live = told(R"(
        09:00:00.000 voyage.booking.created   e1 | bookingId=BK-1 userId=u-1 totalAmount=100
        09:00:01.000 payment.completed        e2 | bookingId=BK-1 paymentId=p-1 amount=100
        09:00:02.000 voyage.booking.confirmed e3 | bookingId=BK-1
    )");
    SagaDefinition booking = *builtIn()->definition("booking-payment");
    SagaDefinition orchestrated = *builtIn()->definition("orchestrated-booking");
    for (SagaDefinition* definition : {&booking, &orchestrated})
        for (catalog::JoinField& join : definition->joins)
            if (join.kind == "booking")
                std::erase(join.types, "payment.completed");
    booking.inference.reset();
    const auto split = whatIf(live, builtIn()->with({booking, orchestrated}));
    ASSERT_TRUE(split);
    EXPECT_TRUE(split->isDescribedAnew);
    EXPECT_EQ(split->split.count, 1U);
    EXPECT_THAT(keysOf(split->split), ElementsAre("BK-1"));
    EXPECT_EQ(split->sagasBefore, 1U);
    EXPECT_EQ(split->sagasAfter, 2U);
    EXPECT_THAT(movesOf(*split), ElementsAre("1 booking-payment: completed → running"));

    const auto back = whatIf(split->changed, builtIn());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->merged.count, 1U) << "and back it merges what was apart";
    EXPECT_THAT(movesOf(*back), ElementsAre("1 booking-payment: running → completed"));
}

TEST(WhatIf, ADefinitionOfItsOwnTakesOverSagasThatFollowedNone)
{
    const SnapshotPtr live = told(R"(
        09:00:00.000 loyalty.points.requested e1 corr=c-1 | accountId=a-1
        09:00:01.000 loyalty.points.granted   e2 corr=c-1 | accountId=a-1
        09:00:00.000 loyalty.points.requested e3 | accountId=a-2
        09:00:01.000 loyalty.points.granted   e4 | accountId=a-2
    )");
    const auto definition = catalog::parseSagaDefinition(R"({
        "name": "points", "style": "choreographed", "description": "Points.", "keyKinds": ["entity"],
        "start": "requested", "hasEnd": true, "joins": [{"kind": "entity", "pointers": ["/payload/accountId"]}],
        "steps": [
            {"name": "requested", "eventType": "loyalty.points.requested", "role": "step", "fact": ["/payload/accountId"]},
            {"name": "granted", "eventType": "loyalty.points.granted", "role": "step", "fact": ["/payload/accountId"]}
        ],
        "outcomes": {"success": ["granted"], "failing": []}})", "points", builtIn()->definitionSchema());
    ASSERT_TRUE(definition) << definition.error().text();
    const auto result = whatIf(live, builtIn()->with({*definition}));
    ASSERT_TRUE(result);
    ASSERT_EQ(result->redefined.size(), 1U);
    EXPECT_EQ(result->redefined.front().from, "");
    EXPECT_EQ(result->redefined.front().to, "points");
    EXPECT_EQ(result->redefined.front().count, 1U);
    EXPECT_EQ(result->appeared.count, 1U) << "what no identifier had held together";
    EXPECT_THAT(keysOf(result->appeared), ElementsAre("a-2"));
    EXPECT_EQ(result->vanished.count, 0U);

    const auto back = whatIf(result->changed, builtIn());
    ASSERT_TRUE(back);
    EXPECT_EQ(back->vanished.count, 1U);
    EXPECT_EQ(back->redefined.front().to, "");
}

TEST(WhatIf, TheChangedSnapshotIsWhatASessionWithThatCatalogTells)
{
    const test::History history(kUnconfirmed);
    const auto catalog = changed("booking-payment", [](SagaDefinition& d) {
        d.success = {"paid"};
        step(d, "paid").fact = {"/payload/paymentId"};
    });
    const auto result = whatIf(told(history.records(), "12:00:00"), catalog);
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->isDescribedAnew);
    EXPECT_EQ(toJson(makeReport(result->changed)), toJson(makeReport(told(history.records(), "12:00:00", catalog))));
}

TEST(WhatIf, AMomentOfThePastIsJudgedAtThatMoment)
{
    const SnapshotPtr live = told(kUnconfirmed, "12:00:00");
    const SnapshotPtr past = Replay().travel(live, {test::moment("2026-03-02T09:00:01.500Z")});
    for (const bool isDescribedAnew : {false, true}) {
        const auto result = whatIf(past, changed("booking-payment", [&](SagaDefinition& d) {
            d.success = {"created"};
            if (isDescribedAnew)
                step(d, "created").fact = {"/payload/userId"};
        }));
        ASSERT_TRUE(result);
        EXPECT_EQ(result->isDescribedAnew, isDescribedAnew);
        EXPECT_EQ(result->sagasBefore, 3U);
        EXPECT_THAT(movesOf(*result), ElementsAre("3 booking-payment: running → completed"));
    }
}

TEST(WhatIf, StopsWhenToldSoAndSaysHowFarItIs)
{
    const SnapshotPtr live = told(kUnconfirmed);
    EXPECT_EQ(whatIf(live, builtIn(), {}, [] { return true; }), nullptr);
    std::vector<double> shares;
    ASSERT_TRUE(whatIf(live, builtIn(), [&](double share) { shares.push_back(share); }));
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_EQ(shares.back(), 1.0);
}

TEST(WhatIf, AnEmptySnapshotHasNothingToChange)
{
    const auto result = whatIf(told(""), builtIn());
    ASSERT_TRUE(result);
    EXPECT_TRUE(result->isNothing());
}

} // namespace
} // namespace sagascope::session
