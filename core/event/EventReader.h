// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

#include "core/event/Event.h"
#include "core/event/EventLayout.h"
#include "core/event/HitList.h"
#include "core/event/KnownHeaders.h"
#include "core/event/RawRecord.h"
#include "core/event/TopicTable.h"

namespace sagascope::event {

/// Reads one JSON object as an event: where each member of the envelope comes from, what wraps what, and what of it
/// breaks a rule. Sets every member of an Event, and adds to its hits; lives for one record.
class EventReader
{
public:
    /// What is known of the record before its members are read.
    struct Source
    {
        const RawRecord& record;
        const TopicFacts& topic;
        const JsonDocument& document;
        const EventLayout& layout;
    };
    EventReader(const Source& source, Event& event);

    void read();

private:
    [[nodiscard]] std::string_view text(EventLayout::Place place) const
    {
        return place == 0 ? std::string_view() : m_tape.text(place);
    }
    [[nodiscard]] std::string_view inEnvelope(EnvelopeMember name) const { return m_layout.envelope.text(m_tape, name); }
    [[nodiscard]] std::string_view inMetadata(EnvelopeMember name) const { return m_layout.metadata.text(m_tape, name); }
    [[nodiscard]] std::string_view header(KnownHeader name) const { return m_headers.text(name); }
    [[nodiscard]] std::string_view topicSuffix() const { return m_record.topic.substr(m_topic.suffixStart); }
    /// Written where they belong: as a result they would be written in parts and copied whole, which processors wait for.
    void readMember(Member& member, EnvelopeMember name) const;
    void readMember(Member& member, EnvelopeMember name, KnownHeader header) const;
    void readCorrelation(Member& member) const;
    void readNodes();
    void readTime();
    void readSagaAndTrace();

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
    const TopicFacts& m_topic;
    const JsonDocument& m_document;
    const JsonTape& m_tape;
    const EventLayout& m_layout;
    Event& m_event;
    HitList m_hits;
    KnownHeaders m_headers;
    bool m_isWrapper = false;
};

} // namespace sagascope::event
