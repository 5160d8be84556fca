// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/PlatformActivities.h"

namespace sagascope::demo {

void PlatformActivities::write()
{
    switch (m_draft.kind()) {
    case StoryKind::Registration:
        return login();
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

void PlatformActivities::login()
{
    // Nobody announces a new account; and the "session" is the beginning of the token, the same for everybody.
    const Traveller who = m_draft.newcomer();
    m_draft.name("user", who.userId);
    m_draft
        .tell(Service::Auth, "auth.login",
              {{"userId", who.userId},
               {"sessionId", "eyJhbGciOiJIUzI1"},
               {"ipAddress", "::ffff:172.28.0.1"},
               {"userAgent", "Mozilla/5.0 (X11; Linux x86_64)"},
               {"loginAt", ""},
               {"method", "password"}})
        .stamped("loginAt");
}

void PlatformActivities::profileChange()
{
    m_draft.name("user", m_who.userId);
    Draw dice = m_draft.draw("profile");
    const int parts = dice.between(1, 7);
    if (parts & 1)
        m_draft.tell(Service::User, "user.updated",
                     {{"userId", m_who.userId},
                      {"changes", {{"username", {{"old", nullptr}, {"new", "t_" + dice.base36(6)}}}}},
                      {"updatedAt", updatedAt()}});
    if (parts & 2) {
        const std::string picture =
            "/uploads/avatars/avatar-" + milliseconds() + "-" + std::to_string(dice.between(100'000'000, 999'999'999));
        m_draft.tell(
            Service::User, "user.profile.updated",
            {{"userId", m_who.userId}, {"profile", {{"avatar", picture + ".png"}}}, {"updatedAt", updatedAt()}});
    }
    if (parts & 4)
        changePreferences();
    m_draft.expectAll("profile-change", "running");
}

StoryDraft::Line PlatformActivities::changePreferences()
{
    Draw dice = m_draft.draw("preferences");
    Json preferences = Json::object(); // what remains when only privacy settings were sent
    if (dice.chance(0.8)) {
        preferences["language"] = dice.pick({"English", "Français", "Deutsch"});
        preferences["currency"] = "EUR";
        preferences["notifications"] = {{"email", dice.chance(0.7)}, {"sms", false}, {"push", dice.chance(0.5)}};
        // Filled from unrelated settings: a destination and a kind of lodging.
        preferences["travelPreferences"] = {{"seatPreference", dice.pick({"Lisbon", "Athens", "Dublin"})},
                                            {"mealPreference", "vegan"},
                                            {"classPreference", dice.pick({"hostel", "hotel", "apartment"})}};
    }
    return m_draft.tell(Service::User, "user.preferences.updated",
                        {{"userId", m_who.userId}, {"preferences", preferences}, {"updatedAt", updatedAt()}});
}

void PlatformActivities::search()
{
    Draw dice = m_draft.draw("search");
    const Journey journey = m_draft.journey();
    const std::string id = "search-" + milliseconds() + "-" + dice.base36(5);
    const bool isHotel = dice.chance(0.4);
    const std::string place = isHotel ? "48.8566,2.3522" : journey.origin;
    m_draft.name("search", id);
    Json criteria{{"origin", place},
                  {"destination", isHotel ? place : journey.destination},
                  {"departureDate", "2027-05-" + std::to_string(dice.between(10, 28))},
                  {"passengers", dice.between(1, 5)}};
    if (isHotel) {
        criteria["returnDate"] = "2027-06-" + std::to_string(dice.between(10, 28));
        criteria["rooms"] = 1;
    }
    m_draft
        .tell(Service::Voyage, "voyage.search.performed",
              {{"searchId", id},
               {"sessionId", dice.chance(0.5) ? m_who.userId : "anonymous"},
               {"searchType", isHotel ? "hotel" : "flight"},
               {"criteria", criteria},
               {"resultsCount", dice.between(0, 180)},
               {"searchedAt", ""}})
        .stamped("searchedAt");
}

void PlatformActivities::recommendation()
{
    Draw dice = m_draft.draw("recommendation");
    const std::string recommendation = dice.cuid();
    const double score = dice.between(40, 99) / 100.0;
    m_draft.name("user", m_who.userId);
    m_draft.name("recommendation", recommendation);
    infer(score);
    const char* const steps[] = {"viewed", "clicked", dice.chance(0.4) ? "booked" : "rejected"};
    const int interactions = dice.between(1, 3);
    std::vector<std::size_t> members;
    for (int i = 0; i < interactions; ++i)
        members.push_back(interact(recommendation, steps[i], score).after(150, 1'500));
    m_draft.expect("recommendation", "running", std::move(members));
}

void PlatformActivities::infer(double score)
{
    Draw dice = m_draft.draw("inference");
    m_draft
        .tell(Service::Ai, "ai.model.inference_completed",
              {{"userId", m_who.userId},
               {"requestId", "rec-" + milliseconds()},
               {"modelType", dice.pick({"svd_v1.0", "rule_based"})},
               {"latency", dice.between(8, 320)},
               {"topScore", score},
               {"fromCache", dice.chance(0.2)},
               {"timestamp", ""}})
        .stamped("timestamp");
}

StoryDraft::Line PlatformActivities::interact(const std::string& recommendation, const std::string& action,
                                              double score)
{
    Draw dice = m_draft.draw("item");
    return m_draft
        .tell(Service::Ai, "ai.recommendation.interacted",
              {{"interactionId", "int_" + recommendation + "_" + action + "_" + milliseconds()},
               {"recommendationId", recommendation},
               {"userId", m_who.userId},
               {"itemId", dice.chance(0.9) ? dice.pick({"LIS", "BCN", "ATH", "VIE"}) : "unknown"},
               {"itemType", dice.pick({"city", "airport", "poi", "region"})},
               {"action", action},
               {"score", score},
               {"contextType", "general"},
               {"metadata", {{"confidence", 0.7}, {"reasons", Json::array()}}},
               {"interactedAt", ""}})
        .stamped("interactedAt");
}

void PlatformActivities::gdprExport()
{
    const std::string request = m_draft.draw("gdpr").uuid();
    m_draft.name("user", m_who.userId);
    m_draft.name("request", request);
    StoryDraft::Line line =
        m_draft
            .tell(Service::User, "gdpr.export.requested",
                  {{"requestId", request}, {"userId", m_who.userId}, {"requestedAt", ""}, {"expiresAt", ""}})
            .stamped("requestedAt");
    if (m_draft.draw("expiry").chance(0.7))
        line.stamped("expiresAt", std::chrono::hours{30 * 24});
    m_draft.expectAll("gdpr-export", "running");
}

void PlatformActivities::poison()
{
    // First something readable on the same partition, so that the group has a committed position to stand still at.
    m_draft.name("user", m_who.userId);
    const auto readable = changePreferences();
    m_draft.expectAll("profile-change", "running");
    m_draft.garble(Service::User, kPreferencesTopic, m_who.userId, "user " + m_who.userId + " prefers the window seat")
        .reactingTo(readable, Service::Ai)
        .after(300, 300);
}

std::string PlatformActivities::updatedAt() const
{
    return base::formatIso8601(storyTime(m_draft.index()));
}

std::string PlatformActivities::milliseconds() const
{
    return std::to_string(base::toUnixMilliseconds(storyTime(m_draft.index())));
}

} // namespace sagascope::demo
