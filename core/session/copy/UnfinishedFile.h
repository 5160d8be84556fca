// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <filesystem>

#include "core/base/Result.h"

namespace sagascope::session {

/// A file that is being made under another name beside its place, with whatever SQLite puts next to it meanwhile. It takes
/// its place whole, or vanishes. One thread.
class UnfinishedFile
{
public:
    /// InvalidArgument when there is something that must not be replaced, or never can be; Refused when that is a capture
    /// with a log beside it: the log would be taken for the new file's.
    [[nodiscard]] static base::Result<UnfinishedFile> beside(const std::filesystem::path& place, bool mayReplace);
    ~UnfinishedFile(); ///< removes it, unless it has taken its place
    UnfinishedFile(UnfinishedFile&& other) noexcept;
    UnfinishedFile& operator=(UnfinishedFile&&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::uint64_t size() const;
    /// An error about it, said of the place instead: nobody knows the other name.
    [[nodiscard]] base::Error inItsName(base::Error error) const;
    /// Puts it in its place.
    [[nodiscard]] base::Result<void> finish();

private:
    UnfinishedFile(std::filesystem::path place, std::filesystem::path path, bool mayReplace);

    std::filesystem::path m_place;
    std::filesystem::path m_path; ///< empty once it has gone
    bool m_mayReplace;
};

} // namespace sagascope::session
