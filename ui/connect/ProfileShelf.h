// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/profile/ClusterProfile.h"

namespace sagascope::ui {

/// Where profiles and their secrets are kept. This one keeps them in memory; the program's keeps profiles in a file
/// and secrets in the system's keychain. GUI thread. Answers come at once or later, on the GUI thread; whoever asks
/// guards its own callback.
class ProfileShelf
{
public:
    virtual ~ProfileShelf() = default;

    [[nodiscard]] virtual base::Result<std::vector<profile::ClusterProfile>> load() { return m_profiles; }
    [[nodiscard]] virtual base::Result<void> save(const std::vector<profile::ClusterProfile>& profiles);

    /// What is known of the profile's secrets; empty members where nobody knows.
    virtual void findSecrets(const std::string& name, std::function<void(const profile::Secrets&)> done);
    /// For this run.
    virtual void rememberSecrets(const std::string& name, const profile::Secrets& secrets);
    /// For later runs as well. `isKept` is false where there is nothing that could: then they are known for this run.
    virtual void keepSecrets(const std::string& name, const profile::Secrets& secrets, std::function<void(bool isKept)> done);
    virtual void forgetSecrets(const std::string& name);

private:
    std::vector<profile::ClusterProfile> m_profiles;
    std::map<std::string, profile::Secrets> m_secrets;
};

} // namespace sagascope::ui
