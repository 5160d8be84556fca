// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "tests/support/History.h"

namespace sagascope::saga {
namespace {

using test::tellReport;

/// `completed booking-payment BK-1` per saga, in the report's order.
std::string sagasOf(const session::Report& report)
{
    std::string out;
    for (const auto& saga : report.sagas) {
        out += std::string(out.empty() ? "" : "; ") + std::string(stateName(saga.story.state)) + " "
            + (saga.story.definition ? saga.story.definition->name : "-") + " " + saga.story.key;
    }
    return out;
}

TEST(SagaState, PaidAndConfirmedIsCompleted)
{
    EXPECT_EQ(sagasOf(tellReport(R"(
        09:40:00 voyage.booking.created   e1 corr=c1          | bookingId=BK-1 userId=u1 totalAmount=482
        09:40:01 payment.completed        e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:02 voyage.booking.confirmed e3 corr=c1 cause=e2 | bookingId=BK-1 confirmationNumber=BOOK-20260302-7QK2M
    )")),
              "completed booking-payment BK-1");
}

TEST(SagaState, APlatformBookingIsOneSagaThoughItGoesByThreeIds)
{
    EXPECT_EQ(sagasOf(tellReport(R"(
        09:40:00 voyage.booking.created   e1 | bookingId=clz4k2x9p0001 userId=u1 totalAmount=482
        09:40:05 voyage.booking.confirmed e2 | bookingId=clz4k2x9p0001 confirmationNumber=BOOK-20260302-7QK2M paymentId=pi_1
        09:40:06 payment.completed        e3 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 amount=482
        09:40:07 voyage.booking.confirmed e4 | bookingId=BOOK-20260302-7QK2M confirmationNumber=BOOK-20260302-7QK2M paymentId=pi_1
    )")),
              "completed booking-payment clz4k2x9p0001");
}

TEST(SagaState, AFailedBookingThatNothingTiesToItsStartIsTwoSagas)
{
    EXPECT_EQ(sagasOf(tellReport(R"(
        09:40:00 voyage.booking.created   e1 | bookingId=clz4k2x9p0001 userId=u1 totalAmount=482
        09:40:05 payment.failed           e2 | bookingId=BOOK-20260302-7QK2M paymentId=pi_1 amount=482
        09:40:06 voyage.booking.cancelled e3 | bookingId=BOOK-20260302-7QK2M reason=payment_failed
    )")),
              "running booking-payment clz4k2x9p0001; compensated booking-payment BOOK-20260302-7QK2M");
}

TEST(SagaState, ADeclinedCardThatIsAcceptedLaterCompletes)
{
    EXPECT_EQ(sagasOf(tellReport(R"(
        09:40:00 voyage.booking.created   e1 | bookingId=BK-1
        09:40:05 payment.failed           e2 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:30 payment.completed        e3 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:31 voyage.booking.confirmed e4 | bookingId=BK-1 confirmationNumber=BOOK-20260302-7QK2M
    )")),
              "completed booking-payment BK-1");
}

TEST(SagaState, PaidAfterCancelledIsInconsistentUntilItIsRefunded)
{
    const std::string paidTooLate = R"(
        09:40:00 voyage.booking.created   e1 | bookingId=BK-1
        09:40:05 payment.failed           e2 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:06 voyage.booking.cancelled e3 | bookingId=BK-1 reason=payment_failed
        09:40:30 payment.completed        e4 | bookingId=BK-1 paymentId=pi_1 amount=482
    )";
    EXPECT_EQ(sagasOf(tellReport(paidTooLate)), "inconsistent booking-payment BK-1");
    EXPECT_EQ(sagasOf(tellReport(paidTooLate + "09:50:00 payment.refunded e5 | bookingId=BK-1 paymentId=pi_1 refundAmount=482")),
              "compensated booking-payment BK-1");
}

TEST(SagaState, ARefundInFullMakesItRefundedAPartialOneDoesNot)
{
    const std::string paid = R"(
        09:40:00 voyage.booking.created   e1 | bookingId=BK-1
        09:40:05 payment.completed        e2 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:06 voyage.booking.confirmed e3 | bookingId=BK-1 confirmationNumber=BOOK-20260302-7QK2M
    )";
    EXPECT_EQ(sagasOf(tellReport(paid + "09:50:00 payment.refunded e4 | bookingId=BK-1 paymentId=pi_1 amount=120.5")),
              "completed booking-payment BK-1");
    EXPECT_EQ(sagasOf(tellReport(paid + R"(09:50:00 payment.refunded e4 | bookingId=BK-1 paymentId=pi_1 amount=120.5
                                           09:50:01 payment.refunded e5 | bookingId=BK-1 paymentId=pi_1 amount=482)")),
              "refunded booking-payment BK-1");
}

TEST(SagaState, ARefundWithoutAKnownBookingIsAStoryOfItsOwn)
{
    EXPECT_EQ(sagasOf(tellReport("09:50:00 payment.refunded e4 | bookingId=temp paymentId=pi_1 refundId=re_1 amount=120.5")),
              "completed refund pi_1");
}

TEST(SagaState, ABookingWithoutPaymentStallsAfterFifteenMinutes)
{
    const std::string created = "09:40:00 voyage.booking.created e1 | bookingId=BK-1";
    EXPECT_EQ(sagasOf(tellReport(created, "09:55:00")), "running booking-payment BK-1");
    EXPECT_EQ(sagasOf(tellReport(created, "09:55:01")), "stalled booking-payment BK-1");
}

TEST(SagaState, AFailureThatNobodyCompensatesIsFailedOnceItsLimitPassed)
{
    const std::string failed = R"(
        09:40:00 voyage.booking.created e1 | bookingId=BK-1
        09:40:05 payment.failed         e2 | bookingId=BK-1 paymentId=pi_1
    )";
    EXPECT_EQ(sagasOf(tellReport(failed, "09:50:00")), "running booking-payment BK-1");
    EXPECT_EQ(sagasOf(tellReport(failed, "10:00:00")), "failed booking-payment BK-1");
}

TEST(SagaState, AnOrchestratedBookingIsCompensatedInReverseOrder)
{
    const auto report = tellReport(R"(
        09:40:00 voyage.booking.created   e1 saga=s1 step=CREATE_BOOKING  src=booking-orchestrator | bookingId=BK-1
        09:40:01 payment.completed        e2 saga=s1 step=PROCESS_PAYMENT src=booking-orchestrator | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:02 payment.refunded         e3 saga=s1 src=booking-orchestrator | bookingId=BK-1 paymentId=pi_1 refundAmount=482
        09:40:03 voyage.booking.cancelled e4 saga=s1 src=booking-orchestrator | bookingId=BK-1 reason=CONFIRM_BOOKING
    )");
    EXPECT_EQ(sagasOf(report), "compensated orchestrated-booking s1");
    EXPECT_EQ(report.sagas[0].story.style, SagaStyle::Orchestrated);
    std::string steps;
    for (const StoryStep& step : report.sagas[0].story.steps)
        steps += step.name + ":" + std::string(stepStatusName(step.status)) + " ";
    EXPECT_EQ(steps, "CREATE_BOOKING:compensated PROCESS_PAYMENT:compensated CONFIRM_BOOKING:not-needed "
                     "payment-failed:not-needed refunded:done cancelled:done ");
}

constexpr std::string_view kDeadLettered = R"(
    09:40:00 voyage.booking.created e1 | bookingId=BK-1
    09:40:05 payment.completed      e2 | bookingId=BK-1 paymentId=pi_1 amount=482
    09:40:06 payment.completed      e2 topic=retry.queue | bookingId=BK-1 paymentId=pi_1 amount=482
    09:40:08 payment.completed      e2 topic=retry.queue | bookingId=BK-1 paymentId=pi_1 amount=482
    09:40:12 payment.completed      e2 topic=dead.letter.queue | bookingId=BK-1 paymentId=pi_1 amount=482
)";

TEST(SagaState, ALastAttemptInTheDeadLetterQueueIsDeadLetteredUntilALaterEffect)
{
    EXPECT_EQ(sagasOf(tellReport(kDeadLettered)), "dead-lettered booking-payment BK-1");
    EXPECT_EQ(sagasOf(tellReport(std::string(kDeadLettered)
                                 + "09:45:00 voyage.booking.confirmed e3 cause=e2 | bookingId=BK-1 confirmationNumber=BOOK-20260302-7QK2M")),
              "completed booking-payment BK-1");
}

TEST(SagaState, AttemptsAreNeitherStepsNorDuplicates)
{
    const auto report = tellReport(kDeadLettered);
    const Story& story = report.sagas[0].story;
    std::string repeats;
    for (const StoryEvent& event : story.events)
        repeats += std::string(identity::repeatName(event.repeat)) + " ";
    EXPECT_EQ(repeats, "none none attempt attempt attempt ");
    EXPECT_EQ(story.steps[2].events.size(), 1U);
    for (const StoryFinding& finding : story.findings)
        EXPECT_NE(base::ruleGroup(finding.rule), base::RuleGroup::Repeats);
}

TEST(SagaState, AWorkflowWithoutAnEndStaysRunning)
{
    EXPECT_EQ(sagasOf(tellReport("09:40:00 gdpr.deletion.requested e1 | requestId=r-1 userId=u1", "23:00:00")),
              "running gdpr-deletion r-1");
}

TEST(SagaState, EventsOfOneProfileChangeBelongTogetherAndOthersOfTheUserDoNot)
{
    EXPECT_EQ(sagasOf(tellReport(R"(
        09:20:11 user.updated             e1 | userId=u1 updatedAt=2026-03-02T09:20:11.402Z
        09:20:12 user.profile.updated     e2 | userId=u1 updatedAt=2026-03-02T09:20:11.402Z
        09:30:00 user.profile.updated     e3 | userId=u1 updatedAt=2026-03-02T09:30:00.000Z
    )")),
              "running profile-change u1|2026-03-02T09:20:11.402Z; running profile-change u1|2026-03-02T09:30:00.000Z");
}

TEST(SagaState, AGroupWithoutDefinitionIsASagaAndALoneEventIsNot)
{
    const auto report = tellReport(R"(
        09:30:00 voyage.search.performed e1 corr=c1 | searchId=s-1
        09:30:01 auth.login              e2 corr=c1 | userId=u1
        09:30:02 voyage.search.performed e3         | searchId=s-2
    )");
    EXPECT_EQ(sagasOf(report), "running - c1");
    EXPECT_EQ(report.unassigned.size(), 1U);
}

TEST(SagaState, ARegistrationIsNoProfileChangeThoughPreferencesCameAlong)
{
    const std::string created = "09:40:00 user.created             e1 corr=c1 | userId=u1 email=a@example.org\n";
    const std::string changed = "09:40:01 user.preferences.updated e2 corr=c1 | userId=u1 updatedAt=2026-03-02T09:40:01Z\n";
    EXPECT_EQ(sagasOf(tellReport(created + changed)), "running registration-fan-out u1");
    EXPECT_EQ(sagasOf(tellReport(changed + created)), "running registration-fan-out u1");
    EXPECT_EQ(sagasOf(tellReport(changed)).substr(0, 22), "running profile-change");
}

TEST(SagaState, TheSameStepAgainDoesNotOutweighADifferentOne)
{
    EXPECT_EQ(sagasOf(tellReport(R"(
        09:40:00 ai.recommendation.requested e1 corr=c1 | requestId=r1 userId=u1
        09:40:01 ai.recommendation.requested e2 corr=c1 | requestId=r1 userId=u1
        09:40:02 ai.recommendation.requested e3 corr=c1 | requestId=r1 userId=u1
        09:40:03 voyage.booking.created      e4 corr=c1 | bookingId=BK-1 userId=u1 totalAmount=482
        09:40:04 payment.completed           e5 corr=c1 | bookingId=BK-1 paymentId=pi_1 amount=482
    )")),
              "running booking-payment BK-1");
}

} // namespace
} // namespace sagascope::saga
