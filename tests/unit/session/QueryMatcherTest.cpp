// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryMatcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/QueryCompletion.h"
#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

constexpr std::string_view kStory = R"(
09:40:00.000 voyage.booking.created   e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482
09:40:01.000 payment.initiated        e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
09:40:02.000 payment.completed        e3 corr=c1 cause=e2 | bookingId=BK-1 paymentId=pi-1 amount=482
09:40:03.000 voyage.booking.confirmed e4 corr=c1 cause=e3 | bookingId=BK-1
09:45:00.000 voyage.booking.created   e5 corr=c2 | bookingId=BK-22 userId=u-2 totalAmount=90
09:45:01.000 payment.failed           e6 corr=c2 cause=e5 | bookingId=BK-22 paymentId=pi-2 amount=90
09:45:09.000 voyage.booking.cancelled e7 corr=c2 cause=e6 | bookingId=BK-22
09:45:09.000 voyage.booking.cancelled e7 corr=c2 cause=e6 broker=09:45:10.000 | bookingId=BK-22
09:50:00.000 voyage.booking.created   e8 corr=c3 | bookingId=BK-3 userId=u-1 totalAmount=12
)";

struct QueryMatcherTest : testing::Test
{
    SnapshotPtr snapshot = test::tellReport(kStory, "09:51:00").snapshot;

    std::vector<std::string> keys(std::string_view text, base::Duration utcOffset = {})
    {
        const ParsedQuery parsed = parseQuery(text);
        EXPECT_TRUE(parsed) << text << ": " << (parsed.error ? queryErrorSentence(*parsed.error) : "");
        QueryMatcher matcher(parsed.query, utcOffset);
        std::vector<std::string> result;
        for (std::uint32_t slot = 0; slot < snapshot->sagas.slotCount(); ++slot)
            if (matcher.matches(*snapshot, base::SagaId(slot)))
                result.push_back(snapshot->sagas.saga(base::SagaId(slot)).key);
        return result;
    }

    std::vector<std::uint32_t> events(std::string_view text)
    {
        QueryMatcher matcher(parseQuery(text).query);
        std::vector<std::uint32_t> result;
        for (std::uint32_t i = 0; i < snapshot->events.size(); ++i)
            if (matcher.matches(*snapshot, base::EventIndex(i)))
                result.push_back(i);
        return result;
    }

    std::vector<std::string> completions(std::string_view text)
    {
        std::vector<std::string> result;
        for (const auto& suggestion : completeQuery(*snapshot, text, text.size()).suggestions)
            result.push_back(suggestion.text);
        return result;
    }
};

TEST_F(QueryMatcherTest, FindsSagasByTheirState)
{
    EXPECT_THAT(keys("state:completed"), ElementsAre("BK-1"));
    EXPECT_THAT(keys("-state:completed"), UnorderedElementsAre("BK-22", "BK-3"));
    EXPECT_THAT(keys("state:completed or state:running"), UnorderedElementsAre("BK-1", "BK-3"));
}

