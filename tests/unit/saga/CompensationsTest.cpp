// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Compensations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sagascope::saga {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

enum StepOf : int { Book, Charge, Cancel, Refund };

/// A booking that is created and charged; cancelling undoes the first, refunding the second. Events by their steps, in
/// logical order.
Story story(const std::vector<int>& seen, bool hasFailed = true)
{
    Story told;
    told.steps = {{"book", "booking.created", {}, {}, StepStatus::Missing, {}},
                  {"charge", "payment.completed", {}, {}, StepStatus::Missing, {}},
                  {"cancel", "booking.cancelled", {}, "book", StepStatus::NotNeeded, {}},
                  {"refund", "payment.refunded", {}, "charge", StepStatus::NotNeeded, {}}};
    for (const int step : seen) {
        const base::EventIndex event(std::uint32_t(told.events.size()));
        told.events.push_back({event, {}, {}, {}, {}, {}, step});
        told.steps[std::size_t(step)].events.push_back(event);
        told.steps[std::size_t(step)].status = StepStatus::Done;
    }
    for (std::size_t c = Cancel; hasFailed && c <= Refund; ++c)
        if (told.steps[c].status != StepStatus::Done && told.steps[c - 2].status == StepStatus::Done)
            told.steps[c].status = StepStatus::Missing;
    return told;
}

TEST(Compensations, UndoneInReverseOrderIsAsItShouldBe)
{
    const auto audit = auditCompensations(story({Book, Charge, Refund, Cancel}));
    EXPECT_THAT(audit.undone, ElementsAre(Undoing{Charge, Refund, true}, Undoing{Book, Cancel, true}));
    EXPECT_TRUE(audit.isInOrder());
    EXPECT_THAT(audit.left, IsEmpty());
}

TEST(Compensations, TheFirstStepUndoneFirstIsOutOfOrder)
{
    const auto audit = auditCompensations(story({Book, Charge, Cancel, Refund}));
    EXPECT_THAT(audit.undone, ElementsAre(Undoing{Book, Cancel, false}, Undoing{Charge, Refund, true}));
    EXPECT_FALSE(audit.isInOrder());
}

TEST(Compensations, ADoneStepThatNobodyUndidIsNamed)
{
    const auto audit = auditCompensations(story({Book, Charge, Cancel}));
    EXPECT_THAT(audit.left, ElementsAre(Charge));
    EXPECT_TRUE(audit.isInOrder()) << "what is missing is not out of order";
}

TEST(Compensations, NothingIsLeftWhereNothingFailed)
{
    EXPECT_THAT(auditCompensations(story({Book, Charge}, false)).left, IsEmpty());
}

TEST(Compensations, ACompensationOfAStepThatWasNeverSeenIsPaired)
{
    const auto audit = auditCompensations(story({Charge, Cancel, Refund}));
    EXPECT_THAT(audit.undone, ElementsAre(Undoing{Book, Cancel, true}, Undoing{Charge, Refund, true}));
}

TEST(Compensations, ARedeliveredCompensationCountsOnce)
{
    Story told = story({Book, Charge, Refund, Cancel});
    told.events.insert(told.events.begin() + 1, told.events[3]);
    told.events[1].repeat = identity::Repeat::Redelivery;
    EXPECT_TRUE(auditCompensations(told).isInOrder());
}

} // namespace
} // namespace sagascope::saga
