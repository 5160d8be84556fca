// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/event/Envelope.h"
#include "core/event/Event.h"
#include "core/event/HitList.h"
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
    [[nodiscard]] Member member(EnvelopeMember name, std::string_view header) const;
    [[nodiscard]] Member correlation() const;
    [[nodiscard]] std::string_view header(std::string_view name) const;
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
    Envelope m_envelope;
    Envelope m_metadata; ///< test mocks of the platform put the whole envelope into metadata
    bool m_isWrapper = false;
};

} // namespace sagascope::event
