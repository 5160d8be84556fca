// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/EventReader.h"

#include <utility>
#include <variant>

namespace sagascope::store {

const event::Event* EventReader::read(base::EventIndex event)
{
    m_batch = event::RecordBatch();
    if (!event.isValid() || event.value >= m_events.size())
        return nullptr;
    if (auto batch = m_events.record(event))
        m_batch = std::move(batch).value();
    if (m_batch.isEmpty())
        return nullptr;
    m_decoded = m_decoder.decode(m_batch.records().front());
    return std::get_if<event::Event>(&m_decoded);
}

} // namespace sagascope::store
