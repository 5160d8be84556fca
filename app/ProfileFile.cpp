// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ProfileFile.h"

#include <algorithm>
#include <fstream>
#include <string>

#include <nlohmann/json.hpp>

#include "app/ConfigDirectory.h"

namespace sagascope::app {
namespace {

using nlohmann::json;

kafka::WatchedGroup readGroup(const json& entry)
{
    return {entry.at("name").get<std::string>(), entry.at("topics").get<std::vector<std::string>>()};
}

/// Throws json::exception where a member is missing or of the wrong type.
base::Result<kafka::Profile> readProfile(const json& entry)
{
    constexpr std::string_view kMembers[]{"name", "bootstrap", "topicPattern", "groups", "readOnly"};
    for (const auto& [name, value] : entry.items()) {
        if (std::find(std::begin(kMembers), std::end(kMembers), name) == std::end(kMembers))
            return base::Error{base::ErrorCode::Malformed, name, "no member of a profile (secrets don't belong here)"};
    }
    kafka::Profile profile;
    profile.name = entry.at("name").get<std::string>();
    profile.bootstrap = entry.at("bootstrap").get<std::string>();
    profile.topicPattern = entry.value("topicPattern", profile.topicPattern);
    profile.isReadOnly = entry.value("readOnly", false);
    for (const json& group : entry.value("groups", json::array()))
        profile.watchedGroups.push_back(readGroup(group));
    if (const auto check = profile.check(); !check)
        return check.error();
    return profile;
}

} // namespace

std::filesystem::path ProfileFile::defaultPath()
{
    return configDirectory() / "profiles.json";
}

base::Result<ProfileFile> ProfileFile::read(const std::filesystem::path& path)
{
    ProfileFile file;
    file.m_path = path;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return file;
    try {
        for (const json& entry : json::parse(stream)) {
            auto profile = readProfile(entry);
            if (!profile)
                return base::Error{base::ErrorCode::Malformed, path.string(), profile.error().text()};
            file.m_profiles.push_back(*std::move(profile));
        }
    } catch (const json::exception& failure) {
        return base::Error{base::ErrorCode::Malformed, path.string(), failure.what()};
    }
    return file;
}

base::Result<kafka::Profile> ProfileFile::find(std::string_view name) const
{
    for (const kafka::Profile& profile : m_profiles) {
        if (profile.name == name)
            return profile;
    }
    std::string known;
    for (const kafka::Profile& profile : m_profiles)
        known += (known.empty() ? "" : ", ") + profile.name;
    const std::string reason = known.empty() ? "no such profile, and none is saved in " + m_path.string()
                                             : "no such profile; there is " + known;
    return base::Error{base::ErrorCode::NotFound, std::string(name), reason};
}

} // namespace sagascope::app
