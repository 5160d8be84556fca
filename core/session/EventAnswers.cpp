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
    const Answer answer = isYes ? Answer::Yes : Answer::No;
    chunkFor(event)[event.value % kChunkSize].store(static_cast<std::uint8_t>(answer), std::memory_order_relaxed);
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
