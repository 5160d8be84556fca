// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <map>
#include <set>
#include <string>

#include "core/base/Time.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// How long each topic keeps its records (`retention.ms`), in one request. Topics that keep for ever, and those whose
/// settings we may not see, are left out. Blocks. Never for an EmbeddedBroker, which does not answer.
[[nodiscard]] std::map<std::string, base::Duration> retentionOf(rd_kafka_t* client, const std::set<std::string>& topics,
                                                                std::chrono::milliseconds timeout);

} // namespace sagascope::kafka
