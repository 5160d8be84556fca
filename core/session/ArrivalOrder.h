// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/base/AppendVector.h"
#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/store/EventStore.h"

namespace sagascope::session {

/// How far the order of arrival keeps to broker time: how late each event came, behind the newest that had come before it, and
/// up to which time the table may be taken as complete. One thread extends it; views are immutable, any thread.
///
/// The watermark is that of streams with bounded disorder (Akidau et al., The Dataflow Model, 2015): the newest broker time less the
/// most that an event was late among the last some thousand. Earlier ones may come all the same; they are late then.
class ArrivalOrder
{
public:
    class View
    {
    public:
        [[nodiscard]] std::size_t size() const { return m_size; } ///< events looked at
        [[nodiscard]] base::Timestamp newest() const { return m_newest; }
        [[nodiscard]] std::uint64_t lateCount() const { return m_lateCount; } ///< events with the flag Late
        [[nodiscard]] base::Duration latestOfLately() const { return m_lately; }
        [[nodiscard]] base::Timestamp watermark() const { return m_newest == base::kNoTime ? m_newest : m_newest - m_lately; }
        /// Zero in order, without a time, and for events that were not looked at yet. Looks at a thousand rows at the most.
        [[nodiscard]] base::Duration lateness(const store::EventStore::View& events, base::EventIndex event) const;

    private:
        friend class ArrivalOrder;
        base::AppendVector<base::Timestamp>::View m_newestBefore;
        std::size_t m_size = 0;
        base::Timestamp m_newest = base::kNoTime;
        base::Duration m_lately{0};
        std::uint64_t m_lateCount = 0;
    };

    /// Looks at what is new in the same store.
    void extend(const store::EventStore::View& events);
    [[nodiscard]] View view() const;

private:
    static constexpr std::size_t kChunk = 1024;
    static constexpr std::size_t kRecentChunks = 10;

    base::AppendVector<base::Timestamp> m_newestBefore; ///< each chunk of rows
    std::array<base::Duration, kRecentChunks> m_latest{}; ///< of the recent chunks, by their number
    std::size_t m_size = 0;
    base::Timestamp m_newest = base::kNoTime;
    std::uint64_t m_lateCount = 0;
};

} // namespace sagascope::session
