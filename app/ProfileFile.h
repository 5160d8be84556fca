// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Profile.h"

namespace sagascope::app {

/// The profiles that a person saved: `profiles.json` in the configuration directory, an array of
/// `{"name", "bootstrap", "topicPattern", "groups": [{"name", "topics"}], "readOnly"}`, the last three optional.
/// No secrets in there: a member that is not one of these is refused.
class ProfileFile
{
public:
    /// In the user's configuration directory, or in SAGASCOPE_CONFIG_DIR where that is set.
    static std::filesystem::path defaultPath();

    /// No file means no profiles. Error Malformed names the file and what is wrong.
    static base::Result<ProfileFile> read(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<kafka::Profile>& profiles() const { return m_profiles; }
    /// Error NotFound lists the names that there are.
    [[nodiscard]] base::Result<kafka::Profile> find(std::string_view name) const;

private:
    std::filesystem::path m_path;
    std::vector<kafka::Profile> m_profiles;
};

} // namespace sagascope::app
