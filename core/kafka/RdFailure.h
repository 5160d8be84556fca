// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include "core/base/Result.h"
#include "core/kafka/RdHandle.h"

namespace sagascope::kafka {

[[nodiscard]] base::ErrorCode errorCodeOf(rd_kafka_resp_err_t code);

/// A failure in our words: `subject` is what it is about, `detail` the cause; librdkafka's own text where none is
/// given.
[[nodiscard]] base::Error failure(rd_kafka_resp_err_t code, std::string subject, std::string detail = {});

} // namespace sagascope::kafka
