// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Decoder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/Records.h"

namespace sagascope::event {
namespace {

using base::Rule;
using test::Body;
using test::eventRecord;
using test::Record;
using testing::IsEmpty;

TEST(Decoder, ReadsTheWholeEnvelopeOfAnOrdinaryEvent)
{
    Decoder decoder;
    const Record record = eventRecord("payment.completed", 7, R"({"paymentId":"pay-1","amount":499.5})", 3);
    const Decoded decoded = decoder.decode(record.raw());
    const auto* event = std::get_if<Event>(&decoded);
    ASSERT_TRUE(event);
    EXPECT_EQ(event->eventId.text, test::uuid(7));
    EXPECT_EQ(event->eventType.text, "payment.completed");
    EXPECT_EQ(event->eventType.origin, Origin::Envelope);
    EXPECT_EQ(event->source.text, "payment-service");
    EXPECT_EQ(event->version.text, "1.0");
    EXPECT_EQ(event->correlationId.text, test::uuid(1003));
    EXPECT_FALSE(event->causationId.isPresent());
    EXPECT_EQ(event->producerTime, test::moment("2026-03-02T09:41:12.034Z"));
    EXPECT_EQ(event->at("/payload/paymentId").text(), "pay-1");
    EXPECT_EQ(event->at("/payload/amount").number(), 499.5);
    EXPECT_FALSE(event->isBare);
    EXPECT_THAT(event->hits, IsEmpty());
}

/// A decoder with the event that it read last, which lives in it.
class Reading
{
public:
    explicit Reading(Record record) : m_record(std::move(record)), m_decoded(m_decoder.decode(m_record.raw())) {}

