// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/StoryKind.h"

#include <array>
#include <cstddef>

namespace sagascope::demo {

namespace {

struct KindRow
{
    StoryKind kind;
    std::string_view name;
    bool inSpec;
    bool inPlatform;
};

// Neither retries nor orchestration run on the real platform; its double confirmations are nowhere in the spec.
constexpr KindRow kRows[] = {
    {StoryKind::BookingDeadLettered, "booking-dead-lettered", true, false},
    {StoryKind::BookingRetried, "booking-retried", true, false},
    {StoryKind::BookingConfirmed, "booking-confirmed", true, true},
    {StoryKind::BookingConfirmedEarly, "booking-confirmed-early", false, true},
    {StoryKind::BookingConfirmedThrice, "booking-confirmed-thrice", false, true},
    {StoryKind::BookingFailed, "booking-failed", true, true},
    {StoryKind::BookingPaidAfterCancelled, "booking-paid-after-cancelled", true, true},
    {StoryKind::BookingRefunded, "booking-refunded", true, true},
    {StoryKind::BookingRedelivered, "booking-redelivered", true, true},
    {StoryKind::BookingPaidTwiceTold, "booking-paid-twice-told", true, true},
    {StoryKind::OrchestratedCompleted, "orchestrated-completed", true, false},
    {StoryKind::OrchestratedCompensated, "orchestrated-compensated", true, false},
    {StoryKind::Registration, "registration", true, true},
    {StoryKind::ProfileChange, "profile-change", true, true},
    {StoryKind::Search, "search", true, true},
    {StoryKind::Recommendation, "recommendation", true, true},
    {StoryKind::GdprExport, "gdpr-export", true, true},
    {StoryKind::Poison, "poison", true, true},
};

const KindRow& rowOf(StoryKind kind)
{
    return kRows[static_cast<std::size_t>(kind)];
}

} // namespace

std::string_view dialectName(Dialect dialect)
{
    return dialect == Dialect::Spec ? "spec" : "platform";
}

std::span<const StoryKind> storyKinds()
{
    static constexpr auto kKinds = [] {
        std::array<StoryKind, std::size(kRows)> kinds{};
        for (std::size_t i = 0; i < kinds.size(); ++i)
            kinds[i] = kRows[i].kind;
        return kinds;
    }();
    return kKinds;
}

std::string_view storyKindName(StoryKind kind)
{
    return rowOf(kind).name;
}

bool isToldIn(StoryKind kind, Dialect dialect)
{
    return dialect == Dialect::Spec ? rowOf(kind).inSpec : rowOf(kind).inPlatform;
}

bool isPaymentFailing(StoryKind kind)
{
    return kind == StoryKind::BookingFailed || kind == StoryKind::BookingPaidAfterCancelled;
}

bool isPaymentSucceeding(StoryKind kind)
{
    return kind <= StoryKind::BookingPaidTwiceTold && !isPaymentFailing(kind);
}

} // namespace sagascope::demo
