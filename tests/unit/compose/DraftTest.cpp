// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/Draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/compose/RecordPreview.h"
#include "tests/unit/compose/FixedClock.h"

namespace sagascope::compose {
namespace {

using testing::ElementsAre;

const catalog::Catalog& known()
{
    static const auto catalog = *catalog::Catalog::load();
    return *catalog;
}

ParentEvent parent(const char* type, const char* correlation, const char* body)
{
    return {"e-parent", type, correlation, *fromJsonText(body)};
}

TEST(Draft, StartsValidInACorrelationOfItsOwn)
{
    SampleValues samples(3);
    const Draft draft = Draft::fresh("payment.completed", known(), samples);
    EXPECT_FALSE(draft.correlationId.empty());
    EXPECT_TRUE(draft.causationId.empty());
    EXPECT_EQ(draft.version, "1.0");
    EXPECT_TRUE(RecordPreview::of(draft, known(), FixedClock().now()).isValid());
}

TEST(Draft, OfAnUnknownTypeIsEmpty)
{
    SampleValues samples(3);
    const Draft draft = Draft::fresh("weather.changed", known(), samples);
    EXPECT_EQ(draft.payload, Json::object());
    EXPECT_FALSE(RecordPreview::of(draft, known(), FixedClock().now()).isTypeKnown);
}

TEST(Draft, ReplyContinuesTheCorrelationAndNamesItsCause)
{
    SampleValues samples(3);
    const auto booking =
        parent("voyage.booking.created", "corr-1",
               R"({"payload":{"bookingId":"BK-7741","userId":"usr_20931","totalAmount":850,"currency":"CHF"}})");
    const Draft reply = Draft::replyTo(booking, "payment.completed", known(), samples);
    EXPECT_EQ(reply.correlationId, "corr-1");
    EXPECT_EQ(reply.causationId, "e-parent");
    EXPECT_EQ(reply.payload["bookingId"], "BK-7741");
    EXPECT_EQ(reply.payload["userId"], "usr_20931");
    EXPECT_EQ(reply.payload["amount"], 850);
    EXPECT_EQ(reply.payload["currency"], "CHF");
    EXPECT_TRUE(RecordPreview::of(reply, known(), FixedClock().now()).isValid());
}

TEST(Draft, ReplyStartsACorrelationWhereNoneIs)
{
    SampleValues samples(3);
    const Draft reply =
        Draft::replyTo(parent("payment.failed", "", "{}"), "voyage.booking.cancelled", known(), samples);
    EXPECT_EQ(reply.correlationId.size(), 36U);
    EXPECT_EQ(reply.causationId, "e-parent");
    EXPECT_TRUE(reply.metadata.is_null());
}

TEST(Draft, ReplyKeepsTheSagaAndTheReferenceOfTheBooking)
{
    SampleValues samples(3);
    const auto confirmed = parent(
        "voyage.booking.confirmed", "c",
        R"({"payload":{"bookingId":"","confirmationNumber":"BOOK-1","paymentId":"pi_9"},"metadata":{"sagaId":"s-1","step":"CONFIRM_BOOKING"}})");
    const Draft reply = Draft::replyTo(confirmed, "payment.refunded", known(), samples);
    EXPECT_EQ(reply.payload["paymentId"], "pi_9");
    EXPECT_EQ(reply.payload["bookingId"], "BOOK-1");
    EXPECT_EQ(toJsonText(reply.metadata), R"({"sagaId":"s-1"})");
    EXPECT_FALSE(reply.payload.contains("bookingReference")) << "a field that the schema does not declare";
}

TEST(Draft, ReplyToAnUnknownTypeStillNamesItsCause)
{
    SampleValues samples(3);
    const Draft reply = Draft::replyTo(parent("weather.changed", "c", "{}"), "payment.completed", known(), samples);
    EXPECT_EQ(reply.causationId, "e-parent");
    EXPECT_EQ(reply.correlationId, "c");
}

TEST(Draft, IsPublishedAgainUnderAnotherId)
{
    SampleValues samples(3);
    Draft draft = Draft::fresh("user.created", known(), samples);
    const std::string first = draft.eventId;
    draft.renew(samples);
    EXPECT_NE(draft.eventId, first);
}

TEST(Draft, KnowsWhatUsuallyFollows)
{
    EXPECT_THAT(likelyReplies("payment.failed", known()),
                ElementsAre("voyage.booking.cancelled", "notification.inapp.created", "notification.email.requested",
                            "notification.sms.requested", "notification.push.requested"));
    EXPECT_TRUE(likelyReplies("weather.changed", known()).empty());
}

} // namespace
} // namespace sagascope::compose
