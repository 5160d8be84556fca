// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sagascope::profile {

/// Names and values in the order of the file; a name may come twice.
using Properties = std::vector<std::pair<std::string, std::string>>;

/// As java.util.Properties reads them: `=`, `:` or a blank between, `\` escapes and continues a line, `#` and `!` remark.
[[nodiscard]] Properties javaProperties(std::string_view text);

/// As kcat reads its file: `name=value` lines, `#` remarks, nothing is an escape.
[[nodiscard]] Properties kcatProperties(std::string_view text);

/// A `.env` file: `NAME=value` lines, `export` before and quotes around are dropped.
[[nodiscard]] Properties environmentLines(std::string_view text);

/// The options of one JAAS entry, `…LoginModule required username="alice" password="…";`. Its module comes under the
/// empty name. Nothing when the text is no such entry.
[[nodiscard]] std::map<std::string, std::string> jaasOptions(std::string_view text);

} // namespace sagascope::profile