    const Event& event() const { return std::get<Event>(m_decoded); }
    const Event* operator->() const { return &event(); }

private:
    Decoder m_decoder;
    Record m_record;
    Decoded m_decoded;
};

Record withValue(std::string value)
{
    return Record("dreamscape.voyage.booking.created").key("k").value(std::move(value));
}

TEST(Decoder, TakesMembersFromMetadataThenHeadersThenTheTopic)
{
    const Reading mocked(withValue(R"({"metadata":{"eventId":"e-1","eventType":"booking.made","source":"mock",)"
                                   R"("version":"2.0","correlationId":"c-1","causationId":"p-1",)"
                                   R"("timestamp":"2026-03-02T09:41:12Z"},"payload":{"bookingId":"b-1"}})")
                             .header("eventType", "from.header")
                             .header("source", "from-header"));
    EXPECT_EQ(mocked->eventId.text, "e-1");
    EXPECT_EQ(mocked->eventId.origin, Origin::Metadata);
    EXPECT_EQ(mocked->eventType.text, "booking.made");
    EXPECT_EQ(mocked->source.text, "mock");
    EXPECT_EQ(mocked->version.text, "2.0");
    EXPECT_EQ(mocked->correlationId.text, "c-1");
    EXPECT_EQ(mocked->correlationId.origin, Origin::Metadata);
    EXPECT_EQ(mocked->causationId.text, "p-1");
    EXPECT_EQ(mocked->producerTime, test::moment("2026-03-02T09:41:12Z"));
    EXPECT_EQ(mocked->producerTimeOrigin, Origin::Metadata);

    const Reading headed(withValue("{}")
                             .header("eventType", "from.header")
                             .header("source", "from-header")
                             .header("version", "1.0")
                             .header("correlationId", "c-2")
                             .header("timestamp", "2026-03-02T09:41:12Z"));
    EXPECT_EQ(headed->eventType.text, "from.header");
    EXPECT_EQ(headed->eventType.origin, Origin::Header);
    EXPECT_EQ(headed->source.text, "from-header");
    EXPECT_EQ(headed->version.origin, Origin::Header);
    EXPECT_EQ(headed->correlationId.text, "c-2");
    EXPECT_EQ(headed->correlationId.origin, Origin::Header);
    EXPECT_EQ(headed->producerTimeOrigin, Origin::Header);

    const Reading bare(withValue("{}"));
    EXPECT_EQ(bare->eventType.text, "voyage.booking.created");
    EXPECT_EQ(bare->eventType.origin, Origin::Topic);
    EXPECT_FALSE(bare->source.isPresent());
    EXPECT_EQ(bare->producerTime, base::kNoTime);
}

TEST(Decoder, PrefersTheHeadersCorrelationToThatInMetadata)
{
    const Reading reading(withValue(R"({"payload":{},"metadata":{"correlationId":"m"}})").header("correlationId", "h"));
    EXPECT_EQ(reading->correlationId.text, "h");
}

TEST(Decoder, IgnoresHeadersThatSayNothing)
{
    const Reading reading(withValue("{}")
                              .header("eventType", "said.first")
                              .header("eventType", "")
                              .nullHeader("eventType")
                              .header("eventType", "\xFF")
                              .header("correlationId", ""));
    EXPECT_EQ(reading->eventType.text, "said.first");
    EXPECT_FALSE(reading->correlationId.isPresent());
}

TEST(Decoder, TakesABodyWithoutEnvelopeAsThePayload)
{
    const Reading reading(withValue(R"({"bookingId":"b-1","amount":12})"));
    EXPECT_TRUE(reading->isBare);
    EXPECT_EQ(reading->at("/payload/bookingId").text(), "b-1");
    EXPECT_EQ(reading->at("/payload"), reading->body);
    EXPECT_EQ(reading->at("/bookingId").text(), "b-1");
}

TEST(Decoder, ReadsTheSagaTheStepAndTheTrace)
{
    const std::string trace = "4bf92f3577b34da6a3ce929d0e0e4736";
    const std::string parent = "00-" + trace + "-00f067aa0ba902b7-01";
    const Reading orchestrated(
        withValue(R"({"payload":{"sagaId":"other"},"metadata":{"sagaId":"s-1","step":"CREATE_BOOKING"}})")
            .header("traceparent", parent));
    EXPECT_EQ(orchestrated->sagaId, "s-1");
    EXPECT_EQ(orchestrated->sagaStep, "CREATE_BOOKING");
    EXPECT_EQ(orchestrated->traceId, trace);
    const Reading inPayload(
        withValue(R"({"payload":{"sagaId":"s-2"},"metadata":{"traceparent":")" + parent + R"("}})"));
    EXPECT_EQ(inPayload->sagaId, "s-2");
    EXPECT_EQ(inPayload->sagaStep, "");
    EXPECT_EQ(inPayload->traceId, trace);
    const Reading bare(withValue(R"({"sagaId":"s-3"})"));
    EXPECT_EQ(bare->sagaId, "s-3");
    for (const char* none : {"", "00", "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                             "00-4bf92f3577b34da6a3ce929d0e0e473x-00f067aa0ba902b7-01"})
        EXPECT_EQ(Reading(withValue("{}").header("traceparent", none))->traceId, "") << none;
}

TEST(Decoder, LooksIntoADeadLettersOriginal)
{
    const Reading reading(
        Record("dreamscape.dead.letter.queue")
            .value(
                R"({"eventId":"w-1","eventType":"dead_letter.event","causationId":"e-1","metadata":{"a":"w"},"payload":)"
                R"({"failedOffset":"12","originalEvent":{"eventId":"e-1","eventType":"payment.completed",)"
                R"("metadata":{"a":"o"},"payload":{"paymentId":"p-1","sagaId":"s-1"}}}})"));
    EXPECT_EQ(reading->topicRole, TopicRole::DeadLetter);
    EXPECT_EQ(reading->eventId.text, "w-1");
    EXPECT_EQ(reading->wrappedEventId, "e-1");
    EXPECT_EQ(reading->wrappedEventType, "payment.completed");
    EXPECT_EQ(reading->at("/payload/paymentId").text(), "p-1");
    EXPECT_EQ(reading->at("/metadata/a").text(), "w");
    EXPECT_EQ(reading->sagaId, "s-1");
    EXPECT_EQ(reading->payload.member("failedOffset").text(), "12");
}

TEST(Decoder, LooksIntoADeadLettersOriginalThatHadNoEnvelope)
{
    const Reading reading(
        withValue(R"({"eventType":"dead_letter.event","payload":{"originalEvent":{"paymentId":"p"}}})"));
    EXPECT_EQ(reading->wrappedEventId, "");
    EXPECT_EQ(reading->at("/payload/paymentId").text(), "p");
    const Reading nothing(withValue(R"({"eventType":"dead_letter.event","payload":{"originalEvent":"text"}})"));
    EXPECT_FALSE(nothing->wrapped.isValid());
    EXPECT_EQ(nothing->at("/payload/originalEvent").text(), "text");
}

TEST(Decoder, KnowsTheThreeConventionsOfRetryAndDeadLetterTopics)
{
    EXPECT_EQ(topicRole("dreamscape.retry.queue"), TopicRole::Retry);
    EXPECT_EQ(topicRole("dreamscape.payment.completed.retry"), TopicRole::Retry);
    EXPECT_EQ(topicRole("dreamscape.dead.letter.queue"), TopicRole::DeadLetter);
    EXPECT_EQ(topicRole("dreamscape.user.profile.updated.dlq"), TopicRole::DeadLetter);
    EXPECT_EQ(topicRole("dreamscape.user.profile.updated"), TopicRole::Ordinary);
    EXPECT_EQ(topicRole("dreamscape.retry.queues"), TopicRole::Ordinary);
}

TEST(Decoder, TakesTheLastOfDuplicateMembersEverywhere)
{
    const Reading reading(
        withValue(R"({"eventId":"a","payload":{"x":1},"eventId":"b","payload":{"x":2,"y":{"z":1,"z":2}}})"));
    EXPECT_EQ(reading->eventId.text, "b");
    EXPECT_EQ(reading->at("/payload/x").number(), 2);
    EXPECT_EQ(reading->at("/payload/y/z").number(), 2);
    EXPECT_EQ(reading->body.serialise(), R"({"eventId":"b","payload":{"x":2,"y":{"z":2}}})");
}

TEST(Decoder, FindsDuplicatesAmongManyMembers)
{
    std::string payload = "{";
    for (int i = 0; i < 500; ++i)
        payload += "\"m" + std::to_string(i) + "\":" + std::to_string(i) + ",";
    const Reading reading(withValue(R"({"payload":)" + payload + R"("m77":"again"}})"));
    EXPECT_EQ(reading->at("/payload/m77").text(), "again");
    EXPECT_EQ(reading->at("/payload/m78").number(), 78);
    EXPECT_THAT(reading->hits, testing::Contains(base::RuleHit{Rule::MemberDuplicate, "/payload/m77"}));
}

TEST(Decoder, ReadsADoubleEncodedEventAsTheEventInside)
{
    const Reading reading(withValue(R"("{\"eventId\":\"e-1\",\"payload\":{\"x\":\"\\u00e9\"}}")"));
    EXPECT_EQ(reading->eventId.text, "e-1");
    EXPECT_EQ(reading->at("/payload/x").text(), "é");
}

TEST(Decoder, IsReadyAgainAfterAGiant)
{
    Decoder decoder;
    const Record giant = withValue(R"({"payload":{"x":")" + std::string(9'000'000, 'x') + R"("}})");
    const Record small = eventRecord("user.created", 1, R"({"userId":"u"})");
    {
        const Decoded decoded = decoder.decode(giant.raw());
        EXPECT_EQ(std::get<Event>(decoded).at("/payload/x").text()->size(), 9'000'000U);
    }
    const Decoded decoded = decoder.decode(small.raw());
    EXPECT_EQ(std::get<Event>(decoded).at("/payload/userId").text(), "u");
}

} // namespace
} // namespace sagascope::event
