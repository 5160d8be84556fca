// SPDX-License-Identifier: GPL-3.0-or-later
// What the traffic has exercised of a definition, and what never.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "core/saga/Coverage.h"
#include "tests/unit/saga/Populations.h"

namespace sagascope::saga {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::string_view kTraffic = R"(
    09:40:00 voyage.booking.created   a1 corr=a          | bookingId=BK-A totalAmount=10
    09:40:01 payment.initiated        a2 corr=a cause=a1 | bookingId=BK-A paymentId=pA amount=10
    09:40:02 payment.completed        a3 corr=a cause=a2 | bookingId=BK-A paymentId=pA amount=10
    09:40:03 voyage.booking.confirmed a4 corr=a          | bookingId=BK-A
    09:41:00 voyage.booking.created   b1 corr=b          | bookingId=BK-B totalAmount=10
    09:41:01 payment.failed           b2 corr=b cause=b1 | bookingId=BK-B paymentId=pB amount=10
    09:41:02 payment.completed        b3 corr=b cause=b1 | bookingId=BK-B paymentId=pB amount=10
    09:41:03 voyage.booking.confirmed b4 corr=b cause=b3 | bookingId=BK-B
)";

/// `2 step created` per item of some kinds.
std::vector<std::string> linesOf(const Coverage& coverage, std::initializer_list<CoverageKind> kinds)
{
    std::vector<std::string> lines;
    for (const CoverageItem& item : coverage.items) {
        if (std::find(kinds.begin(), kinds.end(), item.kind) != kinds.end())
            lines.push_back(std::to_string(item.sagas) + " " + std::string(coverageKindName(item.kind)) + " " + item.name);
    }
    return lines;
}

Coverage coverageOfTraffic(std::string_view lines, std::string_view definition = "booking-payment")
{
    return coverageOf(*test::builtInCatalog()->definition(definition), *test::populationOf(lines));
}

TEST(Coverage, saysForEveryStepHowManySagasTookIt)
{
    EXPECT_THAT(linesOf(coverageOfTraffic(kTraffic), {CoverageKind::Step, CoverageKind::Failure, CoverageKind::Compensation}),
                ElementsAre("2 step created", "1 step initiated", "2 step paid", "2 step confirmed",
                            "1 failure payment-failed", "0 compensation cancelled", "0 compensation refunded"));
}

TEST(Coverage, aBranchIsExercisedByTheEventThatReallyCausedTheOther)
{
    std::vector<std::string> exercised;
    for (const CoverageItem& item : coverageOfTraffic(kTraffic).items) {
        if (item.kind == CoverageKind::Branch && item.isExercised())
            exercised.push_back(item.name + " " + std::to_string(item.sagas));
    }
    // BK-A was paid after its payment was announced, not straight after it was created
    EXPECT_THAT(exercised,
                ElementsAre("payment.initiated<-voyage.booking.created 1", "payment.completed<-payment.initiated 1",
                            "payment.completed<-voyage.booking.created 1", "payment.failed<-voyage.booking.created 1",
                            "voyage.booking.confirmed<-payment.completed 2"));
}

TEST(Coverage, aFailureThatHealedAndTheOutcomesCount)
{
    EXPECT_THAT(linesOf(coverageOfTraffic(kTraffic), {CoverageKind::Healing, CoverageKind::Outcome}),
                ElementsAre("1 healing payment-failed>paid", "2 outcome completed", "0 outcome compensated",
                            "0 outcome refunded", "0 outcome failed", "0 outcome stalled"));
}

TEST(Coverage, aDefinitionThatNobodyFollowsIsNeverExercised)
{
    const Coverage coverage = coverageOfTraffic(kTraffic, "gdpr-export");
    EXPECT_FALSE(coverage.items.empty());
    EXPECT_EQ(coverage.exercised(), 0U);
}

TEST(Coverage, examplesAreTheFirstSagasByStart)
{
    const auto snapshot = test::snapshotOf(kTraffic);
    const auto population = test::populationOf(*snapshot);
    const Coverage coverage = coverageOf(*test::builtInCatalog()->definition("booking-payment"), *population);
    EXPECT_THAT(coverage.items.front().examples,
                ElementsAre(test::sagaWithKey(*snapshot, "BK-A"), test::sagaWithKey(*snapshot, "BK-B")));
}

TEST(Coverage, copiesAsCommaSeparatedValues)
{
    const auto population = test::populationOf(R"(
        09:40:00 voyage.booking.created   a1 corr=a | bookingId==1,"x" totalAmount=10
    )");
    const std::string csv = coverageCsv(coverageOf(*test::builtInCatalog()->definition("booking-payment"), *population), *population);
    EXPECT_EQ(csv.substr(0, csv.find('\n', csv.find('\n') + 1)),
              "definition,kind,name,note,sagas,examples\n"
              "booking-payment,step,created,voyage.booking.created,1,\"'=1,\"\"x\"\"\"");
    EXPECT_NE(csv.find("booking-payment,compensation,refunded,paid <- payment.refunded,0,\n"), std::string::npos);
}

} // namespace
} // namespace sagascope::saga
