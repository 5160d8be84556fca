// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/SpecActivities.h"

namespace sagascope::demo {

namespace {

constexpr const char* kCities[] = {"LIS", "BCN", "FCO", "ATH", "DUB", "CPH", "VIE", "PRG"};

std::string dayIn(Draw& dice, std::string_view month)
{
    return "2027-" + std::string(month) + "-" + std::to_string(dice.between(10, 28));
}

} // namespace

void SpecActivities::write()
{
    switch (m_draft.kind()) {
    case StoryKind::Registration:
        return registration();
    case StoryKind::ProfileChange:
        return profileChange();
    case StoryKind::Recommendation:
        return recommendation();
    case StoryKind::GdprExport:
        return gdprExport();
    case StoryKind::Poison:
        return poison();
    default:
        return search();
    }
}

void SpecActivities::registration()
{
    const Traveller who = m_draft.newcomer();
    Draw dice = m_draft.draw("registration");
    m_draft.name("user", who.userId);
    const auto created = m_draft
                             .tell(Service::User, "user.created",
                                   {{"userId", who.userId},
                                    {"email", who.email},
                                    {"firstName", who.firstName},
                                    {"lastName", who.lastName},
                                    {"createdAt", ""}})
                             .stamped("createdAt");
    m_draft
        .tell(Service::Auth, "auth.login",
              {{"userId", who.userId},
               {"sessionId", "sess-" + dice.base36(12)},
               {"ipAddress", "192.0.2." + std::to_string(dice.between(2, 250))},
               {"userAgent", "Mozilla/5.0 (X11; Linux x86_64)"},
               {"loginAt", ""},
               {"method", "password"}})
        .reactingTo(created, Service::Auth)
        .after(8, 60)
        .stamped("loginAt");
    welcome(created, who);
    m_draft.expectAll("registration-fan-out", "running");
}

void SpecActivities::welcome(std::size_t created, const Traveller& who)
{
    const std::string notice = m_draft.draw("notice").uuid();
    m_draft
        .tell(Service::User, "notification.inapp.created",
              {{"notificationId", notice},
               {"userId", who.userId},
               {"type", "SYSTEM"},
               {"title", "Welcome aboard"},
               {"message", "Tell us how you like to travel, " + who.firstName + "."},
               {"createdAt", ""}})
        .reactingTo(created, Service::User)
        .after(4, 30)
        .stamped("createdAt");
    m_draft
        .tell(Service::User, "notification.email.requested",
              {{"notificationId", notice},
               {"userId", who.userId},
               {"email", who.email},
               {"templateId", "welcome"},
               {"subject", "Welcome aboard"},
               {"variables", {{"firstName", who.firstName}}},
               {"priority", "low"},
               {"requestedAt", ""}})
        .reactingTo(created, Service::User)
        .after(4, 30)
        .stamped("requestedAt");
}

void SpecActivities::profileChange()
{
    m_draft.name("user", m_who.userId);
    Draw dice = m_draft.draw("profile");
    const std::string updatedAt = base::formatIso8601(storyTime(m_draft.index()));
    const int parts = dice.between(1, 7);
    if (parts & 1)
        m_draft.tell(Service::User, "user.updated",
                     {{"userId", m_who.userId},
                      {"changes", {{"username", {{"old", "guest-" + dice.base36(4)}, {"new", "t-" + dice.base36(6)}}}}},
                      {"updatedAt", updatedAt}});
    if (parts & 2)
        m_draft.tell(Service::User, "user.profile.updated",
                     {{"userId", m_who.userId},
                      {"profile",
                       {{"firstName", m_who.firstName},
                        {"lastName", m_who.lastName},
                        {"phone", m_who.phone},
                        {"dateOfBirth", m_who.birthDate},
                        {"nationality", "FR"}}},
                      {"updatedAt", updatedAt}});
    if (parts & 4)
        changePreferences(updatedAt);
    m_draft.expectAll("profile-change", "running");
}

StoryDraft::Line SpecActivities::changePreferences(const std::string& updatedAt)
{
    Draw dice = m_draft.draw("preferences");
    const Json taste{{"seatPreference", dice.pick({"window", "aisle", "no-preference"})},
                     {"mealPreference", dice.pick({"standard", "vegetarian", "vegan", "halal", "gluten-free"})},
                     {"classPreference", dice.pick({"economy", "premium-economy", "business"})}};
    const Json channels{{"email", true}, {"sms", dice.chance(0.3)}, {"push", dice.chance(0.5)}};
    return m_draft.tell(Service::User, "user.preferences.updated",
                        {{"userId", m_who.userId},
                         {"preferences",
                          {{"language", dice.pick({"fr", "en", "pt", "de"})},
                           {"currency", "EUR"},
                           {"notifications", channels},
                           {"travelPreferences", taste}}},
                         {"updatedAt", updatedAt}});
}

void SpecActivities::search()
{
    Draw dice = m_draft.draw("search");
    const Journey journey = m_draft.journey();
    const std::string id = dice.uuid();
    m_draft.name("user", m_who.userId);
    m_draft.name("search", id);
    Json criteria{{"origin", journey.origin},           {"destination", journey.destination},
                  {"departureDate", dayIn(dice, "05")}, {"returnDate", dayIn(dice, "06")},
                  {"passengers", dice.between(1, 5)},   {"class", dice.pick({"economy", "business"})}};
    if (journey.type != "flight")
        criteria["rooms"] = dice.between(1, 3);
    m_draft
        .tell(Service::Voyage, "voyage.search.performed",
              {{"searchId", id},
               {"userId", m_who.userId},
               {"sessionId", "sess-" + dice.base36(12)},
               {"searchType", journey.type},
               {"criteria", criteria},
               {"resultsCount", dice.between(0, 180)},
               {"searchedAt", ""}})
        .stamped("searchedAt");
}

void SpecActivities::recommendation()
{
    Draw dice = m_draft.draw("recommendation");
    const Suggestion suggestion{dice.uuid(), dice.uuid(), dice.pick(kCities), dice.between(40, 99) / 100.0};
    m_draft.name("user", m_who.userId);
    m_draft.name("request", suggestion.request);
    m_draft.name("recommendation", suggestion.id);
    std::size_t last = suggest(suggestion);
    const char* const steps[] = {"viewed", "clicked", dice.chance(0.4) ? "booked" : "rejected"};
    const int interactions = dice.between(1, 3);
    for (int i = 0; i < interactions; ++i)
        last = m_draft
                   .tell(Service::Ai, "ai.recommendation.interacted",
                         {{"interactionId", dice.uuid()},
                          {"recommendationId", suggestion.id},
                          {"userId", m_who.userId},
                          {"itemId", suggestion.city},
                          {"itemType", "destination"},
                          {"action", steps[i]},
                          {"score", suggestion.score},
                          {"contextType", "general"},
                          {"interactedAt", ""}})
                   .causedBy(last)
                   .after(150, 1'500)
                   .stamped("interactedAt");
    m_draft.expectAll("recommendation", "running");
}

std::size_t SpecActivities::suggest(const Suggestion& suggestion)
{
    Draw dice = m_draft.draw("suggestion");
    const Json frame{{"travelers", dice.between(1, 4)}, {"preferences", Json::array({"sea", "museums"})}};
    const auto asked = m_draft
                           .tell(Service::Ai, "ai.recommendation.requested",
                                 {{"requestId", suggestion.request},
                                  {"userId", m_who.userId},
                                  {"recommendationType", "destination"},
                                  {"context", frame},
                                  {"requestedAt", ""}})
                           .stamped("requestedAt");
    const int latency = dice.between(60, 600);
    const Json answer{
        {"id", suggestion.city}, {"type", "destination"}, {"score", suggestion.score}, {"details", Json::object()}};
    return m_draft
        .tell(Service::Ai, "ai.recommendation.generated",
              {{"requestId", suggestion.request},
               {"userId", m_who.userId},
               {"recommendations", Json::array({answer})},
               {"model", "svd_v1.0"},
               {"generatedAt", ""},
               {"processingTimeMs", latency}})
        .causedBy(asked)
        .after(latency, latency)
        .stamped("generatedAt");
}

void SpecActivities::gdprExport()
{
    const std::string request = m_draft.draw("gdpr").uuid();
    m_draft.name("user", m_who.userId);
    m_draft.name("request", request);
    m_draft
        .tell(Service::User, "gdpr.export.requested",
              {{"requestId", request}, {"userId", m_who.userId}, {"requestedAt", ""}, {"expiresAt", ""}})
        .stamped("requestedAt")
        .stamped("expiresAt", std::chrono::hours{30 * 24});
    m_draft.expectAll("gdpr-export", "running");
}

void SpecActivities::poison()
{
    // First something readable on the same partition, so that the group has a committed position to stand still at.
    m_draft.name("user", m_who.userId);
    const auto readable = changePreferences(base::formatIso8601(storyTime(m_draft.index())));
    m_draft.expectAll("profile-change", "running");
    m_draft
        .garble(Service::User, kPreferencesTopic, m_who.userId,
                R"({"eventType":"user.preferences.updated","payload":{"userId":")" + m_who.userId + R"(","prefer)")
        .reactingTo(readable, Service::Ai)
        .after(300, 300);
}

} // namespace sagascope::demo