TEST_F(QueryMatcherTest, FindsSagasByWhatTheirEventsCarry)
{
    EXPECT_THAT(keys("booking:BK-2*"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("booking:BK-2"), ElementsAre());
    EXPECT_THAT(keys("user:u-1"), UnorderedElementsAre("BK-1", "BK-3"));
    EXPECT_THAT(keys("payment:u-1"), ElementsAre()) << "another kind of id";
    EXPECT_THAT(keys("id:pi-2"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("type:payment.failed"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("topic:dreamscape.payment.*"), UnorderedElementsAre("BK-1", "BK-22"));
    EXPECT_THAT(keys("service:payment-service type:completed"), ElementsAre("BK-1"));
}

TEST_F(QueryMatcherTest, FindsSagasByFreeWords)
{
    EXPECT_THAT(keys("bk-2"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("e6"), ElementsAre("BK-22")) << "an event's id is found whole";
    EXPECT_THAT(keys("payment"), UnorderedElementsAre("BK-1", "BK-22", "BK-3")) << "also in the definition's name";
    EXPECT_THAT(keys("nothing-like-it"), ElementsAre());
}

TEST_F(QueryMatcherTest, ComparesCountsAndDurations)
{
    EXPECT_THAT(keys("duration:>5s"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("duration:<=3s"), UnorderedElementsAre("BK-1", "BK-3"));
    EXPECT_THAT(keys("events:1"), ElementsAre("BK-3"));
    EXPECT_THAT(keys("repeats:>0"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("has:redelivery"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("has:duplicate"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("has:collision"), ElementsAre());
}

TEST_F(QueryMatcherTest, AsksWhetherASagaWasAliveThen)
{
    using namespace std::chrono_literals;
    EXPECT_THAT(keys("since:5m"), ElementsAre("BK-3")) << "five minutes before 09:51";
    EXPECT_THAT(keys("since:09:45:05"), UnorderedElementsAre("BK-22", "BK-3"));
    EXPECT_THAT(keys("until:09:44"), ElementsAre("BK-1"));
    EXPECT_THAT(keys("at:09:45"), ElementsAre("BK-22"));
    EXPECT_THAT(keys("at:11:45", 2h), ElementsAre("BK-22")) << "two hours ahead of UTC";
    EXPECT_THAT(keys("at:2026-03-02T09:40:01Z"), ElementsAre("BK-1"));
}

TEST_F(QueryMatcherTest, AsksEventsWhatIsTheirsAndTheirSagasTheRest)
{
    EXPECT_THAT(events("type:payment.failed"), ElementsAre(5U));
    EXPECT_THAT(events("state:completed"), ElementsAre(0U, 1U, 2U, 3U));
    EXPECT_THAT(events("has:redelivery"), ElementsAre(7U));
    EXPECT_THAT(events("booking:BK-1 type:payment"), ElementsAre(1U, 2U));
    EXPECT_THAT(events("since:2m"), ElementsAre(8U));
    EXPECT_THAT(events("e3"), ElementsAre(2U, 3U)) << "the event, and the one that it caused";
}

TEST_F(QueryMatcherTest, KnowsWhenAnswersMayChangeByThemselves)
{
    EXPECT_TRUE(QueryMatcher(parseQuery("since:10m").query).dependsOnClock());
    EXPECT_FALSE(QueryMatcher(parseQuery("since:2026-03-02").query).dependsOnClock());
    EXPECT_TRUE(QueryMatcher(parseQuery("type:x (a or state:failed)").query).asksSagasOfEvents());
    EXPECT_FALSE(QueryMatcher(parseQuery("type:x").query).asksSagasOfEvents());
    EXPECT_TRUE(QueryMatcher(parseQuery("").query).matchesEverything());
}

TEST_F(QueryMatcherTest, AReportKeepsTheSagasThatMatchAndAllItsCounts)
{
    Report report = makeReport(snapshot);
    const std::size_t findings = report.findings.size();
    keepSagas(report, parseQuery("booking:BK-2*").query);
    ASSERT_EQ(report.sagas.size(), 1U);
    EXPECT_EQ(report.sagas.front().story.key, "BK-22");
    EXPECT_EQ(report.findings.size(), findings);
    EXPECT_THAT(toText(report), testing::HasSubstr("3 sagas: 1 compensated 1 completed 1 running"));
}

TEST_F(QueryMatcherTest, CompletesFieldsValuesAndIds)
{
    EXPECT_THAT(completions("sta"), ElementsAre("state:"));
    EXPECT_THAT(completions("user:u-1 state:com"), ElementsAre("completed", "compensated"));
    EXPECT_THAT(completions("booking:BK-"), ElementsAre("BK-3", "BK-22", "BK-1")) << "newest first";
    EXPECT_THAT(completions("key:bk-2"), ElementsAre("BK-22"));
    EXPECT_THAT(completions("pi-"), ElementsAre("payment:pi-2", "payment:pi-1"));
    EXPECT_THAT(completions("user:u"), ElementsAre("u-1", "u-2"));
    EXPECT_THAT(completions("service:pay"), ElementsAre("payment-service"));
    EXPECT_THAT(completions("duration:"), testing::Contains(">5s"));
    EXPECT_THAT(completions("-has:dup"), ElementsAre("duplicate"));
}

TEST_F(QueryMatcherTest, ACompletionReplacesTheWordItCompletes)
{
    const QueryCompletion value = completeQuery(*snapshot, "a state:com b", 11);
    EXPECT_EQ(value.span, (QuerySpan{8, 3}));
    const QueryCompletion between = completeQuery(*snapshot, "a  b", 2);
    EXPECT_EQ(between.span, (QuerySpan{2, 0}));
    EXPECT_FALSE(between.suggestions.empty());
}

} // namespace
} // namespace sagascope::session
