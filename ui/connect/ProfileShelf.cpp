// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileShelf.h"

namespace sagascope::ui {

base::Result<void> ProfileShelf::save(const std::vector<profile::ClusterProfile>& profiles)
{
    m_profiles = profiles;
    return {};
}

void ProfileShelf::findSecrets(const std::string& name, std::function<void(const profile::Secrets&)> done)
{
    const auto known = m_secrets.find(name);
    done(known == m_secrets.end() ? profile::Secrets() : known->second);
}

void ProfileShelf::rememberSecrets(const std::string& name, const profile::Secrets& secrets)
{
    m_secrets[name] = secrets;
}

void ProfileShelf::keepSecrets(const std::string& name, const profile::Secrets& secrets, std::function<void(bool isKept)> done)
{
    rememberSecrets(name, secrets);
    done(false);
}

void ProfileShelf::forgetSecrets(const std::string& name)
{
    m_secrets.erase(name);
}

} // namespace sagascope::ui
