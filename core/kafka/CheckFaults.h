// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

#include <librdkafka/rdkafka.h>

#include "core/kafka/ConnectionCheck.h"

namespace sagascope::kafka {

/// A stage that did not pass, read from what librdkafka says of a connection.
struct StageFault
{
    CheckStage stage = CheckStage::Metadata;
    CheckFault fault = CheckFault::Other;
};

/// What librdkafka said of a connection.
struct ConnectionWords
{
    rd_kafka_resp_err_t code = RD_KAFKA_RESP_ERR_NO_ERROR;
    std::string_view reason;
    int certificateError = 0; ///< OpenSSL's verdict on the broker's certificate, 0 when there was none
    bool isOutdatedScram = false; ///< see isScramOutdated()
};

/// Nothing when the words tell of no more than a connection that broke.
[[nodiscard]] std::optional<StageFault> faultOf(const ConnectionWords& words);

/// Why a client could not even be made, from the words of rd_kafka_new().
[[nodiscard]] StageFault faultOfSettings(std::string_view reason);

} // namespace sagascope::kafka
