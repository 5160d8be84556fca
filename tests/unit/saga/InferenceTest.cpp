// SPDX-License-Identifier: GPL-3.0-or-later
// What belongs together although nothing names it: the platform's failed booking, and everything that only looks like it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <random>
#include <set>
#include <string>

#include "tests/support/History.h"

namespace sagascope::saga {
namespace {

using test::History;
using test::rulesOf;
using test::tellReport;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::StartsWith;
using testing::UnorderedElementsAre;

/// `compensated clz1: created~ failed~~`: state, key, the first word of each event type's last part, `~` where inferred.
std::vector<std::string> sagasOf(const session::Report& report)
{
    const auto& events = report.snapshot->events;
    std::vector<std::string> out;
    for (const session::ReportSaga& saga : report.sagas) {
        std::string line = std::string(stateName(saga.story.state)) + " " + saga.story.key + ":";
        for (const StoryEvent& event : saga.story.events) {
            const std::string type(events.text(events.row(event.event).type));
            line += " " + type.substr(type.rfind('.') + 1) + (event.evidence == identity::Evidence::Inferred ? "~" : "");
        }
        out.push_back(line);
    }
    return out;
}

/// `clz1 > BOOK-…` for every candidate that a saga names.
std::vector<std::string> candidatesOf(const session::Report& report)
{
    std::vector<std::string> out;
    for (const session::ReportSaga& saga : report.sagas) {
        for (const Candidate& candidate : saga.story.candidates)
            out.push_back(saga.story.key + " > " + std::string(report.snapshot->sagas.saga(candidate.saga).key));
    }
    return out;
}

const std::string kCreated = "09:40:00 voyage.booking.created e1 | bookingId=clz1 userId=u1 totalAmount=482 currency=EUR\n";
const std::string kDeclined =
    "09:40:05 payment.failed e2 | bookingId=BOOK-20260302-7QK2M bookingReference=BOOK-20260302-7QK2M paymentId=pi_1 "
    "userId=u1 amount=482 currency=EUR\n"
    "09:40:06 voyage.booking.cancelled e3 | bookingId=BOOK-20260302-7QK2M userId=u1 reason=payment_failed\n";

/// The failure of another booking: `kDeclined` at another time, with other ids, user and amount.
std::string declined(const std::string& time, const std::string& n, const std::string& user = "u1", const std::string& amount = "482",
                     const std::string& currency = "EUR")
{
    const std::string reference = "BOOK-20260302-0000" + n;
    return time + " payment.failed f" + n + " | bookingId=" + reference + " paymentId=pi_" + n + " userId=" + user + " amount=" + amount
        + " currency=" + currency + "\n" + time + " voyage.booking.cancelled c" + n + " | bookingId=" + reference + " userId=" + user + "\n";
}

std::string created(const std::string& time, const std::string& n, const std::string& user = "u1", const std::string& amount = "482",
                    const std::string& currency = "EUR")
{
    return time + " voyage.booking.created b" + n + " | bookingId=clz" + n + " userId=" + user + " totalAmount=" + amount
        + " currency=" + currency + "\n";
}

// --- what is joined, and why

TEST(Inference, ThePlatformsFailedBookingIsOneSaga)
{
    const auto report = tellReport(kCreated + kDeclined);
    EXPECT_THAT(sagasOf(report), ElementsAre("compensated clz1: created failed~ cancelled~"));
    EXPECT_THAT(candidatesOf(report), IsEmpty());
    EXPECT_THAT(rulesOf(report.sagas[0].story), UnorderedElementsAre("alias-split"));
}

TEST(Inference, EveryPartOfTheScoreIsTold)
{
    const auto report = tellReport(kCreated + kDeclined);
    const InferredLink& link = *report.sagas.at(0).story.link;
    std::vector<std::string> parts;
    double sum = 0;
    for (const ScorePart& part : link.parts) {
        parts.push_back(std::string(featureName(part.feature)) + " " + session::valueText(part));
        sum += part.share();
    }
    EXPECT_THAT(parts, ElementsAre("user u1", "amount 482", "currency EUR", "time 5.000 s", "next-step payment-failed"));
    EXPECT_NEAR(link.score, sum, 0.0001);
    EXPECT_NEAR(link.score, 0.9994, 0.0001);
}

TEST(Inference, RuleEdgesAcrossTheJoinAreInferredAndThoseBesideItAreNot)
{
    const auto report = tellReport(kCreated + kDeclined);
    const auto& events = report.snapshot->events;
    std::vector<std::string> edges;
    for (const identity::Edge& edge : report.sagas.at(0).story.edges) {
        edges.push_back(std::string(edge.rule) + " " + std::string(identity::evidenceName(edge.evidence)) + (edge.score ? " scored" : ""));
        EXPECT_LT(events.row(edge.from).time(), events.row(edge.to).time());
    }
    EXPECT_THAT(edges, ElementsAre("payment.failed<-voyage.booking.created inferred scored",
                                   "voyage.booking.cancelled<-payment.failed aliased"));
}

TEST(Inference, AJoinedPaymentAfterTheCancellationIsInconsistent)
{
    EXPECT_THAT(sagasOf(tellReport(kCreated + kDeclined
                                   + "09:41:00 payment.completed e4 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 amount=482 currency=EUR")),
                ElementsAre("inconsistent clz1: created failed~ cancelled~ completed~"));
}

TEST(Inference, APaymentThatTheBrowserNeverConfirmedIsJoinedToItsBooking)
{
    EXPECT_THAT(sagasOf(tellReport(kCreated + R"(
        09:40:05 payment.completed        e2 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 amount=482 currency=EUR
        09:40:06 voyage.booking.confirmed e3 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 confirmationNumber=BOOK-20260302-7QK2M
    )")),
                ElementsAre("completed clz1: created completed~ confirmed~"));
}

TEST(Inference, ACurrencyInLowerCaseIsTheSame)
{
    EXPECT_THAT(sagasOf(tellReport(created("09:40:00", "1") + declined("09:40:05", "1", "u1", "482", "eur"))),
                ElementsAre("compensated clz1: created failed~ cancelled~"));
}

TEST(Inference, AnAmountInCentsCountsHalf)
{
    const auto report = tellReport(created("09:40:00", "1") + declined("09:40:05", "1", "u1", "48200"));
    ASSERT_THAT(sagasOf(report), ElementsAre("compensated clz1: created failed~ cancelled~"));
    const ScorePart& amount = report.sagas[0].story.link->parts.at(std::size_t(Feature::Amount));
    EXPECT_EQ(amount.value, "482 / 48200");
    EXPECT_EQ(amount.fit, 0.5);
}

TEST(Inference, AMemberOfTheFailureMayBeDeliveredTwice)
{
    EXPECT_THAT(sagasOf(tellReport(created("09:40:00", "1") + declined("09:40:05", "1")
                                   + "09:40:05 payment.failed f1 broker=09:40:20 | bookingId=BOOK-20260302-00001 paymentId=pi_1 userId=u1 amount=482 currency=EUR")),
                ElementsAre("compensated clz1: created failed~ cancelled~ failed~"));
}

// --- what is not

TEST(Inference, WhatContradictsIsNeverJoined)
{
    const auto stayApart = [](const std::string& lines) { return tellReport(lines).sagas.size() == 2; };
    EXPECT_TRUE(stayApart(created("09:40:00", "1") + declined("09:40:05", "1", "u2"))) << "another user";
    EXPECT_TRUE(stayApart(created("09:40:00", "1") + declined("09:40:05", "1", "u1", "482.01"))) << "another amount";
    EXPECT_TRUE(stayApart(created("09:40:00", "1") + declined("09:40:05", "1", "u1", "482", "USD"))) << "another currency";
    EXPECT_TRUE(stayApart(created("09:40:10", "1") + declined("09:40:05", "1"))) << "failed before it was created";
}

TEST(Inference, PlaceholdersNeverInfer)
{
    for (const std::string user : {"guest", "anonymous", "GUEST", "undefined", "test", "00000000-0000-0000-0000-000000000000"}) {
        const auto report = tellReport(created("09:40:00", "1", user) + declined("09:40:05", "1", user));
        EXPECT_EQ(report.sagas.size(), 2U) << user;
        EXPECT_THAT(candidatesOf(report), IsEmpty()) << user;
    }
}

TEST(Inference, WithoutAmountNothingIsJoined)
{
    EXPECT_EQ(tellReport(R"(
        09:40:00 voyage.booking.created   e1 | bookingId=clz1 userId=u1 totalAmount=482 currency=EUR
        09:40:06 voyage.booking.cancelled e3 | bookingId=BOOK-20260302-7QK2M userId=u1
    )").sagas.size(), 2U) << "a cancellation alone names no amount";
    EXPECT_EQ(tellReport(created("09:40:00", "1", "u1", "0.0") + declined("09:40:05", "1", "u1", "0.0")).sagas.size(), 2U)
        << "what costs nothing is told apart by nothing";
}

TEST(Inference, ARefundThatSharesOnlyUserAndAmountStaysApart)
{
    EXPECT_EQ(tellReport(R"(
        09:40:00 voyage.booking.created e1 | bookingId=clz1 userId=u1 totalAmount=482 currency=EUR
        09:40:05 payment.completed      e2 | bookingId=clz1 paymentId=pi_1 userId=u1 amount=482 currency=EUR
        09:41:00 payment.refunded       e3 | bookingId=BOOK-20260302-7QK2M paymentId=pi_2 userId=u1 amount=482 currency=EUR
    )").sagas.size(), 2U);
}

TEST(Inference, ABookingThatIsCompleteTakesNoPart)
{
    const std::string paid = R"(
        09:40:00 voyage.booking.created   e1 | bookingId=clz1 userId=u1 totalAmount=482 currency=EUR
        09:40:05 payment.completed        e2 | bookingId=clz1 paymentId=pi_9 userId=u1 amount=482 currency=EUR
        09:40:06 voyage.booking.confirmed e3 | bookingId=clz1 confirmationNumber=BOOK-20260302-7QK2M userId=u1
    )";
    EXPECT_THAT(sagasOf(tellReport(paid + declined("09:41:00", "1"))),
                ElementsAre("completed clz1: created completed confirmed", "compensated BOOK-20260302-00001: failed cancelled"));
    EXPECT_THAT(sagasOf(tellReport(paid + created("09:40:50", "2") + declined("09:41:00", "1"))),
                ElementsAre("completed clz1: created completed confirmed", "compensated clz2: created failed~ cancelled~"))
        << "and stands in nobody's way";
}

TEST(Inference, TwoStoriesThatEachDeclareTheirOwnIdStayApart)
{
    const std::string lost = "09:40:00 voyage.booking.created e1 corr=c1 | bookingId=clz1 userId=u1 totalAmount=482 currency=EUR\n";
    EXPECT_EQ(tellReport(lost + "09:40:05 payment.failed e2 corr=c2 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 amount=482 currency=EUR")
                  .sagas.size(), 2U);
    EXPECT_EQ(tellReport(lost + "09:40:05 payment.failed e2 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 amount=482 currency=EUR")
                  .sagas.size(), 1U) << "unless only one does";
}

TEST(Inference, AGroupThatNamesTwoUsersTakesNoPart)
{
    EXPECT_EQ(tellReport(created("09:40:00", "1") + declined("09:40:05", "1")
                         + "09:40:07 payment.failed f9 | bookingId=BOOK-20260302-00001 paymentId=pi_1 userId=u2 amount=482 currency=EUR")
                  .sagas.size(), 2U);
}

TEST(Inference, TheWindowEndsHalfAnHourAfterTheStart)
{
    EXPECT_EQ(tellReport(created("09:40:00", "1") + declined("10:10:00.000", "1")).sagas.size(), 1U);
    EXPECT_EQ(tellReport(created("09:40:00", "1") + declined("10:10:00.001", "1")).sagas.size(), 2U);
}

TEST(Inference, AServiceWhoseClockIsSlightlyBehindIsForgiven)
{
    EXPECT_EQ(tellReport(created("09:40:02", "1") + declined("09:40:00", "1")).sagas.size(), 1U);
    EXPECT_EQ(tellReport(created("09:40:02.001", "1") + declined("09:40:00", "1")).sagas.size(), 2U);
}

// --- what is ambiguous

TEST(Inference, ConcurrentBookingsOfOneUserWithEqualAmountsStayApartAndNameEachOther)
{
    const auto report = tellReport(created("09:40:00", "1") + created("09:40:02", "2") + declined("09:40:05", "1") + declined("09:40:07", "2"));
    EXPECT_EQ(report.sagas.size(), 4U);
    EXPECT_THAT(candidatesOf(report),
                UnorderedElementsAre("clz1 > BOOK-20260302-00001", "clz1 > BOOK-20260302-00002", "clz2 > BOOK-20260302-00001",
                                     "clz2 > BOOK-20260302-00002", "BOOK-20260302-00001 > clz1", "BOOK-20260302-00001 > clz2",
                                     "BOOK-20260302-00002 > clz1", "BOOK-20260302-00002 > clz2"));
    for (const session::ReportSaga& saga : report.sagas) {
        ASSERT_THAT(rulesOf(saga.story), testing::Contains("ambiguous-link"));
        EXPECT_EQ(saga.story.state == SagaState::Running, saga.story.key.starts_with("clz"));
    }
}

TEST(Inference, AnAmbiguousLinkIsAFindingAtTheEventsThatWereCompared)
{
    const auto report = tellReport(created("09:40:00", "1") + created("09:40:02", "2") + declined("09:40:05", "1"));
    std::vector<std::string> at;
    for (const session::ReportFinding& finding : report.findings) {
        for (const base::EventIndex event : finding.events) {
            if (finding.rule == base::Rule::AmbiguousLink)
                at.push_back(finding.saga + " " + std::string(report.snapshot->events.text(report.snapshot->events.row(event).type)));
        }
    }
    EXPECT_THAT(at, ElementsAre("clz1 voyage.booking.created", "clz2 voyage.booking.created", "BOOK-20260302-00001 payment.failed"));
}

TEST(Inference, ConcurrentBookingsOfOneUserWithOtherAmountsAreToldApart)
{
    EXPECT_THAT(sagasOf(tellReport(created("09:40:00", "1") + created("09:40:01", "2", "u1", "120") + declined("09:40:05", "1", "u1", "120")
                                   + declined("09:40:06", "2"))),
                ElementsAre("compensated clz1: created failed~ cancelled~", "compensated clz2: created failed~ cancelled~"));
}

TEST(Inference, EqualBookingsFarApartAreToldApartByTime)
{
    EXPECT_THAT(sagasOf(tellReport(created("09:40:00", "1") + declined("09:40:05", "1") + created("09:58:00", "2") + declined("09:58:05", "2"))),
                ElementsAre("compensated clz1: created failed~ cancelled~", "compensated clz2: created failed~ cancelled~"));
}

TEST(Inference, ALateRecordRetractsALink)
{
    const History early(kCreated + kDeclined);
    const History late("09:40:01 voyage.booking.created e9 | bookingId=clz9 userId=u1 totalAmount=482 currency=EUR");
    std::vector<test::Record> records = early.records();
    records.push_back(late.records()[0]);
    records.back().at(1, 0);
    const auto report = tellReport(records, std::nullopt, 1); // a look after every record: the link was there
    EXPECT_EQ(report.sagas.size(), 3U);
    EXPECT_THAT(candidatesOf(report), UnorderedElementsAre("clz1 > BOOK-20260302-7QK2M", "clz9 > BOOK-20260302-7QK2M",
                                                           "BOOK-20260302-7QK2M > clz1", "BOOK-20260302-7QK2M > clz9"));
}

TEST(Inference, AnIdentifierThatComesLateMakesTheLinkAnAlias)
{
    const std::string bridge =
        "09:40:30 voyage.booking.updated e9 | bookingId=clz1\n"
        "09:40:31 payment.completed e4 | bookingId=clz1 bookingReference=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 amount=482 currency=EUR\n";
    const auto report = tellReport(History(kCreated + kDeclined + bridge).records(), std::nullopt, 1);
    ASSERT_EQ(report.sagas.size(), 1U);
    EXPECT_FALSE(report.sagas[0].story.link.has_value());
    EXPECT_EQ(report.snapshot->counts.correlatedEvents, 5U);
}

TEST(Inference, ACrowdOfOneUserInfersNothing)
{
    const auto bookings = [](int count) {
        std::string lines;
        for (int i = 100; i < 100 + count; ++i)
            lines += created("09:40:00." + std::to_string(i), std::to_string(i), "u1", std::to_string(i));
        return lines + declined("09:41:00", "1", "u1", "110");
    };
    EXPECT_EQ(tellReport(bookings(60)).sagas.size(), 60U) << "many, but each with its own amount";
    const auto report = tellReport(bookings(80));
    EXPECT_EQ(report.sagas.size(), 81U);
    EXPECT_THAT(candidatesOf(report), IsEmpty());
}

// --- the law of order, for links that may come and go

/// A made-up hour of few users with few prices, so that bookings and failures often fit, often several, and sometimes far
/// too many. Lines are records in the order of their times.
std::vector<test::Record> anyHour(std::mt19937& random)
{
    const auto any = [&](unsigned below) { return unsigned(random() % below); };
    const auto time = [&] {
        const unsigned second = any(4000);
        const auto two = [](unsigned n) { return std::string(n < 10 ? "0" : "") + std::to_string(n); };
        return "09:" + two(second / 60 % 60) + ":" + two(second % 60);
    };
    const unsigned users = 1 + any(3);
    const unsigned prices = 1 + any(3);
    std::string lines;
    for (unsigned i = 10; i < 14 + any(any(8) == 0 ? 200 : 14); ++i) {
        const std::string n = std::to_string(i);
        const std::string user = any(12) == 0 ? "guest" : "u" + std::to_string(any(users));
        const std::string price = std::to_string(100 + any(prices));
        if (any(2) == 0)
            lines += created(time(), n, user, price, any(5) == 0 ? "eur" : "EUR");
        if (any(2) == 0)
            lines += declined(time(), n, user, price, any(9) == 0 ? "USD" : "EUR");
        if (any(6) == 0) // completes it, or ties it to what failed
            lines += time() + " voyage.booking.confirmed d" + n + " | bookingId=clz" + n + " paymentId=pi_" + n + " userId=" + user + "\n";
        if (any(9) == 0)
            lines += time() + " payment.completed p" + n + " | bookingId=clz" + n + " paymentId=pj_" + n + " userId=" + user + " amount=" + price + "\n";
    }
    return History(lines).records();
}

std::string toldAs(const std::vector<test::Record>& records, std::size_t batch)
{
    return toJson(tellReport(records, test::moment("2026-03-02T23:00:00Z"), batch));
}

TEST(InferenceLaw, ArrivalAndLooksInBetweenNeverCount)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::mt19937 random(seed);
        const std::vector<test::Record> records = anyHour(random);
        const std::string told = toldAs(records, 100'000);
        std::vector<test::Record> shuffled = records;
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        RC_ASSERT(toldAs(shuffled, 1 + random() % 5) == told);
    }));
}

TEST(InferenceLaw, TrafficOfOtherUsersChangesNothing)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::mt19937 random(seed);
        std::vector<test::Record> records = anyHour(random);
        const auto sagasOf = [](const std::string& told) {
            std::multiset<std::string> sagas;
            const nlohmann::json report = nlohmann::json::parse(told);
            for (auto saga : report["sagas"]) {
                saga.erase("findings");
                sagas.insert(saga.dump());
            }
            return sagas;
        };
        const auto alone = sagasOf(toldAs(records, 3));
        const History others(created("09:40:00", "X1", "x", "100") + created("09:40:00", "X2", "x", "100") + declined("09:40:05", "X", "x", "100"));
        for (test::Record other : others.records())
            records.insert(records.begin() + long(random() % (records.size() + 1)), other.at(5, std::int64_t(random() % 1000)));
        const auto together = sagasOf(toldAs(records, 3));
        RC_ASSERT(std::includes(together.begin(), together.end(), alone.begin(), alone.end()));
    }));
}

