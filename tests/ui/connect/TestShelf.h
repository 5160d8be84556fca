// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

#include "ui/connect/ProfileShelf.h"

namespace sagascope::test {

using profile::ClusterProfile;
using profile::Secrets;

/// Keeps what it is given beyond the run, or only in it.
class TestShelf : public ui::ProfileShelf
{
public:
    void keepSecrets(const std::string& name, const Secrets& secrets, std::function<void(bool isKept)> done) override
    {
        rememberSecrets(name, secrets);
        if (hasKeychain)
            kept[name] = secrets;
        done(hasKeychain);
    }
    void forgetSecrets(const std::string& name) override
    {
        ui::ProfileShelf::forgetSecrets(name);
        kept.erase(name);
    }

    std::map<std::string, Secrets> kept;
    bool hasKeychain = true;
};

inline ClusterProfile named(const std::string& name)
{
    ClusterProfile profile;
    profile.name = name;
    profile.bootstrap = name + ":9092";
    return profile;
}

} // namespace sagascope::test
