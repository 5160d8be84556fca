// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/PromptHandler.h"

namespace sagascope::demo {

void PromptHandler::handle(const event::RecordBatch& batch, kafka::GroupConsumer& consumer)
{
    m_readings.clear();
    for (const event::RawRecord& record : batch.records()) {
        if (const auto reading = m_log.read(record))
            m_readings.push_back(*reading);
        m_log.markDone(ReadingLog::partitionOf(record), record.offset);
    }
    m_director.hasRead(m_readings);
    m_log.commit(consumer);
}

} // namespace sagascope::demo
