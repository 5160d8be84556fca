// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

#include "core/event/Envelope.h"
#include "core/event/Event.h"
#include "core/event/JsonDocument.h"

namespace sagascope::event {

/// Where in a document everything stands that an event is read from: nothing in here depends on what the texts and numbers are,
/// so that documents of one shape have one layout. Places are the tape's; 0 is nowhere.
struct EventLayout
{
    using Place = std::uint32_t;

    EventLayout() = default;
    /// The document's root is an object.
    explicit EventLayout(const JsonDocument& document);

    Envelope envelope;
    Envelope metadata; ///< test mocks of the platform put the whole envelope into metadata
    bool isBare = false;
    Place payload = 0;
    Place original = 0; ///< the object that a dead-letter wrapper wraps
    bool hasStaleDiff = false; ///< a change map whose old values are all null
    // Texts, each of them:
    Place originalId = 0;
    Place originalType = 0;
    Place failedTopic = 0;
    Place metadataSagaId = 0;
    Place payloadSagaId = 0; ///< of the wrapped event, where there is one
    Place sagaStep = 0;
    Place traceparent = 0;

private:
    void readMetadata(const JsonDocument& document);
    void readPayload(const JsonDocument& document);
};

} // namespace sagascope::event
