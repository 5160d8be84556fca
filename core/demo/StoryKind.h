// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace sagascope::demo {

/// Which of the two ways of writing a story follows: the written architecture, or what the services really send.
enum class Dialect : std::uint8_t { Spec, Platform };
[[nodiscard]] std::string_view dialectName(Dialect dialect); ///< "spec", "platform"

/// What a story tells.
enum class StoryKind : std::uint8_t {
    BookingDeadLettered,       ///< paid, the confirmation fails in four attempts and ends in the dead-letter queue
    BookingRetried,            ///< paid, the confirmation succeeds from the retry queue
    BookingConfirmed,          ///< paid, then confirmed
    BookingConfirmedEarly,     ///< the browser confirms before the payment is heard of
    BookingConfirmedThrice,    ///< browser and payment handler race so closely that both confirm
    BookingFailed,             ///< the payment fails, the booking is cancelled
    BookingPaidAfterCancelled, ///< … and then the same payment succeeds, without refund
    BookingRefunded,           ///< confirmed, later refunded in full
    BookingRedelivered,        ///< confirmed, with one record written twice, byte for byte
    BookingPaidTwiceTold,      ///< confirmed, the payment told again under a new event id
    OrchestratedCompleted,     ///< a coordinator takes all three steps
    OrchestratedCompensated,   ///< … and undoes the first two in reverse order because the third fails
    Registration,              ///< a new account and those who prepare for it; on the platform only the first login
    ProfileChange,             ///< one edit, told in up to three events
    Search,
    Recommendation,
    GdprExport,
    Poison, ///< a profile change, then bytes that no consumer can read
};
[[nodiscard]] std::span<const StoryKind> storyKinds();        ///< all of them
[[nodiscard]] std::string_view storyKindName(StoryKind kind); ///< e.g. "booking-dead-lettered"
[[nodiscard]] bool isToldIn(StoryKind kind, Dialect dialect);
/// The payment of the booking fails at least once.
[[nodiscard]] bool isPaymentFailing(StoryKind kind);
/// The payment of the booking succeeds and nothing else.
[[nodiscard]] bool isPaymentSucceeding(StoryKind kind);

} // namespace sagascope::demo
