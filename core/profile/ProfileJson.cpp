// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ProfileJson.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include <nlohmann/json.hpp>

#include "core/base/Time.h"
#include "core/kafka/StartOffsets.h"

namespace sagascope::profile {
namespace {

using nlohmann::json;
using Json = nlohmann::ordered_json; ///< written in the order that people read

base::Error malformed(std::string member, std::string why)
{
    return {base::ErrorCode::Malformed, std::move(member), std::move(why)};
}

/// Refuses what is no object, and the first member that is none of `names`.
base::Result<void> checkMembers(const json& object, const std::string& prefix, std::initializer_list<std::string_view> names)
{
    if (!object.is_object())
        return malformed(prefix.empty() ? "profile" : prefix, "must be an object");
    for (const auto& [name, value] : object.items()) {
        if (std::find(names.begin(), names.end(), name) == names.end())
            return malformed((prefix.empty() ? "" : prefix + '.') + name, "no member of a profile (secrets don't belong here)");
    }
    return {};
}

// What reads below throws json::exception where a member is missing or of the wrong type; readProfiles() catches.

base::Result<Security> readSecurity(const json& entry)
{
    if (const auto checked = checkMembers(entry, "security", {"tls", "caFile", "certificateFile", "keyFile", "checkHostname",
                                                              "mechanism", "user", "tokenEndpoint", "tokenScope"}); !checked)
        return checked.error();
    Security security;
    security.isTls = entry.value("tls", false);
    security.caFile = entry.value("caFile", "");
    security.certificateFile = entry.value("certificateFile", "");
    security.keyFile = entry.value("keyFile", "");
    security.isHostnameChecked = entry.value("checkHostname", true);
    security.user = entry.value("user", "");
    security.tokenEndpoint = entry.value("tokenEndpoint", "");
    security.tokenScope = entry.value("tokenScope", "");
    const std::string mechanism = entry.value("mechanism", "");
    const auto known = mechanismFromName(mechanism);
    if (!mechanism.empty() && !known)
        return malformed("security.mechanism", '\'' + mechanism + "' is not PLAIN, SCRAM-SHA-256, SCRAM-SHA-512 or OAUTHBEARER");
    security.mechanism = known.value_or(SaslMechanism::None);
    return security;
}

base::Result<kafka::StartPoint> readOffsets(const json& list)
{
    std::string lines;
    for (const json& entry : list)
        lines += entry.get<std::string>() + '\n';
    auto start = kafka::readStartOffsets(lines);
    return start ? std::move(start) : malformed("start.offsets", start.error().detail);
}

base::Result<kafka::StartPoint> readStart(const json& entry)
{
    if (entry.is_object()) {
        if (const auto checked = checkMembers(entry, "start", {"time", "last", "offsets"}); !checked)
            return checked.error();
        if (entry.contains("offsets"))
            return readOffsets(entry.at("offsets"));
        if (entry.contains("last") && entry.at("last").get<std::int64_t>() > 0)
            return kafka::StartPoint::last(entry.at("last").get<std::int64_t>());
        const auto time = base::parseIso8601(entry.value("time", ""));
        return time ? base::Result(kafka::StartPoint::at(time->time))
                    : malformed("start", "needs a time such as 2026-11-23T10:00:00Z, how many last records, or offsets");
    }
    const std::string word = entry.get<std::string>();
    if (word == "end")
        return kafka::StartPoint::end();
    return word == "beginning" ? base::Result(kafka::StartPoint::beginning())
                               : malformed("start", "is \"beginning\", \"end\", {\"time\": …}, {\"last\": …} or {\"offsets\": […]}");
}

base::Result<void> readUntil(const json& entry, Scope& scope)
{
    if (!entry.contains("until"))
        return {};
    const std::string word = entry.at("until").get<std::string>();
    const auto time = word == "end" ? std::nullopt : base::parseIso8601(word);
    if (word != "end" && !time)
        return malformed("until", "is \"end\" or a time such as 2026-11-23T10:00:00Z; without it reading goes on");
    scope.isUntilEnd = true;
    if (time)
        scope.until = time->time;
    return {};
}

/// Members of the profile itself: `start`, `until`, `isolation`, `sample`.
base::Result<Scope> readScope(const json& entry)
{
    Scope scope;
    const auto start = readStart(entry.value("start", json("beginning")));
    if (!start)
        return start.error();
    scope.start = *start;
    if (const auto until = readUntil(entry, scope); !until)
        return until.error();
    const std::string isolation = entry.value("isolation", "read_committed");
    if (isolation == "read_uncommitted")
        scope.isolation = kafka::IsolationLevel::ReadUncommitted;
    else if (isolation != "read_committed")
        return malformed("isolation", '\'' + isolation + "' is not read_committed or read_uncommitted");
    const auto oneIn = entry.value("sample", std::int64_t(1));
    if (oneIn < 1 || oneIn > 1'000'000)
        return malformed("sample", "is one traveller in so many: 1 to 1,000,000");
    scope.oneIn = std::uint32_t(oneIn);
    return scope;
}

base::Result<kafka::HostMap> readHosts(const json& entry)
{
    std::string lines;
    for (const auto& [from, to] : entry.items())
        lines += from + '=' + to.get<std::string>() + '\n';
    return kafka::HostMap::parse(lines);
}

base::Result<std::vector<kafka::WatchedGroup>> readGroups(const json& list)
{
    std::vector<kafka::WatchedGroup> groups;
    for (const json& entry : list) {
        if (const auto checked = checkMembers(entry, "groups", {"name", "topics"}); !checked)
            return checked.error();
        groups.push_back({entry.at("name").get<std::string>(), entry.value("topics", std::vector<std::string>())});
    }
    return groups;
}

/// Takes the value over, or returns its error.
template <typename T> base::Result<void> take(T& into, base::Result<T> read)
{
    if (!read)
        return read.error();
    into = std::move(read).value();
    return {};
}

base::Result<void> readParts(const json& entry, ClusterProfile& profile)
{
    if (const auto part = take(profile.security, readSecurity(entry.value("security", json::object()))); !part)
        return part;
    if (const auto part = take(profile.scope, readScope(entry)); !part)
        return part;
    if (const auto part = take(profile.hosts, readHosts(entry.value("hosts", json::object()))); !part)
        return part;
    return take(profile.groups, readGroups(entry.value("groups", json::array())));
}

base::Result<ClusterProfile> readProfile(const json& entry)
{
    if (const auto checked = checkMembers(entry, {}, {"name", "colour", "environment", "bootstrap", "security", "topicPattern",
                                                      "start", "until", "isolation", "sample", "groups", "readOnly", "hosts", "metadataSeconds"}); !checked)
        return checked.error();
    ClusterProfile profile;
    profile.name = entry.at("name").get<std::string>();
    profile.bootstrap = entry.at("bootstrap").get<std::string>();
    profile.colour = entry.value("colour", "");
    profile.topicPattern = entry.value("topicPattern", profile.topicPattern);
    const std::string environment = entry.value("environment", "");
    const auto known = environmentFromName(environment);
    if (!environment.empty() && !known)
        return malformed("environment", '\'' + environment + "' is not development, test, staging or production");
    profile.environment = known.value_or(kafka::Environment::Unstated);
    if (entry.contains("readOnly"))
        profile.readOnly = entry.at("readOnly").get<bool>();
    if (entry.contains("metadataSeconds"))
        profile.metadataInterval = std::chrono::milliseconds(std::int64_t(1000 * entry.at("metadataSeconds").get<double>()));
    if (const auto parts = readParts(entry, profile); !parts)
        return parts.error();
    if (const auto checked = profile.check(); !checked)
        return checked.error();
    return profile;
}

Json securityJson(const Security& security)
{
    Json entry = Json::object();
    const auto set = [&entry](const char* name, const std::string& value) {
        if (!value.empty())
            entry[name] = value;
    };
    if (security.isTls)
        entry["tls"] = true;
    set("caFile", security.caFile);
    set("certificateFile", security.certificateFile);
    set("keyFile", security.keyFile);
    if (!security.isHostnameChecked)
        entry["checkHostname"] = false;
    set("mechanism", std::string(mechanismName(security.mechanism)));
    set("user", security.user);
    set("tokenEndpoint", security.tokenEndpoint);
    set("tokenScope", security.tokenScope);
    return entry;
}

Json startJson(const kafka::StartPoint& start)
{
    using Kind = kafka::StartPoint::Kind;
    switch (start.kind) {
    case Kind::End: return "end";
    case Kind::Time: return {{"time", base::formatIso8601(start.time)}};
    case Kind::LastRecords: return {{"last", start.count}};
    case Kind::Offsets: return {{"offsets", kafka::startOffsetTexts(start)}};
    case Kind::Beginning: break;
    }
    return "beginning";
}

Json profileJson(const ClusterProfile& profile)
{
    Json entry{{"name", profile.name}};
    if (!profile.colour.empty())
        entry["colour"] = profile.colour;
    if (const auto environment = environmentName(profile.environment); !environment.empty())
        entry["environment"] = environment;
    entry["bootstrap"] = profile.bootstrap;
    if (profile.readOnly)
        entry["readOnly"] = *profile.readOnly;
    if (Json security = securityJson(profile.security); !security.empty())
        entry["security"] = std::move(security);
    entry["topicPattern"] = profile.topicPattern;
    if (profile.scope.start != kafka::StartPoint())
        entry["start"] = startJson(profile.scope.start);
    if (profile.scope.isUntilEnd)
        entry["until"] = profile.scope.until ? base::formatIso8601(*profile.scope.until) : "end";
    if (profile.scope.isolation == kafka::IsolationLevel::ReadUncommitted)
        entry["isolation"] = "read_uncommitted";
    if (profile.scope.oneIn > 1)
        entry["sample"] = profile.scope.oneIn;
    for (const kafka::WatchedGroup& group : profile.groups)
        entry["groups"].push_back({{"name", group.name}, {"topics", group.topics}});
    for (const auto& [from, to] : profile.hosts.entries())
        entry["hosts"][from.text()] = to.text();
    if (profile.metadataInterval != ClusterProfile().metadataInterval)
        entry["metadataSeconds"] = double(profile.metadataInterval.count()) / 1000;
    return entry;
}

/// "dev" where it has a name, "entry 3" where not.
std::string nameOf(const json& entry, std::size_t index)
{
    const bool isNamed = entry.is_object() && entry.contains("name") && entry["name"].is_string();
    return isNamed ? entry["name"].get<std::string>() : "entry " + std::to_string(index + 1);
}

} // namespace

base::Result<std::vector<ClusterProfile>> readProfiles(std::string_view text)
{
    const json list = json::parse(text, nullptr, false);
    if (!list.is_array())
        return malformed({}, list.is_discarded() ? "no JSON" : "must be a list of profiles");
    std::vector<ClusterProfile> profiles;
    for (std::size_t i = 0; i < list.size(); ++i) {
        try {
            auto profile = readProfile(list[i]);
            if (!profile)
                return malformed(nameOf(list[i], i), profile.error().text());
            profiles.push_back(std::move(profile).value());
        } catch (const json::exception& failure) {
            return malformed(nameOf(list[i], i), failure.what());
        }
    }
    return profiles;
}

std::string writeProfiles(const std::vector<ClusterProfile>& profiles)
{
    Json list = Json::array();
    for (const ClusterProfile& profile : profiles)
        list.push_back(profileJson(profile));
    return list.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

} // namespace sagascope::profile
