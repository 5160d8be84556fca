// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/RecordPreview.h"

#include <algorithm>

#include "core/kafka/Partitioner.h"

namespace sagascope::compose {
namespace {

using catalog::SchemaProblem;

constexpr std::string_view kPrefix = "dreamscape.";
constexpr std::size_t kLongestTopic = 249; ///< Kafka's own limit

/// The order in which the services' library writes the envelope; members without a value vanish, as in JavaScript.
Json envelope(const Draft& draft, const std::string& timestamp)
{
    Json body = Json::object();
    body["eventId"] = draft.eventId;
    body["eventType"] = draft.eventType;
    body["timestamp"] = timestamp;
    body["version"] = draft.version;
    body["source"] = draft.source;
    if (!draft.correlationId.empty())
        body["correlationId"] = draft.correlationId;
    if (!draft.causationId.empty())
        body["causationId"] = draft.causationId;
    if (!draft.metadata.is_null())
        body["metadata"] = draft.metadata;
    body["payload"] = draft.payload;
    return body;
}

std::vector<kafka::OutgoingHeader> headersOf(const Draft& draft, const std::string& timestamp)
{
    std::vector<kafka::OutgoingHeader> headers{
        {"eventType", draft.eventType},
        {"source", draft.source},
        {"version", draft.version},
        {"timestamp", timestamp},
        {"correlationId", draft.correlationId},
    };
    headers.insert(headers.end(), draft.extraHeaders.begin(), draft.extraHeaders.end());
    return headers;
}

std::optional<std::string> keyOf(const Draft& draft, const Json& body, const catalog::DeclaredTopic* topic)
{
    if (draft.hasNullKey)
        return std::nullopt;
    if (draft.key)
        return draft.key;
    const Json* field = topic ? valueAt(body, topic->keyPointer(draft.eventType)) : nullptr;
    const bool hasField = topic && !topic->keyPointer(draft.eventType).empty() && field && field->is_string();
    return hasField && !field->get_ref<const std::string&>().empty() ? field->get<std::string>() : draft.eventId;
}

bool isVersion(std::string_view text)
{
    const std::size_t point = text.find('.');
    const auto isNumber = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    return point != std::string_view::npos && isNumber(text.substr(0, point)) && isNumber(text.substr(point + 1));
}

void require(std::vector<catalog::SchemaViolation>& out, const std::string& pointer, bool isGood, SchemaProblem problem,
             const std::string& argument, const std::string& what)
{
    if (!isGood)
        out.push_back({pointer, problem, argument, pointer + " " + what});
}

void checkEnvelope(const Draft& draft, const std::string& timestamp, std::vector<catalog::SchemaViolation>& out)
{
    require(out, "/eventId", !draft.eventId.empty(), SchemaProblem::Missing, "eventId", "is missing");
    require(out, "/eventType", !draft.eventType.empty(), SchemaProblem::Missing, "eventType", "is missing");
    require(out, "/source", !draft.source.empty(), SchemaProblem::Missing, "source", "is missing");
    require(out, "/version", isVersion(draft.version), SchemaProblem::Pattern, "^\\d+\\.\\d+$",
            "does not read like 1.0");
    const auto time = base::parseIso8601(timestamp);
    require(out, "/timestamp", time && time->hasZone, SchemaProblem::Format, "date-time", "is no date-time");
    require(out, "/metadata", draft.metadata.is_null() || draft.metadata.is_object(), SchemaProblem::Type, "object",
            "must be of type object");
    require(out, "/payload", draft.payload.is_object(), SchemaProblem::Type, "object", "must be of type object");
}

void checkPayload(const Draft& draft, const catalog::DeclaredTopic* topic, RecordPreview& out)
{
    if (!topic || !topic->schema || !draft.payload.is_object())
        return;
    const auto verdict = topic->schema->inspect(toJsonText(draft.payload));
    for (catalog::SchemaViolation violation : verdict.violations) {
        violation.pointer = "/payload" + violation.pointer;
        violation.message = "payload: " + violation.message;
        out.violations.push_back(std::move(violation));
    }
    for (const std::string& pointer : verdict.extraFields)
        out.extraFields.push_back("/payload" + pointer);
}

std::size_t sizeOf(const RecordPreview& preview)
{
    std::size_t size = preview.body.size() + (preview.key ? preview.key->size() : 0);
    for (const kafka::OutgoingHeader& header : preview.headers)
        size += header.name.size() + (header.value ? header.value->size() : 0);
    return size;
}

bool isTopicName(std::string_view name)
{
    return !name.empty() && name.size() <= kLongestTopic && name != "." && name != ".." &&
           std::all_of(name.begin(), name.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
                      c == '_' || c == '-';
           });
}

} // namespace

RecordPreview RecordPreview::of(const Draft& draft, const catalog::Catalog& catalog, base::Timestamp now,
                                std::optional<std::int32_t> partitions)
{
    const catalog::DeclaredTopic* topic = catalog.eventType(draft.eventType);
    const std::string timestamp = draft.timestamp.empty() ? base::formatIso8601(now) : draft.timestamp;
    const Json body = envelope(draft, timestamp);

    RecordPreview preview;
    preview.isTypeKnown = topic != nullptr;
    preview.isOverridden = draft.isValidationOverridden;
    preview.topic = !draft.topic.empty() ? draft.topic : topic ? topic->name : std::string(kPrefix) + draft.eventType;
    preview.body = toJsonText(body);
    preview.headers = headersOf(draft, timestamp);
    preview.key = keyOf(draft, body, topic);
    const catalog::DeclaredTopic* target = catalog.topic(preview.topic);
    const std::int32_t count = partitions.value_or(target ? target->partitions : 0);
    preview.isPartitionFixed = draft.partition.has_value();
    if (draft.partition)
        preview.partition = draft.partition;
    else if (preview.key && count > 0)
        preview.partition = kafka::partitionOfKey(*preview.key, count);
    preview.size = sizeOf(preview);
    checkEnvelope(draft, timestamp, preview.violations);
    checkPayload(draft, topic, preview);
    return preview;
}

base::Result<kafka::OutgoingRecord> RecordPreview::outgoing() const
{
    if (!isTopicName(topic))
        return base::Error{base::ErrorCode::InvalidArgument, topic, "this is no name that Kafka takes for a topic"};
    if (!isValid() && !isOverridden)
        return base::Error{base::ErrorCode::Refused, violations.front().pointer, violations.front().message};
    kafka::OutgoingRecord record;
    record.topic = topic;
    if (isPartitionFixed)
        record.partition = partition; // otherwise the publisher computes the same from the real number of partitions
    record.key = key;
    record.value = body;
    record.headers = headers;
    return record;
}

} // namespace sagascope::compose
