// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/RecordPreview.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/kafka/Partitioner.h"
#include "tests/unit/compose/FixedClock.h"

namespace sagascope::compose {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::Field;

const catalog::Catalog& known()
{
    static const auto catalog = *catalog::Catalog::load();
    return *catalog;
}

Draft payment()
{
    Draft draft;
    draft.eventId = "6b3f0a52-5a0e-4a5c-9d0c-1f7e2d3c4b5a";
    draft.eventType = "payment.completed";
    draft.source = "payment-service";
    draft.payload = *fromJsonText(
        R"({"paymentId":"pay_88213","bookingId":"BK-7741","userId":"usr_20931","amount":850.0,"currency":"EUR","transactionId":"ch_3N","completedAt":"2026-11-23T10:24:18.000Z"})");
    return draft;
}

RecordPreview preview(const Draft& draft, std::optional<std::int32_t> partitions = {})
{
    return RecordPreview::of(draft, known(), FixedClock().now(), partitions);
}

TEST(RecordPreview, IsWhatTheServicesLibraryWrites)
{
    EXPECT_EQ(
        preview(payment()).body,
        R"({"eventId":"6b3f0a52-5a0e-4a5c-9d0c-1f7e2d3c4b5a","eventType":"payment.completed","timestamp":"2026-11-23T10:24:18.512Z",)"
        R"("version":"1.0","source":"payment-service","payload":{"paymentId":"pay_88213","bookingId":"BK-7741","userId":"usr_20931",)"
        R"("amount":850,"currency":"EUR","transactionId":"ch_3N","completedAt":"2026-11-23T10:24:18.000Z"}})");
}

TEST(RecordPreview, WritesOptionalMembersBeforeThePayload)
{
    Draft draft = payment();
    draft.correlationId = "corr-1";
    draft.causationId = "e-0";
    draft.metadata = Json({{"sagaId", "s-1"}});
    draft.payload = Json::object();
    EXPECT_THAT(
        preview(draft).body,
        testing::HasSubstr(
            R"("source":"payment-service","correlationId":"corr-1","causationId":"e-0","metadata":{"sagaId":"s-1"},"payload":{}})"));
}

TEST(RecordPreview, SendsFiveHeadersWithAnEmptyCorrelationWhenThereIsNone)
{
    const auto headers = preview(payment()).headers;
    ASSERT_EQ(headers.size(), 5U);
    EXPECT_EQ(headers[0].name, "eventType");
    EXPECT_EQ(headers[0].value, "payment.completed");
    EXPECT_EQ(headers[3].name, "timestamp");
    EXPECT_EQ(headers[3].value, "2026-11-23T10:24:18.512Z");
    EXPECT_EQ(headers[4].name, "correlationId");
    EXPECT_EQ(headers[4].value, "");
}

TEST(RecordPreview, TakesTheKeyFromTheFieldThatTheServicesUse)
{
    EXPECT_EQ(preview(payment()).key, "pay_88213");
    Draft other = payment();
    other.payload.erase("paymentId");
    EXPECT_EQ(preview(other).key, other.eventId) << "without the field, the event's id";
    other.key = "mine";
    EXPECT_EQ(preview(other).key, "mine");
    other.hasNullKey = true;
    EXPECT_EQ(preview(other).key, std::nullopt);
    EXPECT_EQ(preview(other).partition, std::nullopt);
}

TEST(RecordPreview, TakesTheKeyOfTheTypeOnATopicWithTwo)
{
    Draft draft = payment();
    draft.eventType = "ai.model.inference_completed";
    draft.payload = *fromJsonText(R"({"requestId":"rec-1","predictionId":"pred_1"})");
    EXPECT_EQ(preview(draft).key, "rec-1");
    EXPECT_EQ(preview(draft).topic, "dreamscape.ai.prediction.made");
    draft.eventType = "ai.prediction.made";
    EXPECT_EQ(preview(draft).key, "pred_1");
}

TEST(RecordPreview, ChoosesThePartitionOfTheJavaClient)
{
    // Vectors of Kafka's own test of its partitioner.
    const std::vector<std::pair<std::string, std::int32_t>> vectors{
        {"21", -973932308},
        {"foobar", -790332482},
        {"a-little-bit-long-string", -985981536},
        {"a-little-bit-longer-string", -1486304829},
        {"lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8", -58897971},
        {"abc", 479470107}};
    for (const auto& [key, hash] : vectors) {
        EXPECT_EQ(static_cast<std::int32_t>(kafka::murmur2(key)), hash) << key;
        Draft draft = payment();
        draft.key = key;
        EXPECT_EQ(preview(draft, 7).partition, (hash & 0x7fffffff) % 7) << key;
    }
}

TEST(RecordPreview, CountsPartitionsAsTheClusterOrElseTheCatalogSays)
{
    Draft draft = payment();
    draft.key = "21";
    EXPECT_EQ(preview(draft).partition, (-973932308 & 0x7fffffff) % 3);
    EXPECT_EQ(preview(draft, 5).partition, (-973932308 & 0x7fffffff) % 5);
    draft.topic = "somewhere.else";
    EXPECT_EQ(preview(draft).partition, std::nullopt);
    draft.partition = 2;
    EXPECT_EQ(preview(draft).partition, 2);
}

TEST(RecordPreview, LeavesAPartitionThatFollowsFromTheKeyToThePublisher)
{
    Draft draft = payment();
    EXPECT_EQ(preview(draft).outgoing()->partition, std::nullopt);
    draft.partition = 2;
    EXPECT_EQ(preview(draft).outgoing()->partition, 2);
}

TEST(RecordPreview, CountsTheBytesOfKeyValueAndHeaders)
{
    Draft draft = payment();
    draft.key = "k";
    const RecordPreview shown = preview(draft);
    const std::size_t headers =
        std::string(
            "eventTypepayment.completedsourcepayment-serviceversion1.0timestamp2026-11-23T10:24:18.512ZcorrelationId")
            .size();
    EXPECT_EQ(shown.size, shown.body.size() + 1 + headers);
}

TEST(RecordPreview, RefusesToPublishWhatBreaksItsSchemaUntilSomebodyDecides)
{
    Draft draft = payment();
    draft.payload.erase("transactionId");
    draft.payload["paymentMethod"] = "pm_1";
    const RecordPreview shown = preview(draft);
    ASSERT_EQ(shown.violations.size(), 1U);
    EXPECT_EQ(shown.violations[0].pointer, "/payload/transactionId");
    EXPECT_THAT(shown.extraFields, ElementsAre("/payload/paymentMethod"));
    ASSERT_FALSE(shown.outgoing());
    EXPECT_EQ(shown.outgoing().error().code, base::ErrorCode::Refused);
    EXPECT_EQ(shown.outgoing().error().subject, "/payload/transactionId");

    draft.isValidationOverridden = true;
    const auto record = preview(draft).outgoing();
    ASSERT_TRUE(record);
    EXPECT_EQ(record->value, shown.body);
    EXPECT_EQ(record->key, "pay_88213");
    EXPECT_EQ(record->topic, "dreamscape.payment.completed");
    EXPECT_EQ(record->headers.size(), 5U);
}

TEST(RecordPreview, ChecksTheEnvelopeToo)
{
    Draft draft = payment();
    draft.version = "2";
    draft.timestamp = "yesterday";
    draft.source = "";
    draft.eventId = "";
    std::vector<std::string> places;
    for (const auto& violation : preview(draft).violations)
        places.push_back(violation.pointer);
    EXPECT_THAT(places, testing::UnorderedElementsAre("/version", "/timestamp", "/source", "/eventId"));
}

TEST(RecordPreview, RefusesATopicThatKafkaDoesNotTake)
{
    Draft draft = payment();
    draft.topic = "dreamscape.payment.*";
    EXPECT_EQ(preview(draft).outgoing().error().code, base::ErrorCode::InvalidArgument);
    draft.topic = std::string(250, 'a');
    EXPECT_EQ(preview(draft).outgoing().error().code, base::ErrorCode::InvalidArgument);
}

TEST(RecordPreview, AddsAPersonsHeadersAfterThoseOfTheServices)
{
    Draft draft = payment();
    draft.extraHeaders = {{"retryCount", "1"}, {"empty", std::nullopt}};
    const auto headers = preview(draft).headers;
    ASSERT_EQ(headers.size(), 7U);
    EXPECT_EQ(headers[5].name, "retryCount");
    EXPECT_EQ(headers[6].value, std::nullopt);
}

} // namespace
} // namespace sagascope::compose
