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

} // namespace
} // namespace sagascope::event
