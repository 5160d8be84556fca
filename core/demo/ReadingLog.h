// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "core/demo/Platform.h"
#include "core/event/Decoder.h"
#include "core/kafka/GroupConsumer.h"

namespace sagascope::demo {

/// What an instance has read since it last reported: which events, and up to where each partition is done.
/// Used by one thread.
class ReadingLog
{
public:
    explicit ReadingLog(Service group) : m_group(group) {}

    /// Reads the record as the service would. Nothing when it is no JSON object: the service's handler would throw.
    [[nodiscard]] std::optional<std::uint64_t> read(const event::RawRecord& record);
    void markDone(const kafka::TopicPartition& partition, std::int64_t offset) { m_done[partition] = offset + 1; }
    void commit(kafka::GroupConsumer& consumer);
    void forget() { m_done.clear(); }

    [[nodiscard]] static kafka::TopicPartition partitionOf(const event::RawRecord& record)
    {
        return {std::string(record.topic), record.partition};
    }

private:
    Service m_group;
    event::Decoder m_decoder;
    std::map<kafka::TopicPartition, std::int64_t> m_done; ///< next offsets, not committed yet
};

} // namespace sagascope::demo
