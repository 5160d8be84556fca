// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/ProfileFile.h"

#include <fstream>
#include <iterator>
#include <string>
#include <system_error>

#include <QSaveFile>

#include "core/profile/ProfileJson.h"

namespace sagascope::profile {

namespace fs = std::filesystem;

base::Result<ProfileFile> ProfileFile::read(const fs::path& path)
{
    ProfileFile file;
    file.m_path = path;
    std::error_code failure;
    if (!fs::exists(path, failure))
        return file;
    std::ifstream stream(path, std::ios::binary);
    if (!stream || fs::is_directory(path, failure)) // a folder opens well, and throws when it is read
        return base::Error{base::ErrorCode::Unreadable, path.string(), "the file can't be read"};
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    auto profiles = readProfiles(text);
    if (!profiles)
        return base::Error{base::ErrorCode::Malformed, path.string(), profiles.error().text()};
    file.m_profiles = std::move(profiles).value();
    return file;
}

base::Result<ClusterProfile> ProfileFile::find(std::string_view name) const
{
    std::string known;
    for (const ClusterProfile& profile : m_profiles) {
        if (profile.name == name)
            return profile;
        known += (known.empty() ? "" : ", ") + profile.name;
    }
    const std::string reason = known.empty() ? "no such profile, and none is saved in " + m_path.string()
                                             : "no such profile; there is " + known;
    return base::Error{base::ErrorCode::NotFound, std::string(name), reason};
}

base::Result<void> ProfileFile::write(const fs::path& path, const std::vector<ClusterProfile>& profiles)
{
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    if (failure)
        return base::Error{base::ErrorCode::Refused, path.string(), failure.message()};
    QSaveFile file(QString::fromStdU16String(path.u16string()));
    const std::string text = writeProfiles(profiles);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(text.data(), qint64(text.size())) == qint64(text.size());
    if (!isWritten || !file.commit())
        return base::Error{base::ErrorCode::Refused, path.string(), file.errorString().toStdString()};
    return {};
}

} // namespace sagascope::profile
