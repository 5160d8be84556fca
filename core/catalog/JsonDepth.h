// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string_view>

namespace sagascope::catalog {

/// Whether brackets outside of texts are open more than `depth` deep anywhere, whatever else the text is. To be asked
/// before reading JSON of strangers: what walks a value afterwards recurses that deep.
[[nodiscard]] bool isDeeperThan(std::size_t depth, std::string_view json);

} // namespace sagascope::catalog
