// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/ParentEvent.h"

#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/compose/Draft.h"
#include "core/event/Decoder.h"

namespace sagascope::compose {
namespace {

ParentEvent parentOf(std::string_view topic, std::string_view value, std::span<const event::HeaderView> headers = {})
{
    event::RawRecord record;
    record.topic = topic;
    record.value = value;
    record.headers = headers;
    event::Decoder decoder;
    const event::Decoded decoded = decoder.decode(record);
    const auto* found = std::get_if<event::Event>(&decoded);
    return found ? ParentEvent::of(*found) : ParentEvent();
}

TEST(ParentEvent, CopiesWhatAReplyTakesOver)
{
    const ParentEvent parent = parentOf(
        "dreamscape.payment.failed",
        R"({"eventId":"e-1","eventType":"payment.failed","correlationId":"c-1","metadata":{"sagaId":"s-1"},"payload":{"bookingId":"b-1","amount":12.5}})");
    EXPECT_EQ(parent.eventId, "e-1");
    EXPECT_EQ(parent.eventType, "payment.failed");
    EXPECT_EQ(parent.correlationId, "c-1");
    EXPECT_EQ(*valueAt(parent.body, "/payload/bookingId"), "b-1");
    EXPECT_EQ(*valueAt(parent.body, "/payload/amount"), 12.5);
    EXPECT_EQ(*valueAt(parent.body, "/metadata/sagaId"), "s-1");
}

TEST(ParentEvent, TakesABareBodyAsThePayload)
{
    const ParentEvent parent = parentOf("dreamscape.voyage.booking.created", R"({"bookingId":"b-1"})");
    EXPECT_EQ(parent.eventId, "");
    EXPECT_EQ(parent.eventType, "voyage.booking.created");
    EXPECT_EQ(*valueAt(parent.body, "/payload/bookingId"), "b-1");
}

TEST(ParentEvent, TakesTheCorrelationFromTheHeaderWhenTheBodyHasNone)
{
    const event::HeaderView header{"correlationId", "c-9"};
    EXPECT_EQ(parentOf("dreamscape.payment.failed", R"({"eventId":"e-1","payload":{}})", {&header, 1}).correlationId,
              "c-9");
}

TEST(ParentEvent, LooksIntoADeadLetterWrapper)
{
    const ParentEvent parent = parentOf(
        "dreamscape.dead.letter.queue",
        R"({"eventId":"e-2","eventType":"dead_letter.event","payload":{"originalEvent":{"eventId":"e-1","eventType":"payment.completed","payload":{"bookingId":"b-1"}}}})");
    EXPECT_EQ(parent.eventId, "e-2");
    EXPECT_EQ(parent.eventType, "payment.completed");

    const auto catalog = *catalog::Catalog::load();
    SampleValues samples(1);
    const Draft reply = Draft::replyTo(parent, "payment.refunded", *catalog, samples);
    EXPECT_EQ(reply.causationId, "e-2");
    EXPECT_EQ(reply.payload["bookingId"], "b-1");
}

} // namespace
} // namespace sagascope::compose
