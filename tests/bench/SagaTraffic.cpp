// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/SagaTraffic.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <string_view>

#include "core/base/Hash.h"
#include "core/base/Time.h"

namespace sagascope::bench {
namespace {

using namespace std::chrono_literals;
using Steps = std::span<const std::string_view>;

constexpr std::array<std::string_view, 7> kPaid = {
    "voyage.booking.created", "payment.initiated", "payment.completed", "voyage.booking.confirmed",
    "notification.email.requested", "notification.inapp.created", "voyage.booking.updated"};
constexpr std::array<std::string_view, 6> kDeclined = {
    "voyage.booking.created", "payment.initiated", "payment.failed", "voyage.booking.cancelled",
    "notification.email.requested", "notification.inapp.created"};
constexpr std::array<std::string_view, 7> kRefunded = {
    "voyage.booking.created", "payment.initiated", "payment.completed", "voyage.booking.confirmed",
    "payment.refunded", "notification.email.requested", "notification.inapp.created"};
constexpr std::size_t kMostSteps = 7;
constexpr std::uint64_t kTicksBetweenSteps = 500;

/// Of twenty bookings twelve are paid, five declined and three refunded.
Steps stepsOf(std::uint64_t saga)
{
    const std::uint64_t kind = saga % 20;
    return kind < 12 ? Steps(kPaid) : kind < 17 ? Steps(kDeclined) : Steps(kRefunded);
}

/// The number in the form of a version 4 UUID; another for every number.
std::string uuidOf(std::uint64_t number)
{
    std::string id = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx";
    std::uint64_t bits = number * 0x9E3779B97F4A7C15ULL;
    for (char& c : id) {
        if (c != 'x')
            continue;
        c = "0123456789abcdef"[bits & 15U];
        bits = (bits >> 4U) | (bits << 60U);
    }
    return id;
}

std::string eventId(std::uint64_t saga, std::size_t step)
{
    return uuidOf(saga * 16 + step + 1);
}

std::string databaseId(std::uint64_t saga)
{
    return "clz" + std::to_string(1'000'000'000'000 + saga) + "p0001";
}

/// `BOOK-YYYYMMDD-XXXXX`; a new day for every 36^4 bookings.
std::string reference(std::uint64_t saga)
{
    std::string text = "BOOK-" + std::to_string(20'200'000 + saga / 1'679'616) + "-";
    for (std::uint64_t rest = saga % 1'679'616, i = 0; i < 4; ++i, rest /= 36)
        text += "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest % 36];
    return text;
}

/// Nobody books twice within the time that inference looks at: how dense a crowd is must not depend on how much came
/// before.
std::string userOf(std::uint64_t saga)
{
    return uuidOf(saga % 2'000'000 + 7);
}

std::string_view serviceOf(std::string_view type)
{
    return type.starts_with("voyage") ? "voyage-service" : type.starts_with("payment") ? "payment-service" : "user-service";
}

const base::Timestamp kStart = base::fromUnixMilliseconds(1'772'445'600'000);

void addText(std::string& json, std::string_view name, std::string_view value)
{
    json.append(json.back() == '{' ? "\"" : ",\"").append(name).append("\":\"").append(value).append("\"");
}

} // namespace

event::RawRecord SagaTraffic::next()
{
    for (;; ++m_step) {
        if (m_step == kMostSteps) {
            m_step = 0;
            ++m_tick;
        }
        const std::uint64_t age = m_step * kTicksBetweenSteps;
        if (m_tick < age)
            continue;
        const std::uint64_t saga = m_tick - age;
        if (m_step >= stepsOf(saga).size())
            continue;
        write(saga, m_step);
        return record(stepsOf(saga)[m_step++]);
    }
}

event::RawRecord SagaTraffic::nextOfOneSaga()
{
    constexpr std::string_view kType = "voyage.booking.updated";
    const std::string_view type = m_tick == 0 ? kPaid[0] : kType;
    m_timestamp = base::formatIso8601(kStart + m_tick * 1ms);
    m_value = "{";
    addText(m_value, "eventId", uuidOf(m_tick + 1));
    addText(m_value, "eventType", type);
    addText(m_value, "timestamp", m_timestamp);
    addText(m_value, "version", "1.0");
    addText(m_value, "source", "voyage-service");
    addText(m_value, "correlationId", "8c0f3f5e-0000-4000-8000-000000000001");
    if (m_tick > 0)
        addText(m_value, "causationId", uuidOf((m_tick - 1) / 8 + 1));
    m_value += ",\"payload\":{\"bookingId\":\"BK-1\",\"status\":\"PENDING\"}}";
    ++m_tick;
    return record(type);
}

event::RawRecord SagaTraffic::nextOfOneId(bool isDelivery)
{
    constexpr std::string_view kType = "voyage.booking.created";
    m_timestamp = base::formatIso8601(kStart + (isDelivery ? 0 : m_tick) * 1ms);
    m_value = "{";
    addText(m_value, "eventId", uuidOf(1));
    addText(m_value, "eventType", kType);
    addText(m_value, "timestamp", m_timestamp);
    m_value += ",\"payload\":{\"bookingId\":\"" + databaseId(isDelivery ? 0 : m_tick) + "\",\"totalAmount\":482}}";
    ++m_tick;
    return record(kType);
}

void SagaTraffic::write(std::uint64_t saga, std::size_t step)
{
    const std::string_view type = stepsOf(saga)[step];
    m_timestamp = base::formatIso8601(kStart + m_tick * 1ms);
    m_value = "{";
    addText(m_value, "eventId", eventId(saga, step));
    addText(m_value, "eventType", type);
    addText(m_value, "timestamp", m_timestamp);
    addText(m_value, "version", "1.0");
    addText(m_value, "source", serviceOf(type));
    if (m_dialect == Dialect::Specification) {
        addText(m_value, "correlationId", uuidOf(saga * 16));
        if (step > 0)
            addText(m_value, "causationId", eventId(saga, std::min<std::size_t>(step - 1, 3)));
    }
    m_value += ",\"payload\":{";
    writePayload(saga, type);
    m_value += "}}";
}

void SagaTraffic::writePayload(std::uint64_t saga, std::string_view type)
{
    const bool isPlatform = m_dialect == Dialect::Platform;
    const bool isOfVoyage = type.starts_with("voyage");
    std::string payload = "{";
    if (type.starts_with("notification")) {
        m_value += "\"userId\":\"" + userOf(saga) + "\",\"metadata\":{\"bookingId\":\""
            + (isPlatform ? reference(saga) : databaseId(saga)) + "\"}";
        return;
    }
    addText(payload, "bookingId", isPlatform && !isOfVoyage ? reference(saga) : databaseId(saga));
    addText(payload, "userId", userOf(saga));
    if (type == "voyage.booking.confirmed")
        addText(payload, "confirmationNumber", reference(saga));
    if (!isOfVoyage || type == "voyage.booking.confirmed")
        addText(payload, "paymentId", "pi_" + std::to_string(saga));
    addText(payload, "currency", "EUR");
    payload += std::string(isOfVoyage ? ",\"totalAmount\":" : ",\"amount\":") + std::to_string(100 + saga % 900) + ".5";
    m_value += payload.substr(1);
}

event::RawRecord SagaTraffic::record(std::string_view type)
{
    m_topic.assign("dreamscape.").append(type);
    event::RawRecord record;
    record.topic = m_topic;
    record.partition = 0;
    record.offset = m_offset++;
    record.brokerTime = base::parseIso8601(m_timestamp)->time + 4ms;
    record.timestampType = event::TimestampType::Create;
    m_key = "key";
    record.key = m_key;
    record.value = m_value;
    return record;
}

} // namespace sagascope::bench
