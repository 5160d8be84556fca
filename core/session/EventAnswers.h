// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>

#include "core/base/Ids.h"

namespace sagascope::session {

/// What a question about the bytes of events was answered. Those never change, so whoever asks again, in whichever
/// thread, need not read them. One byte for each event near one that was asked about. Any thread.
class EventAnswers
{
public:
    enum class Answer : std::uint8_t { Unknown, No, Yes, Unread };

    EventAnswers();
    ~EventAnswers();
    EventAnswers(const EventAnswers&) = delete;
    EventAnswers& operator=(const EventAnswers&) = delete;

    [[nodiscard]] Answer of(base::EventIndex event) const;
    void note(base::EventIndex event, bool isYes);
    /// The question could not be put, since its bytes could not be read.
    void noteUnread(base::EventIndex event);
    [[nodiscard]] std::uint64_t unreadCount() const { return m_unread.load(std::memory_order_relaxed); }

private:
    static constexpr unsigned kChunkBits = 18;
    static constexpr std::size_t kChunkSize = std::size_t(1) << kChunkBits;
    using Chunk = std::array<std::atomic<std::uint8_t>, kChunkSize>;

    Chunk& chunkFor(base::EventIndex event);

    std::array<std::atomic<Chunk*>, (std::size_t(1) << (32 - kChunkBits))> m_chunks{};
    std::mutex m_growing;
    std::atomic<std::uint64_t> m_unread{0};
};

} // namespace sagascope::session
