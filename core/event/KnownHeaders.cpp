// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/KnownHeaders.h"

#include "core/base/Utf8.h"
#include "core/event/NameIndex.h"

namespace sagascope::event {
namespace {

constexpr NameIndex kNames(std::array<std::string_view, kKnownHeaderCount>{
    "eventType", "source", "version", "timestamp", "correlationId", "traceparent", "retryCount", "retry-count"});

} // namespace

KnownHeaders::KnownHeaders(std::span<const HeaderView> headers)
{
    for (const HeaderView& header : headers) {
        const std::size_t place = kNames.find(header.name);
        if (place == kNames.kNone)
            continue;
        m_isThere[place] = true;
        if (header.value && !header.value->empty() && base::isUtf8(*header.value))
            m_texts[place] = *header.value;
    }
}

} // namespace sagascope::event
