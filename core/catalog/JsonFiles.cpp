// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/JsonFiles.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

namespace sagascope::catalog {

namespace fs = std::filesystem;

base::Result<std::vector<fs::path>> jsonFiles(const fs::path& directory)
{
    std::error_code failure;
    std::vector<fs::path> files;
    for (fs::directory_iterator entry(directory, failure), end; !failure && entry != end; entry.increment(failure))
        if (entry->path().extension() == ".json")
            files.push_back(entry->path());
    if (failure)
        return base::Error{base::ErrorCode::Unreadable, directory.string(), failure.message()};
    std::sort(files.begin(), files.end());
    return files;
}

base::Result<std::string> readTextFile(const fs::path& path)
{
    const base::Error unreadable{base::ErrorCode::Unreadable, path.string(), "the file can't be read"};
    std::error_code failure;
    if (!fs::is_regular_file(path, failure)) // reading a folder throws
        return unreadable;
    std::ifstream in(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in.good() && !in.eof())
        return unreadable;
    return text;
}

} // namespace sagascope::catalog
