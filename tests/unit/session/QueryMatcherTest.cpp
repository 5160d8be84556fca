// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/QueryMatcher.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <thread>

#include "core/session/QueryCompletion.h"
#include "core/store/BlockCodec.h"
#include "core/store/MemoryKeeper.h"
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
                result.emplace_back(snapshot->sagas.saga(base::SagaId(slot)).key);
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

TEST_F(QueryMatcherTest, FindsWhatCameLate)
{
    const test::History history(R"(
09:40:05.000 voyage.booking.created   e1 | bookingId=BK-1
09:40:01.000 payment.completed        e2 | bookingId=BK-2 paymentId=pi-2
09:40:06.000 voyage.booking.confirmed e3 | bookingId=BK-1
)");
    Ingest ingest(test::builtInCatalog());
    Snapshot filled;
    for (const test::Record& record : history.records()) {
        ingest.take(record.raw());
        ingest.fill(filled, ingest.latestTime()); // late is what comes after newer ones were shown
    }
    snapshot = std::make_shared<const Snapshot>(filled);
    EXPECT_THAT(events("has:late"), ElementsAre(1U));
    EXPECT_THAT(events("-has:late"), ElementsAre(0U, 2U));
    EXPECT_THAT(keys("has:late"), ElementsAre("BK-2"));
}

TEST_F(QueryMatcherTest, AnExpressionByItselfIsLookedForInTheWholeText)
{
    EXPECT_THAT(events("/pi-[12]/ type:initiated"), ElementsAre(1U));
    EXPECT_THAT(events("/BOOKINGID.*bk-22/i -type:cancelled -type:failed"), ElementsAre(4U));
    EXPECT_THAT(events("-(/bookingId/)"), ElementsAre());
    EXPECT_THAT(events("/api/v1"), ElementsAre()) << "a word";
    EXPECT_EQ(parseQuery("/[/").error->code, QueryErrorCode::FaultyPattern);
}

/// Blocks that cannot be read while `isGone`.
class LosableKeeper : public store::MemoryKeeper
{
public:
    [[nodiscard]] base::Result<store::BlockBytes> read(std::uint32_t number, store::BlockForm form) const override
    {
        if (isGone)
            return base::Error{base::ErrorCode::NotFound, "a.sagascope", "no such file"};
        return store::MemoryKeeper::read(number, form);
    }
    bool isGone = false;
};

