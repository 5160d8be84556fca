// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// Options of one admin question; it times out by itself.
[[nodiscard]] RdAdminOptions adminOptions(rd_kafka_t* client, rd_kafka_admin_op_t question,
                                          std::chrono::milliseconds timeout);

/// Waits for the answer to an admin question. The question times out by itself; the longer wait here only guards against
/// an answer that never comes (null).
[[nodiscard]] RdEvent awaitAnswer(rd_kafka_queue_t* answers, std::chrono::milliseconds timeout);

} // namespace sagascope::kafka
