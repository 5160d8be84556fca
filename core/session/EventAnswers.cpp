// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/EventAnswers.h"

namespace sagascope::session {

EventAnswers::EventAnswers() = default;

EventAnswers::~EventAnswers()
{
    for (const std::atomic<Chunk*>& chunk : m_chunks)
        delete chunk.load(std::memory_order_relaxed);
}

EventAnswers::Answer EventAnswers::of(base::EventIndex event) const
{
    const Chunk* chunk = m_chunks[event.value >> kChunkBits].load(std::memory_order_acquire);
    return chunk == nullptr ? Answer::Unknown
                            : static_cast<Answer>((*chunk)[event.value % kChunkSize].load(std::memory_order_relaxed));
}

void EventAnswers::note(base::EventIndex event, bool isYes)
{
    constexpr auto kUnread = static_cast<std::uint8_t>(Answer::Unread);
    const auto answer = static_cast<std::uint8_t>(isYes ? Answer::Yes : Answer::No);
    std::atomic<std::uint8_t>& place = chunkFor(event)[event.value % kChunkSize];
    if (place.load(std::memory_order_relaxed) != kUnread)
        place.store(answer, std::memory_order_relaxed);
    else if (place.exchange(answer, std::memory_order_relaxed) == kUnread)
        m_unread.fetch_sub(1, std::memory_order_relaxed);
}

void EventAnswers::noteUnread(base::EventIndex event)
{
    constexpr auto kUnread = static_cast<std::uint8_t>(Answer::Unread);
    if (chunkFor(event)[event.value % kChunkSize].exchange(kUnread, std::memory_order_relaxed) != kUnread)
        m_unread.fetch_add(1, std::memory_order_relaxed);
}

EventAnswers::Chunk& EventAnswers::chunkFor(base::EventIndex event)
{
    std::atomic<Chunk*>& slot = m_chunks[event.value >> kChunkBits];
    Chunk* chunk = slot.load(std::memory_order_acquire);
    if (chunk != nullptr)
        return *chunk;
    const std::lock_guard lock(m_growing);
    chunk = slot.load(std::memory_order_relaxed);
    if (chunk == nullptr) {
        auto fresh = std::make_unique<Chunk>();
        chunk = fresh.release();
        slot.store(chunk, std::memory_order_release);
    }
    return *chunk;
}

} // namespace sagascope::session