TEST_F(QueryMatcherTest, CountsTheRecordsThatItCouldNotRead)
{
    std::string lines;
    for (int i = 0; i < 1'200; ++i)
        lines += "09:40:00 voyage.booking.created - | bookingId=BK-" + std::to_string(i) + " note=" + std::string(800, 'x') + "\n";
    const auto keeper = std::make_shared<LosableKeeper>();
    Ingest ingest(test::builtInCatalog(), keeper, 0);
    const test::History history(lines);
    for (const test::Record& record : history.records())
        ingest.take(record.raw());
    Snapshot filled;
    filled.isFinished = true;
    ingest.fill(filled, ingest.latestTime());
    const auto count = [&](const auto& holds) {
        std::size_t events = 0;
        for (std::uint32_t i = 0; i < filled.events.size(); ++i)
            events += holds(base::EventIndex(i)) ? 1 : 0;
        return events;
    };
    const std::uint32_t open = filled.events.row(base::EventIndex(1'199)).block;
    const std::size_t kept = count([&](base::EventIndex event) { return filled.events.row(event).block != open; });
    ASSERT_GT(kept, 100U);
    for (const std::string_view text : {"payload.note:x*", "text:xxx", "header.x:1 or payload.note:*"}) {
        QueryMatcher matcher(parseQuery(text).query);
        QueryMatcher copy = matcher;
        keeper->isGone = true;
        for (QueryMatcher* each : {&copy, &matcher})
            EXPECT_EQ(count([&](base::EventIndex event) { return each->matches(filled, event); }), 1'200U - kept) << text;
        EXPECT_EQ(matcher.unreadCount(), kept) << text << ": each once, whichever copy asked";
        keeper->isGone = false;
        EXPECT_EQ(count([&](base::EventIndex event) { return matcher.matches(filled, event); }), 1'200U) << text << ": asked again";
        EXPECT_EQ(matcher.unreadCount(), 0U);
    }
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

TEST_F(QueryMatcherTest, AsksWhatPayloadsHold)
{
    EXPECT_THAT(events("payload.amount:>90"), ElementsAre(1, 2));
    EXPECT_THAT(events("payload.amount:482"), ElementsAre(1, 2));
    EXPECT_THAT(events("payload.amount:482.0"), ElementsAre(1, 2)) << "the same number";
    EXPECT_THAT(events("payload.amount:\"482.0\""), ElementsAre()) << "quotes mean exactly that text";
    EXPECT_THAT(events("payload.userId:U-*"), ElementsAre(0, 4, 8));
    EXPECT_THAT(events("payload.userId:u"), ElementsAre()) << "values are meant whole";
    EXPECT_THAT(events("payload.bookingId:/^BK-\\d$/ -payload.amount:*"), ElementsAre(0, 3, 8));
    EXPECT_THAT(keys("payload.amount:<100"), ElementsAre("BK-22")) << "of a saga when one of its events holds it";
    EXPECT_THAT(events("text:\"\\\"paymentId\\\":\\\"pi-2\""), ElementsAre(5)) << "as it was sent, quotes too";
    EXPECT_THAT(events("text:paymentid"), ElementsAre(1, 2, 5));
    EXPECT_THAT(events("text:bookingId*pi-2"), ElementsAre(5));
    EXPECT_THAT(events("type:/failed$/"), ElementsAre(5));
}

/// Events whose values are long: a block holds few.
test::Record longEvent(int number, std::string_view text)
{
    const std::string id = "e" + std::to_string(number);
    return test::Record("dreamscape.payment.failed").at(0, number).time("2026-03-02T09:40:00.000Z")
        .value("{\"eventId\":\"" + id + "\",\"eventType\":\"payment.failed\",\"payload\":{\"reason\":\"" + std::string(text)
               + "\",\"padding\":\"" + std::string(store::kBlockSize / 13, '.') + "\"}}")
        .header("x-reason", "Card expired"); // no value, though it lies in the same block
}

TEST_F(QueryMatcherTest, AsksWhatValuesHoldBlockByBlock)
{
    std::vector<test::Record> records;
    for (int i = 0; i < 50; ++i)
        records.push_back(longEvent(i, i % 9 == 4 ? "CARD expired" : i % 9 == 5 ? "card" : "none"));
    records.push_back(test::Record("dreamscape.broken").at(0, 50).value(std::string("\xff card Expired", 14)));
    records.push_back(test::Record("dreamscape.broken").at(0, 51).tombstone());
    snapshot = test::tellReport(records).snapshot;
    ASSERT_GT(snapshot->events.row(base::EventIndex(49)).block, 2U) << "some kept, and one that is being filled";
    EXPECT_THAT(events("text:\"Card expired\""), ElementsAre(4, 13, 22, 31, 40, 49, 50));
    EXPECT_THAT(events("text:/Card expired/"), ElementsAre());
    EXPECT_THAT(events("text:/card expired/i -type:broken"), ElementsAre(4, 13, 22, 31, 40, 49));
    EXPECT_THAT(events("text:/CARD [a-z]+ed\"/"), ElementsAre(4, 13, 22, 31, 40, 49));
    EXPECT_THAT(events("text:reason*card*padding text:/\"card\"/"), ElementsAre(5, 14, 23, 32, 41));
    EXPECT_THAT(events("text:\"x-reason\""), ElementsAre()) << "headers are no value";
    EXPECT_EQ(events("text:*").size(), 51U) << "the tombstone has none";
    EXPECT_EQ(events("payload.eventId:e7 or text:e7").size(), 1U);
}

TEST_F(QueryMatcherTest, KnowsNothingYetOfRecordsThatComeIntoABlockLater)
{
    Ingest ingest(test::builtInCatalog());
    QueryMatcher matcher(parseQuery("text:expired").query);
    for (std::uint32_t i = 0; i < 40; ++i) {
        ingest.take(longEvent(int(i), i % 2 == 0 ? "expired" : "none").raw());
        Snapshot glance;
        ingest.fill(glance, ingest.latestTime());
        EXPECT_EQ(matcher.matches(glance, base::EventIndex(i)), i % 2 == 0) << i;
        EXPECT_EQ(matcher.matches(glance, base::EventIndex(i / 2)), i / 2 % 2 == 0) << "asked before: " << i / 2;
    }
}

TEST_F(QueryMatcherTest, FollowsCausesAndSagas)
{
    EXPECT_THAT(events("caused-by:(type:payment.failed)"), ElementsAre(6, 7));
    EXPECT_THAT(events("caused-by:(payload.amount:>90)"), ElementsAre(2, 3));
    EXPECT_THAT(events("caused-by:(caused-by:(type:voyage.booking.created))"), ElementsAre(2, 6, 7));
    EXPECT_THAT(keys("caused-by:(type:payment.failed)"), ElementsAre("BK-22"));
    EXPECT_THAT(events("in:(payload.amount:90)"), ElementsAre(4, 5, 6, 7));
    EXPECT_THAT(events("in:(events:>3) type:created"), ElementsAre(0, 4));
    EXPECT_THAT(keys("in:(type:payment.failed)"), ElementsAre("BK-22"));
}

TEST_F(QueryMatcherTest, CopiesInOtherThreadsKnowWhatWasRead)
{
    const QueryMatcher matcher(parseQuery("payload.amount:>90 or in:(payload.userId:u-1)").query);
    EXPECT_TRUE(matcher.readsContent());
    std::vector<std::thread> threads;
    std::array<std::size_t, 4> found{};
    for (std::size_t& count : found)
        threads.emplace_back([&, copy = matcher]() mutable {
            for (std::uint32_t i = 0; i < snapshot->events.size(); ++i)
                count += copy.matches(*snapshot, base::EventIndex(i)) ? 1 : 0;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_THAT(found, testing::Each(5)); // all of BK-1 and BK-3
    EXPECT_FALSE(QueryMatcher(parseQuery("type:payment").query).readsContent());
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

TEST_F(QueryMatcherTest, CompletesFieldsOfPayloadsThatSchemasKnow)
{
    EXPECT_THAT(completions("payl"), ElementsAre("payload."));
    EXPECT_THAT(completions("caused"), ElementsAre("caused-by:("));
    EXPECT_THAT(completions("payload.booki"), testing::Contains("payload.bookingId:"));
    EXPECT_THAT(completions("caused-by:(type:payment.f"), testing::Contains("payment.failed"));
}

/// Whole records: what no story can say.
struct ContentTest : testing::Test
{
    std::vector<test::Record> records{
        test::Record("dreamscape.x.made").value(R"({"eventType":"x.made","payload":{"items":[{"sku":"A1","n":[1,2]},{"sku":null}],"e":[],"o":{},"t":"7","b":true,"caf\u00e9":1}})")
            .header("X-Retry", "3").header("x-retry", "5").nullHeader("empty"),
        test::Record("dreamscape.x.made").value("not json, sku A1"),
        test::Record("dreamscape.dead.letter.queue").value(R"({"eventType":"dead_letter.event","payload":{"error":"boom","originalEvent":{"eventId":"q","eventType":"x.made","payload":{"deep":9}}}})"),
        test::Record("dreamscape.x.bare").value(R"({"items":{"sku":"B2"}})"),
    };
    SnapshotPtr snapshot = test::tellReport(records).snapshot;

    std::string events(std::string_view text)
    {
        const ParsedQuery parsed = parseQuery(text);
        if (!parsed)
            return queryErrorSentence(*parsed.error);
        QueryMatcher matcher(parsed.query);
        std::string result;
        for (std::uint32_t i = 0; i < snapshot->events.size(); ++i)
            result += matcher.matches(*snapshot, base::EventIndex(i)) ? std::to_string(i) : "";
        return result;
    }
};

TEST_F(ContentTest, GoesIntoArraysAndMembers)
{
    EXPECT_EQ(events("payload.items.sku:a1"), "0");
    EXPECT_EQ(events("payload/items/0/sku:A1"), "0");
    EXPECT_EQ(events("payload/items/1/sku:A1"), "");
    EXPECT_EQ(events("payload.items.sku:null"), "0");
    EXPECT_EQ(events("payload.items.n:>1"), "0") << "an array's elements are asked one by one";
    EXPECT_EQ(events("payload.items.n.0:>1"), "");
    EXPECT_EQ(events("payload.items.sku:*"), "03");
    EXPECT_EQ(events("payload.e:* payload.o:*"), "0") << "empty, but there";
    EXPECT_EQ(events("payload.o:x or payload.missing:*"), "");
    EXPECT_EQ(events("payload.t:>6.5 payload.b:true"), "0") << "a text that is a number compares as one";
    EXPECT_EQ(events("payload.café:1"), "0") << "escaped in the message";
    EXPECT_EQ(events("payload.items.sku:B2"), "3") << "a message without an envelope is its payload";
}

TEST_F(ContentTest, LooksIntoWhatADeadLetterWraps)
{
    EXPECT_EQ(events("payload.deep:9"), "2");
    EXPECT_EQ(events("payload.originalEvent.payload.deep:9"), "2");
    EXPECT_EQ(events("payload.error:boom"), "2");
}

TEST_F(ContentTest, AsksHeadersAndBytes)
{
    EXPECT_EQ(events("header.x-retry:>4"), "0");
    EXPECT_EQ(events("header.X-RETRY:3"), "0");
    EXPECT_EQ(events("header.empty:*"), "0");
    EXPECT_EQ(events("header.empty:null"), "");
    EXPECT_EQ(events("text:A1"), "01") << "also what cannot be decoded";
    EXPECT_EQ(events("text:/sku.{1,3}A1/"), "01");
    EXPECT_EQ(events("payload.sku:A1"), "");
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
