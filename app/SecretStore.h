// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <string>

#include "app/Keychain.h"
#include "core/profile/ClusterProfile.h"

namespace sagascope::app {

/// The secrets of profiles by the profiles' names: what was given in this run, else what the keychain holds. Main
/// thread. The keychain outlives it; answers of the keychain after its end are dropped.
class SecretStore
{
public:
    explicit SecretStore(Keychain& keychain) : m_keychain(keychain) {}

    /// Answers at once where this run knows them. Empty members: nobody knows.
    void find(const std::string& profile, std::function<void(const profile::Secrets&)> done);
    /// The same, waiting with an event loop for `patience` at most.
    [[nodiscard]] profile::Secrets findNow(const std::string& profile, std::chrono::milliseconds patience);

    /// For this run only.
    void remember(const std::string& profile, const profile::Secrets& secrets);
    /// For this run and, where there is a keychain, for later ones.
    void keep(const std::string& profile, const profile::Secrets& secrets, std::function<void(bool isKept)> done);
    void forget(const std::string& profile);

private:
    Keychain& m_keychain;
    std::shared_ptr<std::map<std::string, profile::Secrets>> m_known = std::make_shared<std::map<std::string, profile::Secrets>>();
};

} // namespace sagascope::app
