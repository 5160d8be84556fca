// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/kafka/Publisher.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

/// Hands a copy of the record to librdkafka, which sends it when it likes. `opaque` comes back with the delivery
/// report. Never blocks: RD_KAFKA_RESP_ERR__QUEUE_FULL when there is no room. Any thread.
[[nodiscard]] rd_kafka_resp_err_t produceRecord(rd_kafka_t* client, const OutgoingRecord& record, void* opaque);

} // namespace sagascope::kafka
