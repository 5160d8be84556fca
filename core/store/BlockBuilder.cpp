// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockBuilder.h"

#include <algorithm>
#include <cassert>
#include <limits>
#include <span>

#include "core/store/BlockCodec.h"
#include "core/store/RecordCodec.h"

namespace sagascope::store {

bool BlockBuilder::hasRoomFor(const event::RawRecord& record) const
{
    return m_records == 0 || (m_capacity - m_used >= encodedSize(record) && m_records < std::numeric_limits<std::uint16_t>::max());
}

BlockBuilder::Position BlockBuilder::append(const event::RawRecord& record)
{
    assert(hasRoomFor(record));
    const std::size_t size = encodedSize(record);
    if (m_records == 0) {
        m_capacity = std::max(kBlockSize, size);
        m_memory.reset(new char[m_capacity]);
    }
    encode(record, std::span(m_memory.get() + m_used, size));
    m_used += size;
    if (record.brokerTime != base::kNoTime) {
        m_first = m_first == base::kNoTime ? record.brokerTime : std::min(m_first, record.brokerTime);
        m_last = std::max(m_last, record.brokerTime); // kNoTime is before every moment
    }
    return {m_number, static_cast<std::uint16_t>(m_records++)};
}

RecordBlock BlockBuilder::open() const
{
    return {m_number, m_records, {std::string_view(m_memory.get(), m_used), m_memory}, m_first, m_last};
}

RecordBlock BlockBuilder::take()
{
    RecordBlock taken = open();
    *this = {};
    m_number = taken.number + 1;
    return taken;
}

} // namespace sagascope::store
