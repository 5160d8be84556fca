// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/RdHandle.h"
#include "core/kafka/RecordSearch.h"

namespace sagascope::kafka {

/// Whether the message is one that is sought; without a search each is.
[[nodiscard]] bool isSought(const RecordSearch& search, const rd_kafka_message_t& message);

} // namespace sagascope::kafka
