// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/event/Envelope.h"
#include "core/event/Event.h"
#include "core/event/HitList.h"
#include "core/event/KnownHeaders.h"
#include "core/event/RawRecord.h"

namespace sagascope::event {

/// Reads one JSON object as an event: where each member of the envelope comes from, what wraps what, and what of it
/// breaks a rule. Fills an Event; lives for one record.
class EventReader
{
public:
    EventReader(const RawRecord& record, JsonNode body, Event& event);

    void read();

private:
    /// Members of a payload that say something about the event, found in one pass.
    struct PayloadMembers
    {
        PayloadMembers() = default;
        explicit PayloadMembers(JsonNode payload);

        JsonNode originalEvent;
        JsonNode sagaId;
        JsonNode changes;
        JsonNode failedTopic;
    };

    [[nodiscard]] Member member(EnvelopeMember name) const;
    [[nodiscard]] Member member(EnvelopeMember name, KnownHeader header) const;
    [[nodiscard]] Member correlation() const;
    [[nodiscard]] std::string_view header(KnownHeader name) const { return m_headers.text(name); }
    void readPayload();
    void readTime();
    void readSagaAndTrace();
    void readWrapped();

    void checkEnvelope();
    void checkIds();
    void checkCorrelation();
    void checkEventType();
    void checkVersion();
    void checkHeaders();
    void checkKey();
    void checkTopic();
    void checkContent();

    const RawRecord& m_record;
    Event& m_event;
    HitList m_hits;
    KnownHeaders m_headers;
    Envelope m_envelope;
    Envelope m_metadata; ///< test mocks of the platform put the whole envelope into metadata
    PayloadMembers m_ofPayload;
    PayloadMembers m_ofSubject; ///< the same, but for a dead-letter wrapper
    bool m_isWrapper = false;
};

} // namespace sagascope::event
