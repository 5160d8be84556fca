// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <istream>
#include <string>

#include "app/SecretStore.h"
#include "core/base/Result.h"
#include "core/catalog/Catalog.h"
#include "core/profile/ClusterProfile.h"

namespace sagascope::app {

/// `profiles.json` in the configuration directory.
[[nodiscard]] std::filesystem::path profilesPath();

/// A saved profile by its name. Errors: NotFound (listing the names there are), Malformed, Unreadable.
[[nodiscard]] base::Result<profile::ClusterProfile> savedProfile(const std::string& name);

/// What `--password-stdin` hands over: a line for each secret that the profile needs, the password before the key's.
/// Error NotFound when a line is missing.
[[nodiscard]] base::Result<profile::Secrets> readSecrets(std::istream& in, const profile::ClusterProfile& profile);

/// What a run without a window connects with: secrets from standard input where asked for, else from the keychain.
/// Waits for the keychain with an event loop. Error NotFound when a secret that is needed is nowhere.
[[nodiscard]] base::Result<profile::Secrets> secretsFor(const profile::ClusterProfile& profile, bool isOnStdin, SecretStore& store);

/// The profile for librdkafka; where it names no groups, it watches those that the catalog declares.
[[nodiscard]] kafka::Profile readyProfile(const profile::ClusterProfile& profile, const profile::Secrets& secrets,
                                          const catalog::Catalog& catalog);

} // namespace sagascope::app
