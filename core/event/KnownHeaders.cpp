// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/KnownHeaders.h"

#include "core/base/Utf8.h"
#include "core/event/NameIndex.h"

namespace sagascope::event {
namespace {

// In the order in which the services send them.
constexpr NameIndex kNames(std::array<std::string_view, kKnownHeaderCount>{
    "eventType", "source", "version", "timestamp", "correlationId", "traceparent", "retryCount", "retry-count"});

/// One of 64 bits.
std::uint64_t bitOf(std::string_view name)
{
    const std::size_t ends = name.empty() ? 0 : std::size_t(std::uint8_t(name.front())) * 7 + std::uint8_t(name.back());
    return std::uint64_t(1) << ((name.size() * 13 + ends) % 64);
}

} // namespace

KnownHeaders::KnownHeaders(std::span<const HeaderView> headers)
{
    std::uint64_t seen = 0; // of names that are not known
    std::size_t next = 0;
    for (const HeaderView& header : headers) {
        m_haveNull = m_haveNull || !header.value;
        const std::size_t place = kNames.find(header.name, next++);
        if (place == kNames.kNone) {
            const std::uint64_t bit = bitOf(header.name);
            m_mayHaveDuplicates = m_mayHaveDuplicates || (seen & bit) != 0;
            seen |= bit;
            continue;
        }
        m_mayHaveDuplicates = m_mayHaveDuplicates || m_isThere[place];
        m_isThere[place] = true;
        if (header.value && !header.value->empty() && (m_values[place].empty() || base::isUtf8(*header.value)))
            m_values[place] = *header.value;
    }
}

} // namespace sagascope::event
