// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

#include "core/base/Ids.h"
#include "core/store/EventStore.h"
#include "ui/common/JsonDiff.h"

namespace sagascope::ui {

enum class EventPart : std::uint8_t {
    Record,   ///< topic, key, and the value where it holds no event
    Envelope, ///< the body's members but the payload
    Headers,
    Payload,
};

struct EventChange
{
    EventPart part = EventPart::Payload;
    JsonChange change; ///< its pointer starts at the part

    friend bool operator==(const EventChange&, const EventChange&) = default;
};

/// Where two events differ, as they lay on the wire: a member that went from the envelope into a header is one that was
/// removed here and added there. Of headers that repeat a name each is compared with its like. A value.
struct EventDiff
{
    std::vector<EventChange> changes; ///< by part
    bool isRead = true;               ///< false: a record could not be read back; there are no changes then
    QString failure;                  ///< why, in the words of the store
    bool isCut = false;               ///< only the first JsonDocument::kMaxItems values of a part were compared

    [[nodiscard]] std::size_t count(JsonChange::Kind kind) const;
};

/// Secrets are masked in what it tells. Reads both records: for a worker.
[[nodiscard]] EventDiff diffEvents(const store::EventStore::View& events, base::EventIndex left, base::EventIndex right);

} // namespace sagascope::ui
