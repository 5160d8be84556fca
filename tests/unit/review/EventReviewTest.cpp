// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/EventReview.h"

#include <optional>
#include <string>
#include <variant>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/catalog/Catalog.h"
#include "core/event/Decoder.h"

namespace sagascope::review {
namespace {

using base::Rule;
using nlohmann::json;
using testing::Contains;
using testing::Field;
using testing::IsEmpty;
using testing::Not;

constexpr const char* kPaid = "dreamscape.payment.completed";

/// As the specification wants it: nothing to object to.
json paid()
{
    return json::parse(R"({
        "eventId": "7b1f4c9e-0b6a-4c57-9d5e-0d8f6b6a1c11", "eventType": "payment.completed", "version": "1.0",
        "timestamp": "2026-11-23T10:00:00.000Z", "source": "payment-service",
        "payload": {"paymentId": "pi_1", "bookingId": "b-1", "userId": "u-1", "amount": 120.5, "currency": "EUR",
                    "transactionId": "ch_1", "completedAt": "2026-11-23T10:00:00.000Z"}})");
}

class EventReviewTest : public testing::Test
{
protected:
    std::vector<base::RuleHit> review(const std::string& topic, const json& value,
                                      std::optional<std::string> key = std::nullopt)
    {
        const std::string text = value.dump();
        event::RawRecord record;
        record.topic = topic;
        record.value = text;
        if (key)
            record.key = *key;
        std::vector<base::RuleHit> hits;
        const event::Decoded decoded = m_decoder.decode(record);
        for (const base::RuleHit* hit : m_review.review(std::get<event::Event>(decoded), record))
            hits.push_back(*hit);
        return hits;
    }

    static auto is(Rule rule) { return Field(&base::RuleHit::rule, rule); }
    static auto is(Rule rule, std::string detail) { return base::RuleHit{rule, std::move(detail)}; }

    event::Decoder m_decoder;
    EventReview m_review{*catalog::Catalog::load()};
};

TEST_F(EventReviewTest, findsNothingInAnEventThatFollowsTheSpecification)
{
    EXPECT_THAT(review(kPaid, paid(), "pi_1"), IsEmpty());
}

TEST_F(EventReviewTest, saysNothingButThatTheTopicIsUnknown)
{
    EXPECT_THAT(review("dreamscape.nobody.knows", paid(), "x"),
                testing::ElementsAre(is(Rule::TopicUnknown, "dreamscape.nobody.knows")));
}

TEST_F(EventReviewTest, pointsAtWhatMissesTheSchema)
{
    json event = paid();
    event["payload"].erase("amount");
    event["payload"]["currency"] = "eur";
    const auto hits = review(kPaid, event, "pi_1");
    EXPECT_THAT(hits, Contains(Field(&base::RuleHit::detail, testing::HasSubstr("/amount"))));
    EXPECT_THAT(hits, Contains(Field(&base::RuleHit::detail, testing::HasSubstr("/currency"))));
    EXPECT_THAT(hits, testing::Each(is(Rule::PayloadSchema)));
}

TEST_F(EventReviewTest, readsABareBodyAsThePayload)
{
    json payload = paid()["payload"];
    EXPECT_THAT(review(kPaid, payload), IsEmpty());
    payload["amount"] = "120.5";
    EXPECT_THAT(review(kPaid, payload), Contains(is(Rule::PayloadSchema)));
}

TEST_F(EventReviewTest, namesFieldsThatNobodyDeclared)
{
    json event = paid();
    event["payload"]["paymentMethod"] = "card";
    EXPECT_THAT(review(kPaid, event, "pi_1"), testing::ElementsAre(is(Rule::PayloadExtraField, "/paymentMethod")));
}

TEST_F(EventReviewTest, leavesAMissingPayloadToTheEnvelopesRules)
{
    json event = paid();
    event.erase("payload");
    EXPECT_THAT(review(kPaid, event), Not(Contains(is(Rule::PayloadSchema))));
    event["payload"] = nullptr;
    EXPECT_THAT(review(kPaid, event), Not(Contains(is(Rule::PayloadSchema))));
}

TEST_F(EventReviewTest, expectsTheKeyThatTheProducersUse)
{
    EXPECT_THAT(review(kPaid, paid(), "b-1"), testing::ElementsAre(is(Rule::KeyUnexpected, "/payload/paymentId")));
    EXPECT_THAT(review(kPaid, paid()), IsEmpty()) << "a null key has a rule of its own";
    EXPECT_THAT(review("dreamscape.retry.queue", paid(), "b-1"), Not(Contains(is(Rule::KeyUnexpected))));
}

TEST_F(EventReviewTest, knowsTheVersionsOfAType)
{
    json event = paid();
    event["version"] = "2.0";
    EXPECT_THAT(review(kPaid, event, "pi_1"), testing::ElementsAre(is(Rule::VersionUnknown, "2.0")));
    event.erase("version");
    EXPECT_THAT(review(kPaid, event, "pi_1"), IsEmpty());
}

TEST_F(EventReviewTest, noticesIdentifiersThatIdentifyNothing)
{
    json event = paid();
    event["payload"]["bookingId"] = "temp";
    EXPECT_THAT(review(kPaid, event, "pi_1"), testing::ElementsAre(is(Rule::PlaceholderId, "/payload/bookingId")));
}

TEST_F(EventReviewTest, noticesEventsThatNobodyReads)
{
    const json event = json::parse(R"({"eventId": "1", "eventType": "payment.refunded", "payload": {}})");
    EXPECT_THAT(review("dreamscape.payment.refunded", event), Contains(is(Rule::DeadEndEvent)));
    EXPECT_THAT(review(kPaid, paid(), "pi_1"), Not(Contains(is(Rule::DeadEndEvent))));
}

TEST_F(EventReviewTest, judgesACopyOnTheRetryQueueByItsType)
{
    json event = paid();
    event["payload"]["amount"] = -1;
    EXPECT_THAT(review("dreamscape.retry.queue", event, "pi_1"), Contains(is(Rule::PayloadSchema)));
}

TEST_F(EventReviewTest, cutsLongDetailsBetweenCharacters)
{
    json event = paid();
    std::string name;
    for (int i = 0; i < 100; ++i)
        name += "\xC3\xA9";
    event["payload"][name] = 1;
    const auto hits = review(kPaid, event, "pi_1");
    ASSERT_EQ(hits.size(), 1U);
    EXPECT_LE(hits.front().detail.size(), 120U);
    EXPECT_EQ(hits.front().detail.back(), '\xA9');
}

} // namespace
} // namespace sagascope::review
