// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/EventReader.h"

#include <algorithm>

#include "core/base/Utf8.h"
#include "core/event/TextForms.h"
#include "core/event/Topic.h"

namespace sagascope::event {
namespace {

using base::Rule;

constexpr std::string_view kCorrelationHeader = "correlationId";

/// Members that cannot be read from a header on the platform.
constexpr std::string_view kNoHeader;

Member present(std::string_view text, Origin origin)
{
    return text.empty() ? Member{} : Member{text, origin};
}

} // namespace

EventReader::EventReader(const RawRecord& record, JsonNode body, Event& event)
    : m_record(record),
      m_event(event),
      m_hits(event.hits),
      m_envelope(body),
      m_metadata(m_envelope.node(EnvelopeMember::Metadata))
{
    m_event.body = body;
}

void EventReader::read()
{
    m_event.topicRole = topicRole(m_record.topic);
    m_event.eventId = member(EnvelopeMember::EventId, kNoHeader);
    m_event.eventType = member(EnvelopeMember::EventType, "eventType");
    if (!m_event.eventType.isPresent())
        m_event.eventType = {topicSuffix(m_record.topic), Origin::Topic};
    m_event.source = member(EnvelopeMember::Source, "source");
    m_event.version = member(EnvelopeMember::Version, "version");
    m_event.correlationId = correlation();
    m_event.causationId = member(EnvelopeMember::CausationId, kNoHeader);
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

Member EventReader::member(EnvelopeMember name, std::string_view headerName) const
{
    if (const auto text = m_envelope.text(name); !text.empty())
        return {text, Origin::Envelope};
    if (const auto text = m_metadata.text(name); !text.empty())
        return {text, Origin::Metadata};
    return headerName.empty() ? Member{} : present(header(headerName), Origin::Header);
}

Member EventReader::correlation() const
{
    if (const auto text = m_envelope.text(EnvelopeMember::CorrelationId); !text.empty())
        return {text, Origin::Envelope};
    if (const auto text = header(kCorrelationHeader); !text.empty())
        return {text, Origin::Header};
    return present(m_metadata.text(EnvelopeMember::CorrelationId), Origin::Metadata);
}

/// The last value of that name that says something; what is no text counts as nothing.
std::string_view EventReader::header(std::string_view name) const
{
    std::string_view value;
    for (const HeaderView& candidate : m_record.headers) {
        if (candidate.name == name && candidate.value && !candidate.value->empty() && base::isUtf8(*candidate.value))
            value = *candidate.value;
    }
    return value;
}

void EventReader::readPayload()
{
    m_event.isBare = m_envelope.isMissing();
    if (m_event.isBare) {
        m_event.payload = m_event.body;
        return;
    }
    m_event.payload = m_envelope.node(EnvelopeMember::Payload);
    if (!m_event.payload.isValid())
        m_event.payload = m_metadata.node(EnvelopeMember::Payload);
}

void EventReader::readTime()
{
    const Member text = member(EnvelopeMember::Timestamp, "timestamp");
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
    const JsonNode original = m_event.payload.member("originalEvent");
    m_isWrapper = m_event.eventType.text == "dead_letter.event" || original.isObject();
    if (!original.isObject())
        return;
    const Envelope envelope(original);
    m_event.wrapped = original;
    m_event.wrappedEventId = envelope.text(EnvelopeMember::EventId);
    m_event.wrappedEventType = envelope.text(EnvelopeMember::EventType);
}

void EventReader::readSagaAndTrace()
{
    m_event.sagaId = m_event.metadata.member("sagaId").text().value_or("");
    if (m_event.sagaId.empty())
        m_event.sagaId = m_event.subject().member("sagaId").text().value_or("");
    m_event.sagaStep = m_event.metadata.member("step").text().value_or("");
    m_event.traceId = traceIdOf(header("traceparent"));
    if (m_event.traceId.empty())
        m_event.traceId = traceIdOf(m_event.metadata.member("traceparent").text().value_or(""));
}

} // namespace sagascope::event
