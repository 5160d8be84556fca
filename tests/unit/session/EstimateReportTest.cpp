// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/EstimateReport.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

namespace sagascope::session {
namespace {

using testing::HasSubstr;
using testing::Not;

/// 3,000 records of 300 bytes, of which 16 were looked at.
EstimateReport report()
{
    return {{{{"dreamscape.a", 3, 2'000, 8, 8 * 250}, {"dreamscape.b", 1, 1'000, 8, 8 * 400}, {"dreamscape.c", 2, 0, 0, 0}}}};
}

TEST(EstimateReport, saysWhatASampleSavesAndWhatItDoesNot)
{
    EstimateReport sampled = report();
    EXPECT_THAT(toText(sampled), HasSubstr("3000 records in 6 partitions of 3 topics"));
    EXPECT_THAT(toText(sampled), HasSubstr("about 900 kB to be transferred, before Kafka's compression; from the sizes of 16 records"));
    EXPECT_THAT(toText(sampled), HasSubstr("sampling saves memory, not transfer"));
    EXPECT_THAT(toText(sampled), Not(HasSubstr("1 traveller in")));
    sampled.oneIn = 10;
    EXPECT_THAT(toText(sampled), HasSubstr("for 1 traveller in 10"));
    EXPECT_EQ(sampled.memoryOfSample(), *sampled.memory() / 10);
    EXPECT_EQ(sampled.memory(), expectedMemory(3'000, 900'000));
    EXPECT_GT(expectedMemory(3'000, 900'000), expectedMemory(3'000, 0));
}

TEST(EstimateReport, saysWhatLimitsItsFigures)
{
    EstimateReport limited = report();
    EXPECT_THAT(toText(limited), Not(HasSubstr("cannot look up times")));
    limited.estimate.isTimeIgnored = true;
    limited.estimate.partitionsUnanswered = 1;
    EXPECT_THAT(toText(limited), HasSubstr("cannot look up times"));
    EXPECT_THAT(toText(limited), HasSubstr("1 partition did not tell"));
    limited.search = kafka::RecordSearch::byKey({"BOOK-1"});
    EXPECT_THAT(toText(limited), HasSubstr("only the partitions of the key"));
    EXPECT_THAT(toText(limited), Not(HasSubstr("of memory"))) << "nobody knows how many records have the key";
    for (kafka::TopicEstimate& topic : limited.estimate.topics)
        topic.probed = 0;
    EXPECT_THAT(toText(limited), HasSubstr("not known"));
}

TEST(EstimateReport, asJsonHoldsEveryFigure)
{
    EstimateReport sampled = report();
    sampled.oneIn = 4;
    const auto json = nlohmann::json::parse(toJson(sampled));
    EXPECT_EQ(json["contract"], 1);
    EXPECT_EQ(json["records"], 3'000);
    EXPECT_EQ(json["bytes"], 900'000);
    EXPECT_EQ(json["probed"], 16);
    EXPECT_EQ(json["memory"], *sampled.memory());
    EXPECT_EQ(json["memoryOfSample"], *sampled.memoryOfSample());
    EXPECT_EQ(json["timeIgnored"], false);
    ASSERT_EQ(json["topics"].size(), 3U);
    EXPECT_EQ(json["topics"][1]["topic"], "dreamscape.b");
    EXPECT_EQ(json["topics"][1]["bytesPerRecord"], 400);
    EXPECT_TRUE(json["topics"][2]["bytesPerRecord"].is_null());
}

} // namespace
} // namespace sagascope::session
