// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/EventReader.h"

#include "core/event/TextForms.h"

namespace sagascope::event {
namespace {

using base::Rule;

/// An empty text counts as absent.
inline void set(Member& member, std::string_view text, Origin origin)
{
    member.text = text;
    member.origin = text.empty() ? Origin::None : origin;
}

} // namespace

EventReader::EventReader(const Source& source, Event& event)
    : m_record(source.record),
      m_topic(source.topic),
      m_document(source.document),
      m_tape(source.document.tape()),
      m_layout(source.layout),
      m_event(event),
      m_hits(event.hits),
      m_headers(source.record.headers)
{
}

void EventReader::read()
{
    m_event.topicRole = m_topic.role;
    readMember(m_event.eventId, EnvelopeMember::EventId);
    readMember(m_event.eventType, EnvelopeMember::EventType, KnownHeader::EventType);
    if (!m_event.eventType.isPresent())
        m_event.eventType = {topicSuffix(), Origin::Topic};
    readMember(m_event.source, EnvelopeMember::Source, KnownHeader::Source);
    readMember(m_event.version, EnvelopeMember::Version, KnownHeader::Version);
    readCorrelation(m_event.correlationId);
    readMember(m_event.causationId, EnvelopeMember::CausationId);
    readNodes();
    readTime();
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

void EventReader::readMember(Member& member, EnvelopeMember name) const
{
    set(member, inEnvelope(name), Origin::Envelope);
    if (!member.isPresent())
        set(member, inMetadata(name), Origin::Metadata);
}

void EventReader::readMember(Member& member, EnvelopeMember name, KnownHeader headerName) const
{
    readMember(member, name);
    if (!member.isPresent())
        set(member, header(headerName), Origin::Header);
}

void EventReader::readCorrelation(Member& member) const
{
    set(member, inEnvelope(EnvelopeMember::CorrelationId), Origin::Envelope);
    if (!member.isPresent())
        set(member, header(KnownHeader::CorrelationId), Origin::Header);
    if (!member.isPresent())
        set(member, inMetadata(EnvelopeMember::CorrelationId), Origin::Metadata);
}

void EventReader::readNodes()
{
    m_event.body = m_document.root();
    m_event.isBare = m_layout.isBare;
    m_event.metadata = m_document.node(m_layout.envelope.place(EnvelopeMember::Metadata));
    m_event.payload = m_document.node(m_layout.payload);
    m_event.wrapped = m_document.node(m_layout.original);
    m_event.wrappedEventId = text(m_layout.originalId);
    m_event.wrappedEventType = text(m_layout.originalType);
    m_isWrapper = m_layout.original != 0 || m_event.eventType.text == "dead_letter.event";
}

void EventReader::readTime()
{
    m_event.producerTime = base::kNoTime;
    m_event.producerTimeOrigin = Origin::None;
    Member text;
    readMember(text, EnvelopeMember::Timestamp, KnownHeader::Timestamp);
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

void EventReader::readSagaAndTrace()
{
    m_event.sagaId = text(m_layout.metadataSagaId);
    if (m_event.sagaId.empty())
        m_event.sagaId = text(m_layout.payloadSagaId);
    m_event.sagaStep = text(m_layout.sagaStep);
    m_event.traceId = traceIdOf(header(KnownHeader::Traceparent));
    if (m_event.traceId.empty())
        m_event.traceId = traceIdOf(text(m_layout.traceparent));
}

} // namespace sagascope::event
