// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/PlatformPayloads.h"

#include <algorithm>

namespace sagascope::demo {

using Json = nlohmann::ordered_json;

namespace {

constexpr const char* kDeclines[] = {"Card refused by issuer", "Insufficient funds", "Card expired",
                                     "Strong authentication was not completed"};

std::string upper(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

} // namespace

Json PlatformPayloads::created() const
{
    const std::string type = upper(m_journey.type);
    const Json item{
        {"type", type}, {"reference", m_journey.offer}, {"description", type}, {"price", m_journey.price.amount()}};
    return {{"bookingId", m_journey.databaseId},
            {"userId", m_who.userId},
            {"bookingType", type},
            {"status", "pending"},
            {"totalAmount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"items", Json::array({item})},
            {"travelers", Json::array()},
            {"createdAt", ""}};
}

Json PlatformPayloads::paid(Draw dice) const
{
    Json method;
    if (dice.chance(0.9))
        method = "pm_1" + dice.alphanumeric(23);
    return {{"paymentId", m_journey.paymentId},
            {"bookingId", m_journey.reference},
            {"userId", m_who.userId},
            {"amount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"paymentMethod", method},
            {"completedAt", ""}};
}

Json PlatformPayloads::failed(Draw dice) const
{
    return {{"paymentId", m_journey.paymentId},        {"bookingId", m_journey.reference},
            {"bookingReference", m_journey.reference}, {"userId", m_who.userId},
            {"amount", m_journey.price.amount()},      {"currency", m_journey.price.currency},
            {"reason", dice.pick(kDeclines)},          {"failedAt", ""}};
}

Json PlatformPayloads::confirmed(const std::string& bookingId) const
{
    return {{"bookingId", bookingId},
            {"userId", m_who.userId},
            {"confirmationNumber", m_journey.reference},
            {"confirmedAt", ""},
            {"paymentId", m_journey.paymentId}};
}

Json PlatformPayloads::cancelled() const
{
    return {{"bookingId", m_journey.reference},
            {"userId", m_who.userId},
            {"cancelledAt", ""},
            {"reason", "payment_failed: UNKNOWN - Payment processing failed"}};
}

Json PlatformPayloads::refunded(const std::string& bookingId, const std::string& reference, const Money& amount) const
{
    return {{"paymentId", m_journey.paymentId},
            {"bookingId", bookingId},
            {"bookingReference", reference},
            {"userId", m_who.userId},
            {"amount", amount.amount()},
            {"currency", amount.currency},
            {"refundedAt", ""}};
}

} // namespace sagascope::demo
