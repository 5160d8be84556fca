// SPDX-License-Identifier: GPL-3.0-or-later
// What the stories put on the wire, held against the catalog's schemas and against the two ways of writing.
#include <algorithm>
#include <map>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/demo/Envelope.h"
#include "core/demo/StoryPlan.h"

namespace sagascope::demo {
namespace {

using testing::Contains;
using testing::IsSupersetOf;

const base::Timestamp kNow = base::parseIso8601("2026-11-23T10:24:18.512Z")->time;

const catalog::Catalog& declared()
{
    static const auto kCatalog = catalog::Catalog::load();
    return *kCatalog.value();
}

std::vector<Story> stories(double platformShare)
{
    DemoOptions options;
    options.seed = 21;
    options.platformShare = platformShare;
    const StoryPlan plan(options);
    std::vector<Story> result;
    for (std::uint64_t i = 0; i < 1'500; ++i)
        result.push_back(plan.story(i));
    return result;
}

template <typename Visit> void forEachEvent(double platformShare, const Visit& visit)
{
    for (const Story& story : stories(platformShare))
        for (const PlannedRecord& record : story.records)
            if (!record.bytes && !record.copyOf)
                visit(record, nlohmann::json::parse(*wireForm(record, kNow).value));
}

TEST(SpecStories, KeepToTheCatalogsSchemas)
{
    forEachEvent(0, [](const PlannedRecord& record, const nlohmann::json& body) {
        const auto* topic = declared().find(record.eventType, record.topic);
        ASSERT_TRUE(topic && topic->schema) << record.eventType;
        const auto verdict = topic->schema->inspect(body["payload"].dump());
        ASSERT_TRUE(verdict.violations.empty()) << record.eventType << ": " << verdict.violations[0].message;
        ASSERT_TRUE(verdict.extraFields.empty()) << record.eventType << ": " << verdict.extraFields[0];
    });
}

TEST(SpecStories, CarryOneCorrelationAndKnownCauses)
{
    for (const Story& story : stories(0)) {
        std::set<std::string> told;
        for (const PlannedRecord& record : story.records) {
            if (record.bytes)
                continue;
            ASSERT_EQ(record.correlationId, story.records.front().correlationId);
            ASSERT_FALSE(record.correlationId.empty());
            if (!record.causationId.empty()) {
                ASSERT_TRUE(told.contains(record.causationId)) << record.eventType;
            }
            told.insert(record.eventId);
        }
    }
}

TEST(PlatformStories, CarryNeitherCorrelationNorCauseNorMetadata)
{
    forEachEvent(1, [](const PlannedRecord& record, const nlohmann::json& body) {
        for (const char* member : {"correlationId", "causationId", "metadata"})
            ASSERT_FALSE(body.contains(member)) << record.eventType;
        ASSERT_EQ(body.size(), 6U) << record.eventType;
    });
}

TEST(PlatformStories, MissTheirSchemasWhereThePlatformDoes)
{
    std::map<std::string, std::set<std::string>> broken;
    std::map<std::string, std::set<std::string>> undeclared;
    forEachEvent(1, [&](const PlannedRecord& record, const nlohmann::json& body) {
        const auto* topic = declared().find(record.eventType, record.topic);
        ASSERT_TRUE(topic && topic->schema) << record.eventType;
        const auto verdict = topic->schema->inspect(body["payload"].dump());
        for (const auto& violation : verdict.violations)
            broken[record.eventType].insert(violation.pointer);
        undeclared[record.eventType].insert(verdict.extraFields.begin(), verdict.extraFields.end());
    });
    EXPECT_THAT(broken["payment.completed"], Contains("/transactionId"));
    EXPECT_THAT(undeclared["payment.completed"], Contains("/paymentMethod"));
    EXPECT_THAT(broken["payment.failed"], IsSupersetOf({"/errorCode", "/errorMessage"}));
    EXPECT_THAT(undeclared["payment.failed"], IsSupersetOf({"/bookingReference", "/reason"}));
    EXPECT_THAT(broken["payment.refunded"], IsSupersetOf({"/refundAmount", "/refundId", "/reason"}));
    EXPECT_THAT(broken["voyage.booking.created"], Contains("/bookingType"));
    EXPECT_THAT(broken["notification.email.requested"],
                IsSupersetOf({"/email", "/templateId", "/subject", "/variables", "/priority"}));
    EXPECT_THAT(undeclared["notification.email.requested"], IsSupersetOf({"/type", "/title", "/message", "/metadata"}));
    EXPECT_THAT(broken["ai.recommendation.interacted"], Contains("/itemType"));
    EXPECT_THAT(broken["user.preferences.updated"], Contains("/preferences/language"));
    EXPECT_TRUE(broken["voyage.booking.confirmed"].empty());
}

TEST(PlatformStories, NameOneBookingInThreeWays)
{
    for (const Story& story : stories(1)) {
        if (story.kind != StoryKind::BookingConfirmedEarly)
            continue;
        const auto& created = story.records[0];
        const auto& confirmed = story.records[1];
        EXPECT_EQ(created.payload["bookingId"], confirmed.payload["bookingId"]);
        EXPECT_FALSE(created.payload.contains("bookingReference"));
        EXPECT_THAT(confirmed.payload["confirmationNumber"].get<std::string>(),
                    testing::MatchesRegex("BOOK-[0-9]{8}-[0-9A-Z]{5}"));
        const auto paid = std::find_if(story.records.begin(), story.records.end(),
                                       [](const PlannedRecord& r) { return r.eventType == "payment.completed"; });
        EXPECT_EQ(paid->payload["bookingId"], confirmed.payload["confirmationNumber"]);
        EXPECT_EQ(paid->payload["paymentId"], confirmed.payload["paymentId"]);
    }
}

TEST(PlatformStories, LetNoIdentifierTieAFailedPaymentToItsBooking)
{
    for (const Story& story : stories(1)) {
        if (story.kind != StoryKind::BookingFailed)
            continue;
        const std::string databaseId = story.records[0].payload["bookingId"];
        for (std::size_t i = 1; i < story.records.size(); ++i)
            ASSERT_EQ(story.records[i].payload.dump().find(databaseId), std::string::npos);
        // … but the traveller, the price and the moment, which is enough to find one saga.
        EXPECT_EQ(story.records[0].payload["userId"], story.records[1].payload["userId"]);
        EXPECT_EQ(story.records[0].payload["totalAmount"], story.records[1].payload["amount"]);
        ASSERT_EQ(story.expected.size(), 1U);
    }
}

TEST(PlatformStories, DisagreeOnWhatWasRefunded)
{
    for (const Story& story : stories(1)) {
        if (story.kind != StoryKind::BookingRefunded)
            continue;
        const auto& byHand = story.records[story.records.size() - 2].payload;
        const auto& byWebhook = story.records.back().payload;
        EXPECT_EQ(byHand["bookingReference"], "");
        EXPECT_LT(byHand["amount"].get<double>(), byWebhook["amount"].get<double>());
        EXPECT_NE(byHand["bookingId"], byWebhook["bookingId"]);
        EXPECT_EQ(byHand["paymentId"], byWebhook["paymentId"]);
    }
}

TEST(Stories, AreKeyedAsTheCatalogSays)
{
    for (const double share : {0.0, 1.0})
        forEachEvent(share, [](const PlannedRecord& record, const nlohmann::json& body) {
            const auto* topic = declared().find(record.eventType, record.topic);
            ASSERT_NE(topic, nullptr);
            const nlohmann::json::json_pointer key{std::string(topic->keyPointer(record.eventType))};
            ASSERT_EQ(record.key, body.at(key).get<std::string>()) << record.eventType;
        });
}

TEST(PlatformTopics, HaveTheCatalogsPartitionCounts)
{
    for (const TopicShape& shape : platformTopics()) {
        const auto* topic = declared().topic(shape.name);
        ASSERT_NE(topic, nullptr) << shape.name;
        EXPECT_EQ(topic->partitions, shape.partitions) << shape.name;
    }
}

} // namespace
} // namespace sagascope::demo
