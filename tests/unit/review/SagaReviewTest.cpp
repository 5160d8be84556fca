// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/SagaReview.h"

#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/History.h"

namespace sagascope::review {
namespace {

/// `rule: e0 e1` per finding, events by their place in the story below.
std::string namesOf(const std::vector<saga::StoryFinding>& findings)
{
    std::string names;
    for (const saga::StoryFinding& finding : findings) {
        names += std::string(names.empty() ? "" : "; ") + std::string(base::ruleName(finding.rule)) + ":";
        for (const base::EventIndex event : finding.events)
            names += " " + std::to_string(event.value);
    }
    return names;
}

/// Only the rules that the tests below are about: the short payloads of a History break others.
std::vector<saga::StoryFinding> only(std::vector<saga::StoryFinding> findings)
{
    std::erase_if(findings, [](const saga::StoryFinding& finding) {
        return finding.rule != base::Rule::PaidAfterCompensation && finding.rule != base::Rule::EventidNotUuid
            && finding.rule != base::Rule::DeadEndEvent;
    });
    return findings;
}

class SagaReviewTest : public testing::Test
{
protected:
    session::Report report = test::tellReport(R"(
        09:40:00 voyage.booking.created   00000000-0000-4000-8000-000000000001 | bookingId=BK-1
        09:40:05 payment.failed           00000000-0000-4000-8000-000000000002 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:40:06 voyage.booking.cancelled e3 | bookingId=BK-1 reason=payment_failed
        09:40:30 payment.completed        e4 | bookingId=BK-1 paymentId=pi_1 amount=482
        09:50:00 voyage.search.performed  e5 | searchId=s-1
        09:40:31 voyage.booking.confirmed 00000000-0000-4000-8000-000000000006 | bookingId=BK-1 confirmationNumber=BOOK-20260302-7QK2M
    )");
    const saga::Story& story = report.sagas.at(0).story;
    const store::EventStore::View& events = report.snapshot->events;
};

TEST_F(SagaReviewTest, ListsEachRuleOnceWithItsEventsTheMostSevereFirst)
{
    EXPECT_EQ(namesOf(only(findingsOf(story, events))), "paid-after-compensation: 3; eventid-not-uuid: 2 3; dead-end-event: 5");
}

TEST_F(SagaReviewTest, KeepsAtAnEventWhatPointsAtIt)
{
    EXPECT_EQ(namesOf(only(findingsAt(base::EventIndex(3), story, events))), "paid-after-compensation: 3; eventid-not-uuid: 2 3");
    EXPECT_EQ(namesOf(only(findingsAt(base::EventIndex(0), story, events))), "");
}

TEST_F(SagaReviewTest, GivesAnEventsOwnDetailBeforeThatOfOthers)
{
    const auto found = findingsAt(base::EventIndex(3), story, events);
    const auto own = std::find_if(found.begin(), found.end(),
                                  [](const auto& finding) { return finding.rule == base::Rule::EventidNotUuid; });
    ASSERT_NE(own, found.end());
    EXPECT_EQ(own->detail, "e4");
}

TEST_F(SagaReviewTest, KnowsWhatAnEventWithoutSagaBreaksByItself)
{
    EXPECT_EQ(namesOf(only(findingsAt(base::EventIndex(4), {}, events))), "eventid-not-uuid: 4");
}

} // namespace
} // namespace sagascope::review
