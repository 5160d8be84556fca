// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/Envelope.h"

namespace sagascope::demo {

namespace {

constexpr const char* kVersion = "1.0";

std::string bodyOf(const PlannedRecord& record, base::Timestamp now, const std::string& timestamp)
{
    nlohmann::ordered_json body{{"eventId", record.eventId},
                                {"eventType", record.eventType},
                                {"timestamp", timestamp},
                                {"version", kVersion},
                                {"source", serviceName(record.publisher)}};
    if (!record.correlationId.empty())
        body["correlationId"] = record.correlationId;
    if (!record.causationId.empty())
        body["causationId"] = record.causationId;
    if (!record.metadata.is_null())
        body["metadata"] = record.metadata;
    nlohmann::ordered_json& payload = body["payload"] = record.payload;
    for (const TimeMember& member : record.times)
        payload[member.name] = base::formatIso8601(now + member.offset);
    return body.dump();
}

} // namespace

kafka::OutgoingRecord wireForm(const PlannedRecord& record, base::Timestamp now)
{
    const std::string timestamp = base::formatIso8601(now);
    kafka::OutgoingRecord wire;
    wire.topic = record.topic;
    wire.key = record.key;
    wire.value = record.bytes ? *record.bytes : bodyOf(record, now, timestamp);
    wire.headers = {{"eventType", record.eventType},
                    {"source", std::string(serviceName(record.publisher))},
                    {"version", kVersion},
                    {"timestamp", timestamp},
                    {"correlationId", record.correlationId}};
    wire.time = now;
    return wire;
}

kafka::OutgoingRecord wireFormOfCopy(const PlannedRecord& record, const kafka::OutgoingRecord& original,
                                     base::Timestamp now)
{
    kafka::OutgoingRecord wire = original;
    wire.topic = record.topic;
    wire.headers.insert(wire.headers.end(), record.addedHeaders.begin(), record.addedHeaders.end());
    if (record.isFailureStamped)
        wire.headers.push_back({"failedAt", base::formatIso8601(now)});
    wire.time = now;
    return wire;
}

} // namespace sagascope::demo
