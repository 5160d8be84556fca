// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/SpecPayloads.h"

#include <utility>

namespace sagascope::demo {

using Json = nlohmann::ordered_json;

namespace {

constexpr std::pair<const char*, const char*> kDeclines[] = {
    {"card_declined", "The card was refused by its issuer."},
    {"insufficient_funds", "The account does not cover the amount."},
    {"expired_card", "The card is no longer valid."},
    {"authentication_required", "The traveller did not confirm the payment."},
};

} // namespace

Json SpecPayloads::created() const
{
    const Json item{{"type", m_journey.type},
                    {"reference", m_journey.offer},
                    {"description", m_journey.origin + " to " + m_journey.destination},
                    {"price", m_journey.price.amount()}};
    return {{"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"bookingType", m_journey.type},
            {"status", "pending"},
            {"totalAmount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"items", Json::array({item})},
            {"travelers", Json::array({Json{{"firstName", m_who.firstName}, {"lastName", m_who.lastName}}})},
            {"createdAt", ""}};
}

Json SpecPayloads::paid() const
{
    return {{"paymentId", m_journey.paymentId},
            {"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"amount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"transactionId", m_journey.transactionId},
            {"completedAt", ""}};
}

Json SpecPayloads::failed(Draw dice) const
{
    const auto& [code, text] = dice.pick(kDeclines);
    return {{"paymentId", m_journey.paymentId},
            {"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"amount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"errorCode", code},
            {"errorMessage", text},
            {"failedAt", ""}};
}

Json SpecPayloads::confirmed() const
{
    return {{"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"confirmationNumber", m_journey.reference},
            {"confirmedAt", ""},
            {"paymentId", m_journey.paymentId}};
}

Json SpecPayloads::cancelled(std::string_view reason) const
{
    return {{"bookingId", m_journey.bookingId}, {"userId", m_who.userId}, {"cancelledAt", ""}, {"reason", reason}};
}

Json SpecPayloads::refunded() const
{
    return {{"paymentId", m_journey.paymentId},
            {"bookingId", m_journey.bookingId},
            {"userId", m_who.userId},
            {"refundAmount", m_journey.price.amount()},
            {"currency", m_journey.price.currency},
            {"refundId", "re_" + m_journey.transactionId.substr(3)},
            {"reason", "requested_by_customer"},
            {"refundedAt", ""}};
}

} // namespace sagascope::demo
