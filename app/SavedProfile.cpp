// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SavedProfile.h"

#include <iostream>

#include "app/ConfigDirectory.h"
#include "app/SourceFactory.h"
#include "core/profile/ProfileFile.h"

namespace sagascope::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kKeychainPatience = 20s; ///< somebody may have to unlock it

base::Result<std::string> readLine(std::istream& in, const std::string& what)
{
    std::string line;
    std::getline(in, line);
    if (line.ends_with('\r'))
        line.pop_back();
    if (line.empty())
        return base::Error{base::ErrorCode::NotFound, "--password-stdin", "standard input has no line with " + what};
    return line;
}

} // namespace

std::filesystem::path profilesPath()
{
    return configDirectory() / "profiles.json";
}

base::Result<profile::ClusterProfile> savedProfile(const std::string& name)
{
    const auto file = profile::ProfileFile::read(profilesPath());
    if (!file)
        return file.error();
    return file->find(name);
}

base::Result<profile::Secrets> readSecrets(std::istream& in, const profile::ClusterProfile& profile)
{
    const auto needed = profile::neededSecrets(profile);
    profile::Secrets secrets;
    if (needed.password || !needed.keyPassword) {
        auto line = readLine(in, "the password of " + profile.name);
        if (!line)
            return line.error();
        secrets.password = std::move(line).value();
    }
    if (needed.keyPassword) {
        auto line = readLine(in, "the password of the key of " + profile.name);
        if (!line)
            return line.error();
        secrets.keyPassword = std::move(line).value();
    }
    return secrets;
}

base::Result<profile::Secrets> secretsFor(const profile::ClusterProfile& profile, bool isOnStdin, SecretStore& store)
{
    if (isOnStdin)
        return readSecrets(std::cin, profile);
    const auto needed = profile::neededSecrets(profile);
    if (needed.areIn({}))
        return profile::Secrets();
    auto secrets = store.findNow(profile.name, kKeychainPatience);
    if (!needed.areIn(secrets))
        return base::Error{base::ErrorCode::NotFound, profile.name,
                           "needs a password, and the keychain has none; hand it over with --password-stdin"};
    return secrets;
}

kafka::Profile readyProfile(const profile::ClusterProfile& profile, const profile::Secrets& secrets, const catalog::Catalog& catalog)
{
    kafka::Profile ready = profile::toKafka(profile, secrets);
    if (ready.watchedGroups.empty())
        ready.watchedGroups = profileFor(ready.bootstrap, catalog).watchedGroups;
    return ready;
}

} // namespace sagascope::app
