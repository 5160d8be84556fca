// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sagascope::layering {

/// A text file of the repository; the path is relative to its root, with forward slashes.
struct SourceFile
{
    std::string path;
    std::string text;

    bool isCpp() const { return path.ends_with(".cpp") || path.ends_with(".h"); }
};

/// Every text file that we wrote: code, scripts, CMake, data and pages; not the build folders, pictures or the licence.
/// Sorted by path.
std::vector<SourceFile> filesOfTheHouse();

/// Whether one of the first lines names the licence. Files that cannot hold a comment (JSON, pages) need none.
bool namesItsLicence(const SourceFile& file);

/// Hosts named in web addresses that are neither namespaces, placeholders nor this machine, and absolute paths into
/// somebody's home or checkout: what works at one desk only.
std::vector<std::string> tracesOfOneMachine(const SourceFile& file);

} // namespace sagascope::layering
