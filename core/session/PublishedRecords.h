// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/event/RawRecord.h"
#include "core/kafka/Publisher.h"

namespace sagascope::session {

/// Publishes, and knows its own records again when they come back through the consumer: those are shown as "yours".
///
/// The acknowledgement with the coordinates and the record itself race. So a record counts as ours from the moment it
/// is handed to the publisher, by its bytes; once acknowledged, by its coordinates as well.
/// Copies share what they know. Any thread.
class PublishedRecords
{
public:
    PublishedRecords();

    /// publisher.publish(), remembered. `onDelivery` runs where the publisher runs it.
    void publish(kafka::Publisher& publisher, kafka::OutgoingRecord record, kafka::DeliveryCallback onDelivery = {});

    [[nodiscard]] bool contains(const event::RawRecord& record) const;

private:
    struct Ledger;
    std::shared_ptr<Ledger> m_ledger;
};

} // namespace sagascope::session
