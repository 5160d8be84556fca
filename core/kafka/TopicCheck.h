// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <vector>

#include "core/kafka/ConnectionCheck.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// Whether each topic may be seen and read, in the order asked. A fetch of the last record proves the reading; the
/// client must be a consumer that tells of partition ends and creates no topics. Blocks up to `timeout`.
[[nodiscard]] std::vector<CheckStep> checkTopics(rd_kafka_t* client, const std::vector<std::string>& topics,
                                                 std::chrono::milliseconds timeout, const std::function<bool()>& isStopped);

} // namespace sagascope::kafka
