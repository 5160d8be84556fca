// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Envelope.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sagascope::demo {
namespace {

using testing::ElementsAre;

std::vector<std::string> lines(const kafka::OutgoingRecord& wire)
{
    std::vector<std::string> result;
    for (const kafka::OutgoingHeader& header : wire.headers)
        result.push_back(header.name + "=" + header.value.value_or("(null)"));
    return result;
}

PlannedRecord paid()
{
    PlannedRecord record;
    record.topic = "dreamscape.payment.completed";
    record.publisher = Service::Payment;
    record.key = "pi_1";
    record.eventId = "e-2";
    record.eventType = "payment.completed";
    record.payload = {{"paymentId", "pi_1"}, {"amount", 482}, {"completedAt", ""}};
    record.times = {{"completedAt"}};
    return record;
}

const base::Timestamp kNow = base::parseIso8601("2026-03-02T09:41:12.034Z")->time;

TEST(Envelope, OfThePlatformHasNoCorrelationButAnEmptyHeader)
{
    const auto wire = wireForm(paid(), kNow);
    EXPECT_EQ(wire.value, R"({"eventId":"e-2","eventType":"payment.completed","timestamp":"2026-03-02T09:41:12.034Z",)"
                          R"("version":"1.0","source":"payment-service",)"
                          R"("payload":{"paymentId":"pi_1","amount":482,"completedAt":"2026-03-02T09:41:12.034Z"}})");
    EXPECT_THAT(lines(wire), ElementsAre("eventType=payment.completed", "source=payment-service", "version=1.0",
                                         "timestamp=2026-03-02T09:41:12.034Z", "correlationId="));
    EXPECT_EQ(wire.key, "pi_1");
    EXPECT_EQ(wire.time, kNow);
}

TEST(Envelope, OfTheSpecCarriesCorrelationCauseAndMetadata)
{
    PlannedRecord record = paid();
    record.correlationId = "c-1";
    record.causationId = "e-1";
    record.metadata = {{"sagaId", "s-1"}, {"step", "PROCESS_PAYMENT"}};
    const auto wire = wireForm(record, kNow);
    EXPECT_EQ(wire.value, R"({"eventId":"e-2","eventType":"payment.completed","timestamp":"2026-03-02T09:41:12.034Z",)"
                          R"("version":"1.0","source":"payment-service","correlationId":"c-1","causationId":"e-1",)"
                          R"("metadata":{"sagaId":"s-1","step":"PROCESS_PAYMENT"},)"
                          R"("payload":{"paymentId":"pi_1","amount":482,"completedAt":"2026-03-02T09:41:12.034Z"}})");
    EXPECT_EQ(wire.headers.back().value, "c-1");
}

TEST(Envelope, OfARedeliveryIsTheSameToTheByte)
{
    const auto original = wireForm(paid(), kNow);
    PlannedRecord again = paid();
    again.copyOf = 0;
    const auto copy = wireFormOfCopy(again, original, kNow + std::chrono::seconds(1));
    EXPECT_EQ(copy.value, original.value);
    EXPECT_EQ(copy.key, original.key);
    EXPECT_EQ(lines(copy), lines(original));
}

TEST(Envelope, OfADeadLetterStaysAsItWasUnderMoreHeaders)
{
    const auto original = wireForm(paid(), kNow);
    PlannedRecord dead = paid();
    dead.topic = kDeadLetterTopic;
    dead.copyOf = 0;
    dead.addedHeaders = {{"retryCount", "3"}, {"retryDelay", "4000"}, {"error", "locked"}};
    dead.isFailureStamped = true;
    const auto wire = wireFormOfCopy(dead, original, kNow + std::chrono::seconds(7));
    EXPECT_EQ(wire.topic, "dreamscape.dead.letter.queue");
    EXPECT_EQ(wire.value, original.value);
    EXPECT_THAT(lines(wire), ElementsAre("eventType=payment.completed", "source=payment-service", "version=1.0",
                                         "timestamp=2026-03-02T09:41:12.034Z", "correlationId=", "retryCount=3",
                                         "retryDelay=4000", "error=locked", "failedAt=2026-03-02T09:41:19.034Z"));
}

} // namespace
} // namespace sagascope::demo
