// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/EventReader.h"

#include "core/event/JsonDocument.h"
#include "core/event/TextForms.h"
#include "core/event/Topic.h"

namespace sagascope::event {
namespace {

using base::Rule;

Member present(std::string_view text, Origin origin)
{
    return text.empty() ? Member{} : Member{text, origin};
}

} // namespace

EventReader::EventReader(const RawRecord& record, JsonNode body, Event& event)
    : m_record(record),
      m_event(event),
      m_hits(event.hits),
      m_headers(record.headers),
      m_envelope(body),
      m_metadata(m_envelope.node(EnvelopeMember::Metadata))
{
    m_event.body = body;
}

void EventReader::read()
{
    m_event.topicRole = topicRole(m_record.topic);
    m_event.eventId = member(EnvelopeMember::EventId);
    m_event.eventType = member(EnvelopeMember::EventType, KnownHeader::EventType);
    if (!m_event.eventType.isPresent())
        m_event.eventType = {topicSuffix(m_record.topic), Origin::Topic};
    m_event.source = member(EnvelopeMember::Source, KnownHeader::Source);
    m_event.version = member(EnvelopeMember::Version, KnownHeader::Version);
    m_event.correlationId = correlation();
    m_event.causationId = member(EnvelopeMember::CausationId);
    m_event.metadata = m_envelope.node(EnvelopeMember::Metadata);
    readPayload();
    readTime();
    readWrapped();
    readSagaAndTrace();

    checkEnvelope();
    checkIds();
    checkCorrelation();
    checkEventType();
    checkVersion();
    checkHeaders();
    checkKey();
    checkTopic();
    checkContent();
}

EventReader::PayloadMembers::PayloadMembers(JsonNode payload)
{
    payload.forEachMember([this](std::string_view name, JsonNode value) {
        if (name == "originalEvent")
            originalEvent = value;
        else if (name == "sagaId")
            sagaId = value;
        else if (name == "changes")
            changes = value;
        else if (name == "failedTopic")
            failedTopic = value;
    });
}

Member EventReader::member(EnvelopeMember name) const
{
    if (const auto text = m_envelope.text(name); !text.empty())
        return {text, Origin::Envelope};
    return present(m_metadata.text(name), Origin::Metadata);
}

Member EventReader::member(EnvelopeMember name, KnownHeader headerName) const
{
    const Member inBody = member(name);
    return inBody.isPresent() ? inBody : present(header(headerName), Origin::Header);
}

Member EventReader::correlation() const
{
    if (const auto text = m_envelope.text(EnvelopeMember::CorrelationId); !text.empty())
        return {text, Origin::Envelope};
    if (const auto text = header(KnownHeader::CorrelationId); !text.empty())
        return {text, Origin::Header};
    return present(m_metadata.text(EnvelopeMember::CorrelationId), Origin::Metadata);
}

void EventReader::readPayload()
{
    m_event.isBare = m_envelope.isMissing();
    m_event.payload = m_event.isBare ? m_event.body : m_envelope.node(EnvelopeMember::Payload);
    if (!m_event.payload.isValid())
        m_event.payload = m_metadata.node(EnvelopeMember::Payload);
    m_ofPayload = PayloadMembers(m_event.payload);
}

void EventReader::readTime()
{
    const Member text = member(EnvelopeMember::Timestamp, KnownHeader::Timestamp);
    if (!text.isPresent())
        return;
    const auto parsed = base::parseIso8601(text.text);
    if (!parsed) {
        m_hits.add(Rule::TimestampInvalid, text.text);
        return;
    }
    if (!parsed->hasZone)
        m_hits.add(Rule::TimestampNoZone, text.text);
    m_event.producerTime = parsed->time;
    m_event.producerTimeOrigin = text.origin;
}

void EventReader::readWrapped()
{
    const JsonNode original = m_ofPayload.originalEvent;
    m_isWrapper = m_event.eventType.text == "dead_letter.event" || original.isObject();
    if (!original.isObject()) {
        m_ofSubject = m_ofPayload;
        return;
    }
    const Envelope envelope(original);
    m_event.wrapped = original;
    m_event.wrappedEventId = envelope.text(EnvelopeMember::EventId);
    m_event.wrappedEventType = envelope.text(EnvelopeMember::EventType);
    m_ofSubject = PayloadMembers(m_event.subject());
}

void EventReader::readSagaAndTrace()
{
    m_event.sagaId = m_event.metadata.member("sagaId").text().value_or("");
    if (m_event.sagaId.empty())
        m_event.sagaId = m_ofSubject.sagaId.text().value_or("");
    m_event.sagaStep = m_event.metadata.member("step").text().value_or("");
    m_event.traceId = traceIdOf(header(KnownHeader::Traceparent));
    if (m_event.traceId.empty())
        m_event.traceId = traceIdOf(m_event.metadata.member("traceparent").text().value_or(""));
}

} // namespace sagascope::event
