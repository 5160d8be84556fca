// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

#include "core/base/Hash.h"
#include "core/base/Ids.h"
#include "core/base/Time.h"

namespace sagascope::store {

enum class EventFlag : std::uint16_t {
    Undecodable = 1U << 0U,
    Tombstone = 1U << 1U,
    Ours = 1U << 2U,       ///< published by this program
    Late = 1U << 3U,       ///< its broker time is before one already shown of another partition (live table only)
    Retry = 1U << 4U,      ///< on a retry topic
    DeadLetter = 1U << 5U, ///< on a dead-letter topic, or a dead-letter wrapper
    HasHits = 1U << 6U,    ///< at least one finding of its own
    Bare = 1U << 7U,       ///< no envelope
    LogAppendTime = 1U << 8U,
};

/// What the screens and analyses need of every record, fixed in size; the rest is decoded from the payload on demand.
/// Times are UTC nanoseconds, base::kNoTime when absent. Text ids point into the store's TextPool.
struct EventRow
{
    base::IdHash eventId;       ///< null when absent
    base::IdHash correlationId; ///< null when absent
    base::IdHash causationId;   ///< null when absent
    std::int64_t offset = 0;
    base::Timestamp brokerTime = base::kNoTime;
    base::Timestamp producerTime = base::kNoTime;
    std::uint32_t block = 0;     ///< payload block
    std::uint32_t valueSize = 0; ///< bytes of key + value + headers on the wire
    base::TextId type;           ///< eventType; the topic's suffix for undecodable records
    base::TextId source;         ///< invalid when absent
    std::uint16_t partition = 0;
    base::TopicId topic;
    std::uint16_t posInBlock = 0;
    std::uint16_t flags = 0;

    [[nodiscard]] bool has(EventFlag flag) const { return (flags & static_cast<std::uint16_t>(flag)) != 0; }
    void set(EventFlag flag) { flags = static_cast<std::uint16_t>(flags | static_cast<std::uint16_t>(flag)); }
    /// Producer time where known, else broker time.
    [[nodiscard]] base::Timestamp time() const { return producerTime == base::kNoTime ? brokerTime : producerTime; }
};
static_assert(sizeof(EventRow) <= 72, "ten million of these must fit beside everything else");

} // namespace sagascope::store
