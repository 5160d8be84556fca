// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/profile/ClusterProfile.h"

namespace sagascope::profile {

/// The profiles that a person saved: a JSON list in a file. No secrets in there. A plain value that knows its path.
class ProfileFile
{
public:
    /// No file means no profiles. Errors: Malformed, Unreadable; the subject is the file.
    static base::Result<ProfileFile> read(const std::filesystem::path& path);

    [[nodiscard]] const std::vector<ClusterProfile>& profiles() const { return m_profiles; }
    /// Error NotFound lists the names that there are.
    [[nodiscard]] base::Result<ClusterProfile> find(std::string_view name) const;

    /// Replaces the file as a whole, or leaves it as it was. Error Refused; the subject is the file.
    [[nodiscard]] static base::Result<void> write(const std::filesystem::path& path, const std::vector<ClusterProfile>& profiles);

private:
    std::filesystem::path m_path;
    std::vector<ClusterProfile> m_profiles;
};

} // namespace sagascope::profile
