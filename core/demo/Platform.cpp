// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Platform.h"

namespace sagascope::demo {

std::string_view serviceName(Service service)
{
    static constexpr std::string_view kNames[kServices] = {"auth-service",    "user-service", "voyage-service",
                                                           "payment-service", "ai-service",   "booking-orchestrator"};
    return kNames[static_cast<std::size_t>(service)];
}

std::span<const TopicShape> platformTopics()
{
    static constexpr TopicShape kTopics[] = {
        {"dreamscape.user.created", 3},
        {"dreamscape.user.updated", 3},
        {"dreamscape.user.deleted", 3},
        {"dreamscape.user.profile.updated", 3},
        {kPreferencesTopic, 3},
        {"dreamscape.user.consent.updated", 3},
        {"dreamscape.gdpr.export.requested", 3},
        {"dreamscape.gdpr.deletion.requested", 3},
        {"dreamscape.auth.login", 3},
        {"dreamscape.auth.logout", 3},
        {"dreamscape.auth.token.refreshed", 3},
        {"dreamscape.auth.password.changed", 3},
        {"dreamscape.auth.password.reset.requested", 3},
        {"dreamscape.auth.account.locked", 3},
        {kSearchTopic, 6},
        {"dreamscape.voyage.booking.created", 3},
        {"dreamscape.voyage.booking.confirmed", 3},
        {"dreamscape.voyage.booking.cancelled", 3},
        {"dreamscape.voyage.booking.updated", 3},
        {"dreamscape.voyage.flight.selected", 3},
        {"dreamscape.voyage.hotel.selected", 3},
        {"dreamscape.payment.initiated", 3},
        {"dreamscape.payment.completed", 3},
        {"dreamscape.payment.failed", 3},
        {"dreamscape.payment.refunded", 3},
        {"dreamscape.payment.partial.refund", 3},
        {"dreamscape.ai.recommendation.requested", 3},
        {"dreamscape.ai.recommendation.generated", 3},
        {"dreamscape.ai.recommendation.interacted", 3},
        {"dreamscape.ai.prediction.made", 3},
        {"dreamscape.ai.user.behavior.analyzed", 3},
        {"dreamscape.notification.email.requested", 3},
        {"dreamscape.notification.sms.requested", 3},
        {"dreamscape.notification.push.requested", 3},
        {"dreamscape.notification.inapp.created", 3},
        {"dreamscape.analytics.event.tracked", 6},
        {"dreamscape.analytics.page.view", 3},
        {kRetryTopic, 3},
        {kDeadLetterTopic, 3},
    };
    return kTopics;
}

const std::vector<ServiceGroup>& serviceGroups()
{
    static const std::vector<ServiceGroup> kGroups = {
        {Service::Auth, "dreamscape-auth-service-group", {"dreamscape.user.created"}},
        {Service::User,
         "dreamscape-user-service-group",
         {"dreamscape.payment.completed", "dreamscape.payment.failed", "dreamscape.user.created"}},
        {Service::Voyage,
         "dreamscape-voyage-service-group",
         {"dreamscape.payment.completed", "dreamscape.payment.failed", std::string(kRetryTopic)}},
        {Service::Payment, "dreamscape-payment-service-group", {"dreamscape.voyage.booking.created"}},
        {Service::Ai,
         "dreamscape-ai-service-group",
         {std::string(kPreferencesTopic), "dreamscape.user.profile.updated", std::string(kSearchTopic),
          "dreamscape.voyage.booking.created", "dreamscape.voyage.flight.selected",
          "dreamscape.voyage.hotel.selected"}},
    };
    return kGroups;
}

} // namespace sagascope::demo