TEST(InferenceLaw, CandidatesAreOtherSagasAndAJoinedSagaHasNone)
{
    EXPECT_TRUE(rc::check([](std::uint32_t seed) {
        std::mt19937 random(seed);
        const auto report = tellReport(anyHour(random), std::nullopt, 4);
        std::set<std::string> keys;
        for (const session::ReportSaga& saga : report.sagas)
            keys.insert(saga.story.key);
        for (const session::ReportSaga& saga : report.sagas) {
            RC_ASSERT(!saga.story.link || saga.story.candidates.empty());
            for (const Candidate& candidate : saga.story.candidates) {
                RC_ASSERT(report.snapshot->sagas.saga(candidate.saga).isAlive);
                RC_ASSERT(keys.contains(std::string(report.snapshot->sagas.saga(candidate.saga).key)));
                RC_ASSERT(report.snapshot->sagas.saga(candidate.saga).key != saga.story.key);
            }
        }
    }));
}

// --- slots

TEST(Inference, AJoinedSlotPointsAtItsSagaAndComesBackWhenTheLinkIsRetracted)
{
    session::Ingest ingest(test::builtInCatalog());
    const auto look = [&](const std::string& lines) {
        const History history(lines);
        for (const test::Record& record : history.records())
            ingest.take(record.raw());
        session::Snapshot snapshot;
        ingest.fill(snapshot, ingest.latestTime());
        return snapshot;
    };
    const auto apart = look(kDeclined);
    const base::SagaId failure = apart.sagas.sagaOf(base::EventIndex(0));
    const auto joined = look(kCreated);
    const base::SagaId booking = joined.sagas.sagaOf(base::EventIndex(2));
    EXPECT_FALSE(joined.sagas.saga(failure).isAlive);
    EXPECT_EQ(joined.sagas.alive(failure), booking);
    EXPECT_EQ(joined.sagas.sagaOf(base::EventIndex(0)), booking);
    EXPECT_EQ(joined.counts.sagas, 1U);
    EXPECT_EQ(joined.sagas.saga(booking).weakestEvidence, identity::Evidence::Inferred);

    const auto again = look("09:40:01 voyage.booking.created e9 at=0:7 | bookingId=clz9 userId=u1 totalAmount=482 currency=EUR");
    EXPECT_TRUE(again.sagas.saga(failure).isAlive);
    EXPECT_FALSE(again.sagas.saga(failure).mergedInto.isValid());
    EXPECT_EQ(again.sagas.sagaOf(base::EventIndex(0)), failure);
    EXPECT_EQ(again.counts.sagas, 3U);
    EXPECT_EQ(again.counts.correlatedEvents, 4U);
    EXPECT_TRUE(apart.sagas.saga(failure).isAlive) << "an earlier snapshot keeps what it told";
}

