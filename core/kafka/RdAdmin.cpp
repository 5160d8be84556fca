// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RdAdmin.h"

#include <array>

namespace sagascope::kafka {

RdAdminOptions adminOptions(rd_kafka_t* client, rd_kafka_admin_op_t question, std::chrono::milliseconds timeout)
{
    RdAdminOptions options(rd_kafka_AdminOptions_new(client, question));
    std::array<char, 256> ignored{};
    rd_kafka_AdminOptions_set_request_timeout(options.get(), static_cast<int>(timeout.count()), ignored.data(),
                                              ignored.size());
    return options;
}

RdEvent awaitAnswer(rd_kafka_queue_t* answers, std::chrono::milliseconds timeout)
{
    return RdEvent(rd_kafka_queue_poll(answers, 2 * static_cast<int>(timeout.count())));
}

} // namespace sagascope::kafka
