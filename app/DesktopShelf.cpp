// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/DesktopShelf.h"

#include <utility>

#include "app/SavedProfile.h"
#include "core/profile/ProfileFile.h"

namespace sagascope::app {

base::Result<std::vector<profile::ClusterProfile>> DesktopShelf::load()
{
    const auto file = profile::ProfileFile::read(profilesPath());
    if (!file)
        return file.error();
    return file->profiles();
}

base::Result<void> DesktopShelf::save(const std::vector<profile::ClusterProfile>& profiles)
{
    return profile::ProfileFile::write(profilesPath(), profiles);
}

void DesktopShelf::findSecrets(const std::string& name, std::function<void(const profile::Secrets&)> done)
{
    m_secrets.find(name, std::move(done));
}

void DesktopShelf::rememberSecrets(const std::string& name, const profile::Secrets& secrets)
{
    m_secrets.remember(name, secrets);
}

void DesktopShelf::keepSecrets(const std::string& name, const profile::Secrets& secrets, std::function<void(bool isKept)> done)
{
    m_secrets.keep(name, secrets, std::move(done));
}

void DesktopShelf::forgetSecrets(const std::string& name)
{
    m_secrets.forget(name);
}

} // namespace sagascope::app
