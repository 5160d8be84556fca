// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/TimelineInput.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/session/Session.h"
#include "tests/support/History.h"

namespace sagascope::ui {
namespace {

TimelineInput told(std::string_view lines, std::string_view now = {})
{
    const test::History history(lines);
    const base::Timestamp moment = now.empty() ? base::kNoTime : test::moment("2026-03-02T" + std::string(now) + "Z");
    session::Ingest ingest(test::builtInCatalog());
    for (const test::Record& record : history.records())
        ingest.take(record.raw());
    session::Snapshot snapshot;
    ingest.fill(snapshot, moment == base::kNoTime ? ingest.latestTime() : moment);
    for (unsigned slot = 0; slot < snapshot.sagas.slotCount(); ++slot)
        if (snapshot.sagas.saga(base::SagaId(slot)).isAlive)
            return timelineInput(session::storyOf(snapshot, base::SagaId(slot)), snapshot);
    return {};
}

std::vector<std::string> linksOf(const TimelineInput& input, TimelineLink link)
{
    std::vector<std::string> lines;
    for (const TimelineEdge& edge : input.edges)
        if (edge.link == link)
            lines.push_back(input.labelOf(input.eventAt(edge.from)).toStdString() + " -> " +
                            input.labelOf(input.eventAt(edge.to)).toStdString());
    return lines;
}

std::vector<std::string> ghostsOf(const TimelineInput& input)
{
    std::vector<std::string> lines;
    for (const TimelineGhost& ghost : input.ghosts)
        lines.push_back(input.lanes[std::size_t(ghost.lane)].name.toStdString() + ": " +
                        input.labels[std::size_t(ghost.label)].toStdString());
    return lines;
}

TEST(TimelineInput, PairsACompensationWithTheStepThatItUndoes)
{
    const TimelineInput input = told(R"(
        09:40:00.000 voyage.booking.created    e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
        09:40:00.300 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
        09:40:00.400 voyage.booking.cancelled  e3 corr=c1 cause=e2 | bookingId=BK-1 reason=payment
    )");
    EXPECT_THAT(linksOf(input, TimelineLink::Undoes), testing::ElementsAre("booking.cancelled -> booking.created"));
    EXPECT_THAT(linksOf(input, TimelineLink::Wait),
                testing::ElementsAre("booking.created -> payment.failed", "payment.failed -> booking.cancelled"));
    EXPECT_EQ(input.events[2].undoNumber, 0) << "one alone has no order";
}

TEST(TimelineInput, DrawsACompensationForwardWhereNobodySawWhatItUndoes)
{
    const TimelineInput input = told(R"(
        09:40:00.300 payment.failed            e2 corr=c1          | bookingId=BK-1 paymentId=pi-1 amount=482
        09:40:00.400 voyage.booking.cancelled  e3 corr=c1 cause=e2 | bookingId=BK-1 reason=payment
    )");
    EXPECT_THAT(linksOf(input, TimelineLink::Compensates), testing::ElementsAre("payment.failed -> booking.cancelled"));
    EXPECT_THAT(linksOf(input, TimelineLink::Undoes), testing::IsEmpty());
}

TEST(TimelineInput, NamesTheAwaitedStepOfARunningSaga)
{
    const TimelineInput input = told(R"(
        09:40:00.000 voyage.booking.created    e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
    )", "09:40:05.000");
    EXPECT_EQ(input.waitingUntil, test::moment("2026-03-02T09:40:05Z"));
    EXPECT_THAT(ghostsOf(input), testing::Contains("payment-service: payment.completed"));
    const auto awaited = std::find_if(input.ghosts.begin(), input.ghosts.end(),
                                      [](const TimelineGhost& ghost) { return ghost.since != base::kNoTime; });
    ASSERT_NE(awaited, input.ghosts.end());
    EXPECT_EQ(awaited->since, input.events[0].time);
}

TEST(TimelineInput, ShowsAMissingCompensationBesideWhatStaysInForce)
{
    const TimelineInput input = told(R"(
        09:40:00.000 voyage.booking.created    e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
        09:40:00.300 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
    )", "09:40:01.000");
    const auto missing = std::find_if(input.ghosts.begin(), input.ghosts.end(),
                                      [](const TimelineGhost& ghost) { return ghost.undoes >= 0; });
    ASSERT_NE(missing, input.ghosts.end());
    EXPECT_EQ(input.labels[std::size_t(missing->label)], QStringLiteral("booking.cancelled"));
    EXPECT_EQ(missing->undoes, 0);
}

constexpr std::string_view kOrchestrated = R"(
    09:40:00.000 voyage.booking.created    e1 saga=s1 step=CREATE_BOOKING           src=booking-orchestrator | bookingId=BK-1 userId=u-1 totalAmount=482
    09:40:00.200 payment.completed         e2 saga=s1 step=PROCESS_PAYMENT cause=e1 src=booking-orchestrator | bookingId=BK-1 paymentId=pi-1 amount=482
    09:40:00.600 payment.refunded          e3 saga=s1 cause=e2                      src=booking-orchestrator | bookingId=BK-1 paymentId=pi-1 refundAmount=482 meta.failedStep=CONFIRM_BOOKING
    09:40:00.700 voyage.booking.cancelled  e4 saga=s1 cause=e3                      src=booking-orchestrator | bookingId=BK-1 reason=failed
)";

TEST(TimelineInput, GivesTheCoordinatorALaneWithOnePhaseForEachStep)
{
    const TimelineInput input = told(kOrchestrated);
    ASSERT_TRUE(input.hasCoordinator());
    EXPECT_EQ(input.lanes[0].name, QString::fromUtf16(kCoordinatorLane));
    ASSERT_EQ(input.phases.size(), 4U);
    EXPECT_EQ(input.phases[1].name, QStringLiteral("PROCESS_PAYMENT"));
    EXPECT_EQ(input.phases[1].from, input.phases[0].to) << "one step after the other";
    EXPECT_TRUE(input.phases[2].isCompensation);
}

TEST(TimelineInput, NumbersCompensationsInTheOrderInWhichTheyUndo)
{
    const TimelineInput input = told(kOrchestrated);
    std::vector<int> numbers;
    for (const TimelineEvent& event : input.events)
        numbers.push_back(event.undoNumber);
    EXPECT_THAT(numbers, testing::ElementsAre(2, 1, 1, 2)) << "the last step is undone first";
    EXPECT_FALSE(input.events[3].isUndoneOutOfOrder);
}

TEST(TimelineInput, SaysWhenACoordinatorUndoesInTheWrongOrder)
{
    const TimelineInput input = told(R"(
        09:40:00.000 voyage.booking.created    e1 saga=s1 step=CREATE_BOOKING           src=booking-orchestrator | bookingId=BK-1 userId=u-1 totalAmount=482
        09:40:00.200 payment.completed         e2 saga=s1 step=PROCESS_PAYMENT cause=e1 src=booking-orchestrator | bookingId=BK-1 paymentId=pi-1 amount=482
        09:40:00.600 voyage.booking.cancelled  e3 saga=s1 cause=e2                      src=booking-orchestrator | bookingId=BK-1 reason=failed
        09:40:00.700 payment.refunded          e4 saga=s1 cause=e3                      src=booking-orchestrator | bookingId=BK-1 paymentId=pi-1 refundAmount=482
    )");
    EXPECT_TRUE(input.events[3].isUndoneOutOfOrder);
}

TEST(TimelineInput, NoticesAnEffectBeforeItsDeclaredCause)
{
    const TimelineInput input = told(R"(
        09:40:00.100 voyage.booking.created    e1 corr=c1          | bookingId=BK-1 userId=u-1 totalAmount=482 currency=EUR
        09:40:00.060 payment.failed            e2 corr=c1 cause=e1 | bookingId=BK-1 paymentId=pi-1 amount=482
    )");
    ASSERT_EQ(input.skews.size(), 1U);
    EXPECT_EQ(input.lanes[std::size_t(input.skews[0].effect)].name, QStringLiteral("payment-service"));
    EXPECT_EQ(input.skews[0].atLeast, base::Duration(std::chrono::milliseconds(40)));
}

} // namespace
} // namespace sagascope::ui
