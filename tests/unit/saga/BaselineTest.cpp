// SPDX-License-Identifier: GPL-3.0-or-later
// What changed from one population to another.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>

#include "core/saga/Baseline.h"
#include "core/session/CaptureReading.h"
#include "tests/unit/saga/Populations.h"

namespace sagascope::saga {
namespace {

using namespace std::chrono_literals;
using test::bookings;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// `added 0/25 created > payment-failed`
std::vector<std::string> linesOf(const std::vector<Shift>& shifts)
{
    std::vector<std::string> lines;
    for (const Shift& shift : shifts)
        lines.push_back(std::string(changeName(shift.change())) + " " + std::to_string(shift.before) + "/"
                        + std::to_string(shift.after) + " " + shift.name);
    return lines;
}

TEST(Baseline, namesTheWaysThatCameAndWent)
{
    const auto before = test::populationOf(bookings(30, "paid"));
    const auto after = test::populationOf(bookings(20, "paid") + bookings(25, "failed", 100));
    const auto baseline = compareBaseline(*before, *after);
    ASSERT_THAT(baseline, SizeIs(1));
    EXPECT_EQ(baseline[0].name, "booking-payment");
    EXPECT_EQ(baseline[0].before, 30U);
    EXPECT_EQ(baseline[0].after, 45U);
    EXPECT_EQ(baseline[0].statesAfter[std::size_t(SagaState::Compensated)], 25U);
    EXPECT_THAT(linesOf(baseline[0].variants),
                ElementsAre("added 0/25 created > payment-failed > cancelled", "kept 30/20 created > paid > confirmed"));
    EXPECT_THAT(linesOf(baseline[0].transitions),
                ElementsAre("added 0/25 created > payment-failed", "added 0/25 payment-failed > cancelled",
                            "kept 30/20 created > paid", "kept 30/20 paid > confirmed"));
    EXPECT_EQ(compareBaseline(*after, *before)[0].variants[0].change(), Change::Removed);
}

TEST(Baseline, comparesTimesOnlyWithSamplesEnoughOnBothSides)
{
    const auto before = test::populationOf(bookings(20, "paid"));
    const auto few = test::populationOf(bookings(19, "paid"));
    EXPECT_FALSE(compareBaseline(*before, *few)[0].variants[0].isComparable());
    const Shift shift = compareBaseline(*before, *before)[0].variants[0];
    EXPECT_TRUE(shift.isComparable());
    EXPECT_EQ(shift.waitBefore.samples, 20U);
    EXPECT_EQ(shift.waitBefore.median, 3s);
}

TEST(Baseline, copiesAsText)
{
    const auto before = test::populationOf(bookings(20, "paid"));
    const auto after = test::populationOf(bookings(19, "paid"));
    const std::string text = baselineText(compareBaseline(*before, *before));
    EXPECT_THAT(text, HasSubstr("booking-payment\toutcome\tcompleted\tkept\t20\t20\t0\t0\t\t\t\t\n"));
    EXPECT_THAT(text, HasSubstr("booking-payment\ttransition\tcreated > paid\tkept\t20\t20\t20\t20\t2000.000\t2000.000\t2000.000\t2000.000\n"));
    EXPECT_THAT(baselineText(compareBaseline(*before, *after)),
                HasSubstr("booking-payment\ttransition\tcreated > paid\tkept\t20\t19\t20\t19\t\t\t\t\n"));
}

TEST(Baseline, aCaptureIsReadAsAnySource)
{
    const auto file = std::filesystem::path(testing::TempDir()) / "baseline.jsonl";
    std::ofstream(file) << R"({"topic":"dreamscape.voyage.booking.created","partition":0,"offset":0,"ts":1760000000000,"payload":"{\"eventType\":\"voyage.booking.created\",\"eventId\":\"e1\",\"payload\":{\"bookingId\":\"BK-1\"}}"})"
                        << "\n";
    const auto snapshot = session::readCapture(file, test::builtInCatalog());
    ASSERT_TRUE(snapshot);
    EXPECT_EQ(test::populationOf(**snapshot)->sagaCount(), 1U);
    EXPECT_FALSE(session::readCapture(file.string() + ".missing", test::builtInCatalog()));
}

} // namespace
} // namespace sagascope::saga
