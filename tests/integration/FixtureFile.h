// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/base/Result.h"
#include "tests/support/KafkaCluster.h"

namespace sagascope::integration {

/// Has kcat write the records of a file of JSON lines (the form of `kcat -J`), in the order of the file, each to the
/// topic and partition that it names, with its key, headers and value, nulls included. Offsets and times are the
/// broker's. Topics must exist.
/// Errors: what the file or kcat said; NotFound and Unreadable name the file.
[[nodiscard]] base::Result<std::size_t> writeWithKcat(const support::KafkaCluster& kafka,
                                                      const std::filesystem::path& file);

/// The topics of such a file, each with the number of partitions that its records need.
[[nodiscard]] base::Result<std::map<std::string, int>> topicsOf(const std::filesystem::path& file);

} // namespace sagascope::integration
