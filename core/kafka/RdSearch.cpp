// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/RdSearch.h"

#include "core/kafka/RdBatch.h"

namespace sagascope::kafka {
namespace {

std::string_view bytesAt(const void* start, std::size_t size)
{
    return start == nullptr ? std::string_view() : std::string_view(static_cast<const char*>(start), size);
}

bool isInHeaders(const RecordSearch& search, const rd_kafka_message_t& message)
{
    const rd_kafka_headers_t* headers = headersOf(message);
    for (std::size_t i = 0; const auto header = headerAt(headers, i); ++i) {
        if (header->value && search.isIn(*header->value))
            return true;
    }
    return false;
}

} // namespace

bool isSought(const RecordSearch& search, const rd_kafka_message_t& message)
{
    switch (search.by) {
    case RecordSearch::By::Nothing: return true;
    case RecordSearch::By::Key: return message.key != nullptr && search.isKey(bytesAt(message.key, message.key_len));
    case RecordSearch::By::Text: break;
    }
    return search.isIn(bytesAt(message.payload, message.len)) || search.isIn(bytesAt(message.key, message.key_len))
        || isInHeaders(search, message);
}

} // namespace sagascope::kafka
