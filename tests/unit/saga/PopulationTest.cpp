// SPDX-License-Identifier: GPL-3.0-or-later
// What many sagas have in common: variants, transitions, quantiles, what comes next.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "core/saga/Tell.h"
#include "tests/unit/saga/Populations.h"

namespace sagascope::saga {
namespace {

using namespace std::chrono_literals;
using test::bookings;
using test::populationOf;
using test::recordedSagas;
using test::snapshotOf;
using test::toText;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::string_view kThreeBookings = R"(
    09:40:00 voyage.booking.created   a1 corr=a          | bookingId=BK-A totalAmount=10
    09:40:02 payment.completed        a2 corr=a cause=a1 | bookingId=BK-A paymentId=pA amount=10
    09:40:03 voyage.booking.confirmed a3 corr=a cause=a2 | bookingId=BK-A
    09:41:00 voyage.booking.created   b1 corr=b          | bookingId=BK-B totalAmount=10
    09:41:04 payment.completed        b2 corr=b cause=b1 | bookingId=BK-B paymentId=pB amount=10
    09:41:09 voyage.booking.confirmed b3 corr=b cause=b2 | bookingId=BK-B
    09:42:00 voyage.booking.created   c1 corr=c          | bookingId=BK-C totalAmount=10
    09:42:01 payment.failed           c2 corr=c cause=c1 | bookingId=BK-C paymentId=pC amount=10
    09:42:02 voyage.booking.cancelled c3 corr=c cause=c2 | bookingId=BK-C
)";

TEST(Distribution, quantilesAreSamplesByNearestRank)
{
    Distribution waits;
    for (int i = 20; i > 0; --i)
        waits.add(std::chrono::milliseconds(i));
    waits.seal();
    EXPECT_EQ(waits.median(), 10ms);
    EXPECT_EQ(waits.p95(), 19ms);
    EXPECT_EQ(waits.p99(), 20ms);
    EXPECT_EQ(waits.quantile(0), 1ms);
    EXPECT_EQ(waits.quantile(1), 20ms);
}

TEST(Distribution, aStandingCountsTheOthersThatWereQuicker)
{
    Distribution waits;
    for (const auto wait : {1ms, 2ms, 2ms, 3ms, 9ms})
        waits.add(wait);
    waits.seal();
    EXPECT_DOUBLE_EQ(waits.standingOf(9ms).quicker, 1.0);
    EXPECT_DOUBLE_EQ(waits.standingOf(2ms).quicker, 0.25);
    EXPECT_EQ(waits.standingOf(1ms).others, 4U);
    EXPECT_EQ(Distribution().standingOf(1ms).others, 0U);
}

TEST(Population, variantsAreDistinctSequencesMostFrequentFirst)
{
    EXPECT_EQ(toText(*populationOf(kThreeBookings)), "booking-payment 3\n"
                                                     "  2 created > paid > confirmed | completed 2 | n 2 p50 3s p95 9s\n"
                                                     "  1 created > payment-failed > cancelled | compensated 1 | n 1 p50 2s p95 2s\n");
}

TEST(Population, transitionsCarryTheirWaits)
{
    const auto population = populationOf(kThreeBookings);
    const DefinitionPopulation& booking = *population->find("booking-payment");
    std::vector<std::string> lines;
    for (const Transition& t : booking.transitions)
        lines.push_back(booking.steps[t.from].name + " -> " + booking.steps[t.to].name + " " + std::to_string(t.sagas) + " "
                        + test::seconds(t.waits.median()) + " " + test::seconds(t.waits.p95()));
    EXPECT_THAT(lines, ElementsAre("created -> paid 2 2s 4s", "created -> payment-failed 1 1s 1s",
                                   "paid -> confirmed 2 1s 5s", "payment-failed -> cancelled 1 1s 1s"));
    EXPECT_EQ(booking.transition(0, 1), nullptr) << "nobody announced a payment";
}

TEST(Population, aStepKnowsWhoSentItAndHowOftenItBeginsAndEnds)
{
    const auto population = populationOf(kThreeBookings);
    const PopulationStep& created = population->find("booking-payment")->steps[0];
    EXPECT_EQ(created.service, "voyage-service");
    EXPECT_EQ(created.observedSource, "voyage-service");
    EXPECT_EQ(created.sagas, 3U);
    EXPECT_EQ(created.begins, 3U);
    EXPECT_EQ(created.endsIn, 0U);
}

TEST(Population, repeatsDoNotMakeAVariant)
{
    const auto population = populationOf(R"(
        09:40:00 voyage.booking.created   a1 corr=a | bookingId=BK-A totalAmount=10
        09:40:02 payment.completed        a2 corr=a | bookingId=BK-A paymentId=pA amount=10 currency=EUR
        # the same record again, the same fact under another id, and an attempt on the retry queue
        09:40:02 payment.completed        a2 corr=a | bookingId=BK-A paymentId=pA amount=10 currency=EUR
        09:40:03 payment.completed        a9 corr=a | bookingId=BK-A paymentId=pA amount=10 currency=EUR
        09:40:02 payment.completed        a2 corr=a topic=retry.queue | bookingId=BK-A paymentId=pA amount=10 currency=EUR
        09:40:04 voyage.booking.confirmed a3 corr=a | bookingId=BK-A
    )");
    EXPECT_EQ(toText(*population), "booking-payment 1\n"
                                   "  1 created > paid > confirmed | completed 1 | n 1 p50 4s p95 4s\n");
}

TEST(Population, whatCameFirstStaysFirst)
{
    EXPECT_EQ(toText(*populationOf(R"(
        09:40:00 voyage.booking.created   a1 corr=a | bookingId=BK-A totalAmount=10
        09:40:02 voyage.booking.confirmed a3 corr=a | bookingId=BK-A
        09:40:04 payment.completed        a2 corr=a | bookingId=BK-A paymentId=pA amount=10
    )")),
              "booking-payment 1\n  1 created > confirmed > paid | completed 1 | n 1 p50 4s p95 4s\n");
}

TEST(Population, sagasWithoutDefinitionAreToldByTheirTypes)
{
    const auto population = populationOf(R"(
        09:40:00 parcel.packed a1 corr=a
        09:40:01 parcel.moved  a2 corr=a
        09:40:02 parcel.moved  a3 corr=a
        09:40:03 parcel.handed a4 corr=a
        09:50:00 parcel.packed b1 corr=b
        09:50:01 parcel.moved  b2 corr=b
        09:50:03 parcel.handed b4 corr=b
    )");
    EXPECT_EQ(toText(*population), "- 2\n  2 parcel.packed > parcel.moved > parcel.handed | running 2 | n 0\n");
    EXPECT_EQ(population->find("")->steps[0].name, "parcel.handed") << "by name";
}

TEST(Population, aWindowTakesTheSagasThatStartedInIt)
{
    const auto snapshot = snapshotOf(kThreeBookings);
    const StartWindow window{test::moment("2026-03-02T09:41:00Z"), test::moment("2026-03-02T09:42:00Z")};
    TraceTable table;
    const auto population = Population::of(table.update(recordedSagas(*snapshot)), window);
    EXPECT_EQ(toText(*population), "booking-payment 1\n  1 created > paid > confirmed | completed 1 | n 1 p50 9s p95 9s\n");
}

TEST(Population, nextStepsComeFromEndedSagasThatBeganTheSame)
{
    // 18 paid after 2 s, 6 failed after 5 s, and one that waits
    const auto snapshot = snapshotOf(bookings(18, "paid") + bookings(6, "failed", 100) + bookings(1, "waiting", 200), "12:00:10");
    const auto population = populationOf(*snapshot);
    const auto waiting = test::sagaWithKey(*snapshot, "BK-200");
    const auto next = population->nextSteps(waiting);
    ASSERT_THAT(next, SizeIs(2));
    const DefinitionPopulation& booking = *population->populationOf(waiting);
    EXPECT_EQ(booking.steps[next[0].step].name, "paid");
    EXPECT_DOUBLE_EQ(next[0].probability, 0.75);
    EXPECT_EQ(next[0].taken, 18U);
    EXPECT_EQ(next[0].samples, 24U);
    EXPECT_EQ(next[0].median, 2s);
    EXPECT_EQ(booking.steps[next[1].step].name, "payment-failed");
    EXPECT_EQ(next[1].p95, 5s);
    EXPECT_THAT(population->nextSteps(test::sagaWithKey(*snapshot, "BK-1")), IsEmpty()) << "it has ended";
}

TEST(Population, nextStepsAreSilentBelowTwentySamples)
{
    const auto snapshot = snapshotOf(bookings(19, "paid") + bookings(1, "waiting", 200), "12:00:10");
    EXPECT_THAT(populationOf(*snapshot)->nextSteps(test::sagaWithKey(*snapshot, "BK-200")), IsEmpty());
}

TEST(Population, aSagaStandsAmongItsVariantAndItsWaits)
{
    const auto snapshot = snapshotOf(kThreeBookings);
    const auto population = populationOf(*snapshot);
    const base::SagaId slow = test::sagaWithKey(*snapshot, "BK-B");
    const auto standing = population->durationStanding(slow);
    ASSERT_TRUE(standing);
    EXPECT_DOUBLE_EQ(standing->quicker, 1.0);
    EXPECT_EQ(standing->others, 1U);
    const auto waits = population->waitStandings(slow);
    ASSERT_THAT(waits, SizeIs(2));
    EXPECT_EQ(waits[1].wait, 5s);
    EXPECT_EQ(waits[1].median, 1s);
    EXPECT_DOUBLE_EQ(waits[1].standing.quicker, 1.0);
}

TEST(TraceTable, readsOnlyWhatChangedAndForgetsNothing)
{
    const test::History history(kThreeBookings);
    session::Ingest ingest(test::builtInCatalog());
    TraceTable table;
    for (const test::Record& record : history.records()) {
        ingest.take(record.raw());
        session::Snapshot snapshot;
        ingest.fill(snapshot, ingest.latestTime());
        TraceTable fresh;
        EXPECT_EQ(toText(*Population::of(table.update(recordedSagas(snapshot)))),
                  toText(*Population::of(fresh.update(recordedSagas(snapshot)))));
    }
}

TEST(TraceTable, whatAStopLeftIsDoneNextTime)
{
    const auto snapshot = snapshotOf(bookings(600, "paid"));
    TraceTable table;
    const auto halfway = table.update(recordedSagas(*snapshot), [] { return true; });
    std::size_t traced = 0;
    halfway.forEach([&](const StepTrace&) { ++traced; });
    EXPECT_LT(traced, 600U);
    EXPECT_EQ(Population::of(table.update(recordedSagas(*snapshot)))->sagaCount(), 600U);
    EXPECT_EQ(Population::of(table.update(recordedSagas(*snapshot)), std::nullopt, [] { return true; }), nullptr);
}

/// Steps and branches of a saga as the whole story tells them.
std::string storyText(const Story& story)
{
    std::string out;
    for (const StoryEvent& event : story.events) {
        if (event.step >= 0 && event.repeat != identity::Repeat::Redelivery && event.repeat != identity::Repeat::Attempt
            && event.repeat != identity::Repeat::SameFact)
            out += story.steps[std::size_t(event.step)].name + " ";
    }
    return out;
}

std::string traceText(const StepTrace& trace)
{
    std::string out;
    for (const TraceStep& step : trace.steps)
        out += trace.definition->steps[step.step].name + " ";
    return out;
}

TEST(StepTrace, saysTheSameAsTheWholeStory)
{
    const auto snapshot = snapshotOf(test::quirkyDay());
    TraceTable table;
    const auto view = table.update(recordedSagas(*snapshot));
    int compared = 0;
    view.forEach([&](const StepTrace& trace) {
        const Story story = session::storyOf(*snapshot, trace.saga);
        if (!story.definition)
            return;
        ++compared;
        EXPECT_EQ(traceText(trace), storyText(story)) << story.key;
        std::vector<std::string> branches;
        for (const identity::Edge& edge : story.edges)
            branches.push_back(test::branchName(*snapshot, *story.definition, edge));
        std::erase(branches, "");
        std::sort(branches.begin(), branches.end());
        branches.erase(std::unique(branches.begin(), branches.end()), branches.end());
        std::vector<std::string> traced;
        for (const std::uint16_t branch : trace.branches)
            traced.emplace_back(branchesOf(*trace.definition)[branch].name);
        std::sort(traced.begin(), traced.end());
        EXPECT_EQ(traced, branches) << story.key;
    });
    EXPECT_GT(compared, 8);
}

TEST(Population, isIndependentOfTheOrderOfArrival)
{
    const test::History history(test::quirkyDay() + bookings(30, "paid") + bookings(7, "failed", 100));
    const auto expected = toText(*populationOf(*test::snapshotOf(history.records())), true);
    EXPECT_GT(std::count(expected.begin(), expected.end(), '\n'), 12);
    for (std::uint32_t seed = 0; seed < 40; ++seed) {
        auto shuffled = history.records();
        std::shuffle(shuffled.begin(), shuffled.end(), std::mt19937(seed));
        ASSERT_EQ(toText(*populationOf(*test::snapshotOf(shuffled)), true), expected) << "seed " << seed;
    }
}

} // namespace
} // namespace sagascope::saga
