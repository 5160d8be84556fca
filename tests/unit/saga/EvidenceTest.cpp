// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>


#include "core/catalog/Catalog.h"
#include "tests/support/History.h"

namespace sagascope::saga {
namespace {

using test::rulesOf;
using test::tellReport;
using testing::ElementsAre;
using testing::UnorderedElementsAre;

std::vector<std::string> evidenceOf(const Story& story)
{
    std::vector<std::string> out;
    for (const StoryEvent& event : story.events) {
        std::string line(identity::evidenceName(event.evidence));
        for (const Why& why : event.why)
            line += " " + std::string(identity::kindName(why.kind)) + ":" + why.value;
        out.push_back(line);
    }
    return out;
}

std::vector<std::string> edgesOf(const session::Report& report, const std::vector<identity::Edge>& edges)
{
    const auto& events = report.snapshot->events;
    const auto type = [&](base::EventIndex event) { return std::string(events.text(events.row(event).type)); };
    std::vector<std::string> out;
    for (const identity::Edge& edge : edges)
        out.push_back(type(edge.from) + " > " + type(edge.to) + " " + std::string(identity::evidenceName(edge.evidence)));
    return out;
}

constexpr std::string_view kPlatformBooking = R"(
    09:40:00 voyage.booking.created   e1 | bookingId=clz1 totalAmount=482
    09:40:05 voyage.booking.confirmed e2 | bookingId=clz1 confirmationNumber=BOOK-20260302-7QK2M paymentId=pi_1
    09:40:06 payment.completed        e3 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 amount=482
    09:40:07 voyage.booking.confirmed e4 | bookingId=BOOK-20260302-7QK2M confirmationNumber=BOOK-20260302-7QK2M paymentId=pi_1
)";

TEST(Evidence, SaysWhichIdentifiersTieEachEventToTheRest)
{
    const auto report = tellReport(kPlatformBooking);
    EXPECT_THAT(evidenceOf(report.sagas.at(0).story),
                ElementsAre("aliased booking:clz1",
                            "aliased booking:clz1 booking-reference:BOOK-20260302-7QK2M payment:pi_1",
                            "aliased booking-reference:BOOK-20260302-7QK2M payment:pi_1",
                            "aliased booking-reference:BOOK-20260302-7QK2M payment:pi_1"));
}

TEST(Evidence, ThePlatformsRaceAndDoubleConfirmationAreFound)
{
    const auto report = tellReport(kPlatformBooking);
    EXPECT_THAT(rulesOf(report.sagas.at(0).story),
                UnorderedElementsAre("alias-split", "confirmed-before-payment", "duplicate-semantic"));
}

TEST(Evidence, RuleEdgesRunForwardOnASharedIdentifierOnly)
{
    const auto report = tellReport(kPlatformBooking);
    EXPECT_THAT(edgesOf(report, report.sagas.at(0).story.edges),
                ElementsAre("payment.completed > voyage.booking.confirmed aliased"));
}

TEST(Evidence, DeclaredCausesComeFirstEvenWhenClocksDisagree)
{
    const auto report = tellReport(R"(
        09:40:01 voyage.booking.created e1 corr=c1          | bookingId=BK-1
        09:40:00 payment.completed      e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi_1
    )");
    const Story& story = report.sagas.at(0).story;
    EXPECT_EQ(report.snapshot->events.text(report.snapshot->events.row(story.events[0].event).type), "voyage.booking.created");
    EXPECT_THAT(edgesOf(report, story.edges), ElementsAre("voyage.booking.created > payment.completed declared"));
    EXPECT_THAT(rulesOf(story), UnorderedElementsAre("timestamp-skew", "order-inversion"));
}

TEST(Evidence, AnEventThatLostItsCorrelationIsNamed)
{
    const auto report = tellReport(R"(
        09:40:00 voyage.booking.created   e1 corr=c1          | bookingId=BK-1
        09:40:01 payment.failed           e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi_1
        09:40:02 voyage.booking.cancelled e3                  | bookingId=BK-1 reason=PAYMENT_FAILED
    )");
    const Story& story = report.sagas.at(0).story;
    EXPECT_THAT(evidenceOf(story), ElementsAre("declared correlation:c1 booking:BK-1", "declared correlation:c1 booking:BK-1",
                                               "aliased booking:BK-1"));
    EXPECT_THAT(rulesOf(story), UnorderedElementsAre("correlation-broken"));
}

TEST(Evidence, CyclesAreFoundAndDoNotHang)
{
    const auto report = tellReport(R"(
        09:40:00 voyage.booking.created e1 corr=c1 cause=e2 | bookingId=BK-1
        09:40:01 payment.completed      e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi_1
        09:40:02 auth.login             e3 corr=c1 cause=e3 | userId=u1
    )");
    EXPECT_THAT(rulesOf(report.sagas.at(0).story), testing::Contains("causation-cycle"));
    EXPECT_EQ(report.sagas.at(0).story.events.size(), 3U);
}

TEST(Evidence, AnUnseenCauseIsDanglingUntilItArrives)
{
    const std::string effect = "09:40:01 payment.completed e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi_1\n";
    const std::string cause = "09:40:00 voyage.booking.created e1 corr=c1 | bookingId=BK-1\n";
    EXPECT_THAT(rulesOf(tellReport(effect).sagas.at(0).story), testing::Contains("causation-dangling"));
    EXPECT_THAT(rulesOf(tellReport(effect + cause).sagas.at(0).story), testing::IsEmpty());
}

TEST(Evidence, TheFourKindsOfAgainStayApart)
{
    const auto report = tellReport(R"(
        09:40:00 voyage.booking.created e1 | bookingId=BK-1 totalAmount=482
        09:40:01 payment.completed      e2 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:02 payment.completed      e2 topic=retry.queue | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:03 payment.completed      e3 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:01 payment.completed      e2 broker=09:40:04 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:05 payment.completed      e2 | bookingId=BK-1 paymentId=pi_1 amount=999
    )");
    std::vector<std::string> repeats;
    for (const StoryEvent& event : report.sagas.at(0).story.events)
        repeats.emplace_back(identity::repeatName(event.repeat));
    EXPECT_THAT(repeats, ElementsAre("none", "none", "redelivery", "attempt", "same-fact", "id-collision"));
}

TEST(Evidence, PlaceholdersNeverJoin)
{
    EXPECT_EQ(tellReport(R"(
        09:40:00 payment.completed e1 | bookingId=temp paymentId=pi_1 amount=482
        09:40:01 payment.completed e2 | bookingId=temp paymentId=pi_2 amount=120
        09:40:02 payment.completed e3 | bookingId=TEMP paymentId=pi_3 amount=120
    )").sagas.size(), 3U);
}

TEST(Evidence, AValueThatWouldJoinFarTooMuchIsDemotedWhereverItCameFrom)
{
    std::string lines;
    for (int i = 0; i < 40; ++i) {
        const std::string n = std::to_string(i);
        lines += "09:40:00 payment.completed p" + n + " | bookingId=BK-" + n + " paymentId=pi_test amount=1\n";
        lines += "09:40:01 voyage.booking.confirmed c" + n + " | bookingId=BK-" + n + " confirmationNumber=R" + n + "\n";
    }
    const auto report = tellReport(lines);
    EXPECT_EQ(report.sagas.size(), 40U);
    EXPECT_THAT(rulesOf(report.sagas.at(0).story), testing::Contains("placeholder-id"));
}

TEST(Evidence, CausesAcrossSagasAreEdgesOfTheReport)
{
    const auto report = tellReport(R"(
        09:30:00 voyage.search.performed e1          | searchId=s-1
        09:40:00 voyage.booking.created  e2 cause=e1 | bookingId=BK-1
    )");
    EXPECT_EQ(report.sagas.size(), 1U);
    EXPECT_THAT(edgesOf(report, report.edges), ElementsAre("voyage.search.performed > voyage.booking.created declared"));
}

} // namespace
} // namespace sagascope::saga
