// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Ids.h"
#include "core/store/ColumnCodec.h"
#include "core/store/EventRow.h"
#include "core/store/EventStore.h"

namespace sagascope::store {

/// Some rows of a store, one after the other, with all that they need and those before them did not.
struct RowChunk
{
    std::vector<EventRow> rows; ///< where their records lie is for whoever restores them to say
    std::vector<std::uint32_t> hitCounts; ///< by row
    std::vector<StoredHit> hits;          ///< of all, in their order
    std::vector<std::string_view> texts;  ///< in the order of their numbers, valid as long as `memory`
    std::vector<base::TextId> topics;
    std::shared_ptr<const void> memory;
};

/// Writes the rows of a store, chunk by chunk from the first on. One thread.
class RowColumns
{
public:
    /// The next rows, up to `end`.
    [[nodiscard]] std::string encode(const EventStore::View& events, std::size_t end);

private:
    std::size_t m_rows = 0; ///< encoded so far, as are these
    std::size_t m_texts = 0;
    std::size_t m_topics = 0;
};

/// What encode() wrote; nothing when it makes no sense. `textCount` and `topicCount`: in the chunks before.
[[nodiscard]] std::optional<RowChunk> decodeRows(std::string_view bytes, std::size_t textCount, std::size_t topicCount);

} // namespace sagascope::store
