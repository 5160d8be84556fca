// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/base/Time.h"
#include "core/event/RawRecord.h"

namespace sagascope::test {

/// `00000000-0000-4000-8000-000000000007`: a well-formed id that a person can tell from others.
inline std::string uuid(int number)
{
    char text[40];
    std::snprintf(text, sizeof text, "00000000-0000-4000-8000-%012d", number);
    return text;
}

inline base::Timestamp moment(std::string_view iso)
{
    const auto parsed = base::parseIso8601(iso);
    return parsed ? parsed->time : base::kNoTime;
}

/// The text in quotes, which is JSON as long as it holds no quotes or backslashes itself.
inline std::string jsonText(std::string_view text)
{
    return "\"" + std::string(text) + "\"";
}

/// A Kafka record that owns its bytes: `Record("dreamscape.user.created").at(0, 12).key("u-1").value("{}")`.
/// As it is born it has no key, no headers, a tombstone's value and a broker time.
class Record
{
public:
    explicit Record(std::string topic) : m_topic(std::move(topic)) {}

    Record& at(std::int32_t partition, std::int64_t offset)
    {
        return m_partition = partition, m_offset = offset, *this;
    }
    Record& time(std::string_view iso) { return m_time = moment(iso), *this; } ///< the broker's; "" for none
    Record& timestampType(event::TimestampType type) { return m_timestampType = type, *this; }
    Record& key(std::string key) { return m_key = std::move(key), *this; }
    Record& noKey() { return m_key.reset(), *this; }
    Record& value(std::string value) { return m_value = std::move(value), *this; }
    Record& tombstone() { return m_value.reset(), *this; }
    Record& header(std::string name, std::string value)
    {
        return m_headers.emplace_back(std::move(name), std::move(value)), *this;
    }
    Record& nullHeader(std::string name) { return m_headers.emplace_back(std::move(name), std::nullopt), *this; }
    Record& noHeaders() { return m_headers.clear(), *this; }
    Record& ours() { return m_isOurs = true, *this; }

    [[nodiscard]] const std::string& topic() const { return m_topic; }

    /// Views into this Record: valid until it changes, moves or goes.
    [[nodiscard]] event::RawRecord raw() const
    {
        m_views.clear();
        for (const auto& [name, value] : m_headers)
            m_views.push_back({name, value ? std::optional<std::string_view>(*value) : std::nullopt});
        event::RawRecord raw;
        raw.topic = m_topic;
        raw.partition = m_partition;
        raw.offset = m_offset;
        raw.brokerTime = m_time;
        raw.timestampType = m_time == base::kNoTime ? event::TimestampType::None : m_timestampType;
        raw.key = m_key ? std::optional<std::string_view>(*m_key) : std::nullopt;
        raw.value = m_value ? std::optional<std::string_view>(*m_value) : std::nullopt;
        raw.headers = m_views;
        raw.isOurs = m_isOurs;
        return raw;
    }

private:
    std::string m_topic;
    std::int32_t m_partition = 0;
    std::int64_t m_offset = 0;
    base::Timestamp m_time = moment("2026-03-02T09:41:12.050Z");
    event::TimestampType m_timestampType = event::TimestampType::Create;
    std::optional<std::string> m_key;
    std::optional<std::string> m_value;
    std::vector<std::pair<std::string, std::optional<std::string>>> m_headers;
    bool m_isOurs = false;
    mutable std::vector<event::HeaderView> m_views;
};

/// The JSON body of an event. Members are JSON texts as they will stand there (strings with their quotes); an empty
/// one is left out. As it is born it is complete and right, but carries no correlation.
struct Body
{
    std::string eventId = jsonText(uuid(1));
    std::string eventType = "\"voyage.booking.created\"";
    std::string timestamp = "\"2026-03-02T09:41:12.034Z\"";
    std::string version = "\"1.0\"";
    std::string source = "\"voyage-service\"";
    std::string correlationId;
    std::string causationId;
    std::string metadata;
    std::string payload = R"({"bookingId":"b-1"})";

    [[nodiscard]] std::string json() const
    {
        std::string out = "{";
        const auto add = [&out](std::string_view name, const std::string& value) {
            if (!value.empty())
                out.append(out.size() > 1 ? "," : "").append(jsonText(name)).append(":").append(value);
        };
        add("eventId", eventId);
        add("eventType", eventType);
        add("timestamp", timestamp);
        add("version", version);
        add("source", source);
        add("correlationId", correlationId);
        add("causationId", causationId);
        add("metadata", metadata);
        add("payload", payload);
        return out + "}";
    }
};

/// `payment-service` for `dreamscape.payment.completed`.
inline std::string serviceOf(std::string_view eventType)
{
    return std::string(eventType.substr(0, eventType.find('.'))) + "-service";
}

/// A record that breaks no rule: full envelope, correlation `uuid(1000 + saga)`, the library's five headers, a key.
/// `number` names the event: its id is `uuid(number)`, its offset `number`.
inline Record eventRecord(const std::string& eventType, int number, std::string payload, int saga = 1)
{
    Body body;
    body.eventId = jsonText(uuid(number));
    body.eventType = jsonText(eventType);
    body.source = jsonText(serviceOf(eventType));
    body.correlationId = jsonText(uuid(1000 + saga));
    body.payload = std::move(payload);
    Record record("dreamscape." + eventType);
    record.at(0, number).key("key-1").value(body.json());
    record.header("eventType", eventType).header("source", serviceOf(eventType)).header("version", "1.0");
    record.header("timestamp", "2026-03-02T09:41:12.034Z").header("correlationId", uuid(1000 + saga));
    return record;
}

/// The records, copied, in this order.
inline event::RecordBatch batchOf(const std::vector<Record>& records)
{
    event::RecordBatch batch;
    for (const Record& record : records)
        batch.append(record.raw());
    return batch;
}

} // namespace sagascope::test
