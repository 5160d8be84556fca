// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Ids.h"
#include "core/event/Decoder.h"
#include "core/store/EventStore.h"

namespace sagascope::store {

/// Reads single events of a store again, one after the other. What it hands out is valid until the next read().
/// One thread; the view keeps the events alive.
class EventReader
{
public:
    explicit EventReader(EventStore::View events) : m_events(std::move(events)) {}

    /// Null when there is no such record, it cannot be read, or it holds no event; record() tells the last apart.
    const event::Event* read(base::EventIndex event);
    /// What was read last, before decoding; null when it could not be read.
    [[nodiscard]] const event::RawRecord* record() const { return m_batch.isEmpty() ? nullptr : &m_batch.records().front(); }

private:
    EventStore::View m_events;
    event::Decoder m_decoder;
    event::RecordBatch m_batch;
    event::Decoded m_decoded;
};

} // namespace sagascope::store
