// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/StoryPlan.h"

#include "core/demo/OrchestratedBookings.h"
#include "core/demo/PlatformActivities.h"
#include "core/demo/PlatformBookings.h"
#include "core/demo/SpecActivities.h"
#include "core/demo/SpecBookings.h"

namespace sagascope::demo {

namespace {

struct Weight
{
    StoryKind kind;
    int weight;
};

// Booking stands for every kind of booking; which one is thrown separately, so that the failure rate is kept exactly.
constexpr Weight kMix[] = {
    {StoryKind::BookingConfirmed, 42}, {StoryKind::Search, 36},      {StoryKind::ProfileChange, 8},
    {StoryKind::Recommendation, 5},    {StoryKind::Registration, 4}, {StoryKind::OrchestratedCompleted, 4},
    {StoryKind::GdprExport, 1},
};
constexpr Weight kSpecBookings[] = {
    {StoryKind::BookingConfirmed, 74},    {StoryKind::BookingRefunded, 8}, {StoryKind::BookingRedelivered, 6},
    {StoryKind::BookingPaidTwiceTold, 4}, {StoryKind::BookingRetried, 4},  {StoryKind::BookingDeadLettered, 4},
};
constexpr Weight kPlatformBookings[] = {
    {StoryKind::BookingConfirmed, 45}, {StoryKind::BookingConfirmedEarly, 30}, {StoryKind::BookingConfirmedThrice, 5},
    {StoryKind::BookingRefunded, 8},   {StoryKind::BookingRedelivered, 6},     {StoryKind::BookingPaidTwiceTold, 6},
};
constexpr double kPaidAfterAll = 0.2; ///< share of declined payments that succeed later

template <std::size_t N> StoryKind choose(Draw& dice, const Weight (&weights)[N])
{
    int total = 0;
    for (const Weight& row : weights)
        total += row.weight;
    int thrown = dice.between(0, total - 1);
    for (const Weight& row : weights) {
        if (thrown < row.weight)
            return row.kind;
        thrown -= row.weight;
    }
    return weights[0].kind;
}

bool isOrchestrated(StoryKind kind)
{
    return kind == StoryKind::OrchestratedCompleted || kind == StoryKind::OrchestratedCompensated;
}

} // namespace

StoryPlan::StoryPlan(const DemoOptions& options) : m_options(options)
{
    for (const StoryKind kind : storyKinds())
        for (const Dialect dialect : {Dialect::Spec, Dialect::Platform})
            if (isWanted(kind, dialect))
                m_opening.emplace_back(kind, dialect);
}

bool StoryPlan::isWanted(StoryKind kind, Dialect dialect) const
{
    if (dialect == Dialect::Spec ? m_options.platformShare >= 1 : m_options.platformShare <= 0)
        return false;
    if (kind == StoryKind::Poison) // once is enough: the second would wait for a group that is already stuck
        return dialect == Dialect::Spec || m_options.platformShare >= 1;
    if ((m_options.failureRate <= 0 && isPaymentFailing(kind)) ||
        (m_options.failureRate >= 1 && isPaymentSucceeding(kind)))
        return false;
    return isToldIn(kind, dialect);
}

StoryPlan::Casting StoryPlan::casting(std::uint64_t index) const
{
    if (index < m_opening.size())
        return m_opening[index];
    Draw dice(m_options.seed, index, "casting");
    const Dialect dialect = dice.chance(m_options.platformShare) ? Dialect::Platform : Dialect::Spec;
    StoryKind kind = choose(dice, kMix);
    if (isOrchestrated(kind)) {
        if (dialect == Dialect::Spec)
            return {dice.chance(m_options.failureRate) ? StoryKind::OrchestratedCompensated : kind, dialect};
        kind = StoryKind::BookingConfirmed;
    }
    return {kind == StoryKind::BookingConfirmed ? bookingKind(dice, dialect) : kind, dialect};
}

StoryKind StoryPlan::bookingKind(Draw& dice, Dialect dialect) const
{
    if (dice.chance(m_options.failureRate))
        return dice.chance(kPaidAfterAll) ? StoryKind::BookingPaidAfterCancelled : StoryKind::BookingFailed;
    return dialect == Dialect::Spec ? choose(dice, kSpecBookings) : choose(dice, kPlatformBookings);
}

Story StoryPlan::story(std::uint64_t index) const
{
    const auto [kind, dialect] = casting(index);
    StoryDraft draft(m_options.seed, index, kind, dialect);
    const bool isBooking = isPaymentFailing(kind) || isPaymentSucceeding(kind);
    if (isOrchestrated(kind))
        OrchestratedBookings(draft).write();
    else if (dialect == Dialect::Spec && isBooking)
        SpecBookings(draft).write();
    else if (dialect == Dialect::Spec)
        SpecActivities(draft).write();
    else if (isBooking)
        PlatformBookings(draft).write();
    else
        PlatformActivities(draft).write();
    return draft.take();
}

std::chrono::nanoseconds StoryPlan::span(const Story& story) const
{
    const double seconds = static_cast<double>(story.records.size()) / m_options.rate;
    return std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
}

double StoryPlan::searchRate() const
{
    constexpr std::uint64_t kSample = 500;
    double searches = 0;
    double records = 0;
    for (std::uint64_t i = 0; i < kSample; ++i) {
        const Story sample = story(m_opening.size() + i);
        searches += sample.kind == StoryKind::Search ? 1 : 0;
        records += static_cast<double>(sample.records.size());
    }
    return m_options.rate * searches / records;
}

} // namespace sagascope::demo
