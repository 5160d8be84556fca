// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/ReadingLog.h"

#include <algorithm>
#include <variant>

#include "core/demo/Director.h"

namespace sagascope::demo {

std::optional<std::uint64_t> ReadingLog::read(const event::RawRecord& record)
{
    const auto& decoded = m_decoder.decode(record);
    const auto* event = std::get_if<event::Event>(&decoded);
    if (!event)
        return std::nullopt;
    const auto attempt = std::find_if(record.headers.begin(), record.headers.end(),
                                      [](const event::HeaderView& header) { return header.name == kRetryCountHeader; });
    return readingOf(m_group, record.topic, event->eventId.text,
                     attempt == record.headers.end() ? "" : attempt->value.value_or(""));
}

void ReadingLog::commit(kafka::GroupConsumer& consumer)
{
    // A commit that is lost means that somebody reads a record twice; everybody here can stand that.
    for (const auto& [partition, next] : m_done)
        (void)consumer.commit(partition, next, true);
    m_done.clear();
}

} // namespace sagascope::demo
