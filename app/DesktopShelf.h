// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/SecretStore.h"
#include "ui/connect/ProfileShelf.h"

namespace sagascope::app {

/// Profiles in `profiles.json`, their secrets in the system's keychain. GUI thread.
class DesktopShelf : public ui::ProfileShelf
{
public:
    [[nodiscard]] base::Result<std::vector<profile::ClusterProfile>> load() override;
    [[nodiscard]] base::Result<void> save(const std::vector<profile::ClusterProfile>& profiles) override;
    void findSecrets(const std::string& name, std::function<void(const profile::Secrets&)> done) override;
    void rememberSecrets(const std::string& name, const profile::Secrets& secrets) override;
    void keepSecrets(const std::string& name, const profile::Secrets& secrets, std::function<void(bool isKept)> done) override;
    void forgetSecrets(const std::string& name) override;

private:
    SystemKeychain m_keychain;
    SecretStore m_secrets{m_keychain};
};

} // namespace sagascope::app
