// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/demo/Director.h"
#include "core/demo/GroupMember.h"
#include "core/demo/ReadingLog.h"

namespace sagascope::demo {

/// A service that keeps up: reads everything at once, lets the director act on it, and commits.
class PromptHandler : public RecordHandler
{
public:
    PromptHandler(Service group, Director& director) : m_log(group), m_director(director) {}

    void handle(const event::RecordBatch& batch, kafka::GroupConsumer& consumer) override;
    std::chrono::milliseconds tick(kafka::GroupConsumer&) override { return std::chrono::milliseconds(150); }
    void reassign(const std::vector<kafka::TopicPartition>&) override { m_log.forget(); }

private:
    ReadingLog m_log;
    Director& m_director;
    std::vector<std::uint64_t> m_readings;
};

} // namespace sagascope::demo