// --- correlation

TEST(Correlation, BreaksOffExactlyAtTheEventThatLostIt)
{
    const auto report = tellReport(R"(
        09:40:00 voyage.booking.created   e1 corr=c1 | bookingId=BK-1 userId=u1 totalAmount=482 currency=EUR
        09:40:05 payment.completed        e2         | bookingId=BK-1 paymentId=pi_1 userId=u1 amount=482 currency=EUR
        09:40:06 voyage.booking.confirmed e3 corr=c1 | bookingId=BK-1 userId=u1
    )");
    for (const StoryFinding& finding : report.sagas.at(0).story.findings) {
        ASSERT_EQ(base::ruleName(finding.rule), "correlation-broken");
        EXPECT_THAT(finding.events, ElementsAre(base::EventIndex(1)));
    }
    EXPECT_EQ(report.sagas.at(0).story.findings.size(), 1U);
}

TEST(Correlation, ThatIsLostTogetherWithEveryIdIsFoundAgainByInference)
{
    const auto report = tellReport(R"(
        09:40:00 voyage.booking.created   e1 corr=c1 | bookingId=clz1 userId=u1 totalAmount=482 currency=EUR
        09:40:05 payment.failed           e2         | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 userId=u1 amount=482 currency=EUR
        09:40:06 voyage.booking.cancelled e3         | bookingId=BOOK-20260302-7QK2M userId=u1
    )");
    ASSERT_THAT(sagasOf(report), ElementsAre("compensated clz1: created failed~ cancelled~"));
    const auto& findings = report.sagas[0].story.findings;
    const auto broken = std::find_if(findings.begin(), findings.end(),
                                     [](const StoryFinding& finding) { return finding.rule == base::Rule::CorrelationBroken; });
    ASSERT_NE(broken, findings.end());
    EXPECT_THAT(broken->events, ElementsAre(base::EventIndex(1), base::EventIndex(2)));
}

} // namespace
} // namespace sagascope::saga
