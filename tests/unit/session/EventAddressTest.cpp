// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/EventAddress.h"

#include <gtest/gtest.h>

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;

EventAddress failedPayment()
{
    return {"dreamscape.payment.failed", 1, 88214, {}};
}

EventAddress addressIn(std::string_view text)
{
    const auto aim = readEventAim(text);
    const auto* address = aim ? std::get_if<EventAddress>(&*aim) : nullptr;
    return address != nullptr ? *address : EventAddress();
}

TEST(EventAddress, isWrittenAsCoordinatesAndAsLink)
{
    EventAddress address = failedPayment();
    EXPECT_EQ(coordinatesText(address), "dreamscape.payment.failed[1]@88214");
    EXPECT_EQ(linkText(address), "sagascope://event/dreamscape.payment.failed/1/88214");
    address.eventId = {0xff1};
    EXPECT_EQ(linkText(address), "sagascope://event/dreamscape.payment.failed/1/88214?id=0000000000000ff1");
}

TEST(EventAddress, aLinkIsReadAsItWasWritten)
{
    const EventAddress plain = failedPayment();
    EXPECT_EQ(readEventLink(linkText(plain)), plain);
    const EventAddress odd{"a topic/with?odd=%41 names", 0, 9'000'000'000, base::idHash("evt-1")};
    EXPECT_EQ(readEventLink(linkText(odd)), odd);
}

TEST(EventAddress, aLinkMayComeInBracketsAndWithMoreThanIsKnown)
{
    EXPECT_EQ(readEventLink(" <sagascope://event/dreamscape.payment.failed/1/88214>\n"), failedPayment());
    EXPECT_EQ(readEventLink("SagaScope://event/dreamscape.payment.failed/1/88214?from=chat&x"), failedPayment());
}

TEST(EventAddress, whatIsNoWholeLinkIsNone)
{
    for (const char* text : {"", "sagascope://", "sagascope://event/dreamscape.payment.failed/1", "sagascope://event/t/x/1",
                             "sagascope://event/t/1/-2", "sagascope://event/t/1/2/3", "https://event/t/1/2",
                             "sagascope://event/t/1/2?id=00ff", "sagascope://event/t/99999999999/2"})
        EXPECT_FALSE(readEventLink(text)) << text;
    EXPECT_FALSE(readEventAim("sagascope://event/dreamscape.pay")) << "not taken for an id";
    EXPECT_FALSE(readEventAim("  "));
}

TEST(EventAddress, coordinatesAreReadInTheFormsThatPeopleHave)
{
    for (const char* text : {"dreamscape.payment.failed[1]@88214", "dreamscape.payment.failed [1] @ 88,214",
                             "dreamscape.payment.failed [1] @ 88\u202F214", "dreamscape.payment.failed/1/88214",
                             "dreamscape.payment.failed:1:88214", "dreamscape.payment.failed 1 88214"})
        EXPECT_EQ(addressIn(text), failedPayment()) << text;
}

TEST(EventAddress, timesAreTimesAndTheRestAreIds)
{
    const auto time = readEventAim("10:24:05");
    ASSERT_TRUE(time && std::holds_alternative<QueryTime>(*time));
    EXPECT_EQ(std::get<QueryTime>(*time).amount, 10h + 24min + 5s);
    const auto id = readEventAim(" BK-7741 ");
    ASSERT_TRUE(id && std::holds_alternative<std::string>(*id));
    EXPECT_EQ(std::get<std::string>(*id), "BK-7741");
}

} // namespace
} // namespace sagascope::session
