// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sagascope::layering {

/// One `#include` of a source file: the name between quotes or angle brackets.
struct Include
{
    int line = 0;
    bool isQuoted = false;
    std::string name;
};

std::vector<Include> includesOf(std::string_view source);

/// Holds one source file against the one-way dependencies of the house: `app → ui → core`, the order of the rooms in
/// core, and the rooms that alone may speak to a foreign library. `path` is relative to the root of the repository.
/// Each violation is one line for a person: file, line, what is included, why not.
std::vector<std::string> includeViolations(std::string_view path, std::string_view source);

} // namespace sagascope::layering
