// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EventReading.h"

#include "core/catalog/Catalog.h"
#include "core/event/Decoder.h"
#include "core/event/SecretMask.h"
#include "ui/common/CodeText.h"
#include "ui/common/HexText.h"
#include "ui/common/SecretMask.h"

namespace sagascope::ui {
namespace {

void addMember(EventReading& reading, const QString& name, const event::Member& member)
{
    reading.members.push_back({name, toQString(member.text), member.origin});
}

void addText(EventReading& reading, const QString& name, std::string_view text)
{
    if (!text.empty())
        reading.members.push_back({name, toQString(text), event::Origin::Envelope});
}

void readEnvelope(EventReading& reading, const event::Event& event)
{
    addMember(reading, QStringLiteral("eventId"), event.eventId);
    addMember(reading, QStringLiteral("eventType"), event.eventType);
    addMember(reading, QStringLiteral("source"), event.source);
    addMember(reading, QStringLiteral("version"), event.version);
    addMember(reading, QStringLiteral("correlationId"), event.correlationId);
    addMember(reading, QStringLiteral("causationId"), event.causationId);
    addText(reading, QStringLiteral("sagaId"), event.sagaId);
    addText(reading, QStringLiteral("step"), event.sagaStep);
    addText(reading, QStringLiteral("traceparent"), event.traceId);
    reading.payload = documentOf(event.payload);
    reading.metadata = documentOf(event.metadata);
}

ReadBytes bytesOf(std::string_view bytes)
{
    const std::string_view shown = bytes.substr(0, EventReading::kMaxBytes);
    return {std::string(shown), event::masked(shown)};
}

void readHeaders(EventReading& reading, const event::RawRecord& record)
{
    for (const event::HeaderView& header : record.headers) {
        ReadHeader read;
        read.name = toQString(header.name);
        read.isSecret = isSecretName(read.name);
        if (header.value) {
            read.value = textOrHex(*header.value);
            read.bytes = bytesOf(*header.value);
            if (read.isSecret)
                read.bytes.masked = event::kMask;
        }
        read.isSecret = read.isSecret || (read.value && maskedText(*read.value) != *read.value);
        reading.headers.push_back(std::move(read));
    }
}

/// Only what the envelope itself says can agree or disagree with a header.
void compareHeaders(EventReading& reading)
{
    using Match = ReadHeader::Match;
    for (ReadHeader& header : reading.headers) {
        for (const ReadMember& member : reading.members) {
            if (member.name != header.name || !header.value || header.value->isEmpty())
                continue;
            const bool isElsewhere = member.origin == event::Origin::Envelope || member.origin == event::Origin::Metadata;
            header.match = !isElsewhere ? Match::OnlyHere : member.value == *header.value ? Match::Same : Match::Differs;
            header.envelope = isElsewhere ? member.value : QString();
        }
    }
}

void readRaw(EventReading& reading, const event::RawRecord& record)
{
    if (!record.value)
        return;
    reading.valueBytes = bytesOf(*record.value);
    std::string_view bytes = *record.value;
    reading.isRawCut = bytes.size() > EventReading::kMaxRaw;
    reading.isBinary = !isText(bytes);
    bytes = bytes.substr(0, reading.isBinary ? 16 * 1024 : EventReading::kMaxRaw);
    reading.raw = reading.isBinary ? hexDump(bytes) : toQString(bytes);
}

void findCause(EventReading& reading, const session::Snapshot& snapshot)
{
    const base::SagaId saga = snapshot.sagas.sagaOf(reading.event);
    if (reading.row.causationId.isNull() || !saga.isValid())
        return;
    const auto members = snapshot.sagas.saga(saga).events;
    for (const base::EventIndex member : *members) {
        if (snapshot.events.row(member).eventId != reading.row.causationId)
            continue;
        reading.cause = member;
        reading.causeType = toQString(snapshot.events.text(snapshot.events.row(member).type));
        return;
    }
}

void readAgainstRules(EventReading& reading, const session::Snapshot& snapshot, const event::Event& event)
{
    reading.checks = checkEnvelope(event, snapshot.events, snapshot.events.hitsOf(reading.event));
    const catalog::DeclaredTopic* shape = snapshot.catalog ? snapshot.catalog->find(event.eventType.text, reading.topic.toStdString()) : nullptr;
    if (shape && shape->schema && event.payload.isValid())
        reading.hints = hintSchema(reading.payload, *shape->schema, event.payload.serialise());
}

void readRecord(EventReading& reading, const session::Snapshot& snapshot, const event::RawRecord& record)
{
    if (record.key) {
        reading.key = textOrHex(*record.key);
        reading.keyBytes = bytesOf(*record.key);
    }
    readHeaders(reading, record);
    readRaw(reading, record);
    event::Decoder decoder;
    const event::Decoded& decoded = decoder.decode(record);
    if (const auto* event = std::get_if<event::Event>(&decoded)) {
        readEnvelope(reading, *event);
        readAgainstRules(reading, snapshot, *event);
    } else {
        const auto& undecodable = std::get<event::Undecodable>(decoded);
        reading.undecodable = undecodable.reason;
        reading.trouble = event::troubleIn(record.value.value_or(std::string_view()), undecodable);
    }
    compareHeaders(reading);
}

} // namespace

EventReading readEvent(const session::Snapshot& snapshot, base::EventIndex event)
{
    EventReading reading;
    reading.event = event;
    if (!event.isValid() || event.value >= snapshot.events.size())
        return reading;
    reading.row = snapshot.events.row(event);
    reading.topic = toQString(snapshot.events.topicName(reading.row.topic));
    reading.eventType = toQString(snapshot.events.text(reading.row.type));
    findCause(reading, snapshot);
    const auto batch = snapshot.events.record(event);
    if (batch && !batch->isEmpty())
        readRecord(reading, snapshot, batch->records().front());
    else
        reading.failure = batch ? QString() : toQString(batch.error().text());
    return reading;
}

} // namespace sagascope::ui
