// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/support/Traffic.h"

#include <chrono>
#include <thread>

#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"

namespace sagascope::test {
namespace {

std::string timeText(int milliseconds)
{
    return base::formatIso8601(moment("2026-11-23T10:00:00Z") + std::chrono::milliseconds(milliseconds));
}

} // namespace

std::shared_ptr<const catalog::Catalog> builtInCatalog()
{
    static const auto catalog = catalog::Catalog::load();
    EXPECT_TRUE(catalog.isOk());
    return *catalog;
}

Record StoryWriter::event(const std::string& type, const std::string& source, int number, int atMilliseconds,
                          int eventNumber, int causeNumber, const std::string& fields)
{
    const std::string time = timeText(atMilliseconds);
    const std::string booking = "BK-" + std::to_string(number);
    std::string value = R"({"eventId":")" + uuid(eventNumber) + R"(","eventType":")" + type + R"(","timestamp":")" +
                        time + R"(","version":"1.0","source":")" + source + R"(","correlationId":")" +
                        uuid(1'000'000 + number) + '"';
    if (causeNumber > 0)
        value += R"(,"causationId":")" + uuid(causeNumber) + '"';
    value += R"(,"payload":{"bookingId":")" + booking + R"(","userId":"user-)" + std::to_string(number % 50) + '"' +
             (fields.empty() ? "" : "," + fields) + "}}";
    const std::string topic = "dreamscape." + type;
    Record record(topic);
    const int partition = number % 3;
    record.at(partition, m_nextOffset[topic + std::to_string(partition)]++).time(time).key(booking).value(value);
    record.header("eventType", type).header("correlationId", uuid(1'000'000 + number));
    return record;
}

Record StoryWriter::raw(const std::string& topic, int atMilliseconds, const std::string& value)
{
    Record record(topic);
    record.at(0, m_nextOffset[topic + "0"]++).time(timeText(atMilliseconds)).value(value);
    return record;
}

std::vector<Record> StoryWriter::confirmedBooking(int number, int at)
{
    const int id = number * 10;
    const std::string payment =
        R"("paymentId":"pay-)" + std::to_string(number) + R"(","amount":850.0,"currency":"EUR")";
    return {event("voyage.booking.created", "voyage-service", number, at, id + 1, 0),
            event("payment.initiated", "payment-service", number, at + 120, id + 2, id + 1, payment),
            event("payment.completed", "payment-service", number, at + 900, id + 3, id + 2, payment),
            event("voyage.booking.confirmed", "voyage-service", number, at + 1000, id + 4, id + 3),
            event("notification.email.requested", "user-service", number, at + 1100, id + 5, id + 3)};
}

std::vector<Record> StoryWriter::cancelledBooking(int number, int at)
{
    const int id = number * 10;
    const std::string payment =
        R"("paymentId":"pay-)" + std::to_string(number) + R"(","amount":850.0,"currency":"EUR")";
    return {event("voyage.booking.created", "voyage-service", number, at, id + 1, 0),
            event("payment.initiated", "payment-service", number, at + 120, id + 2, id + 1, payment),
            event("payment.failed", "payment-service", number, at + 900, id + 3, id + 2, payment),
            event("voyage.booking.cancelled", "voyage-service", number, at + 1060, id + 4, id + 3)};
}

TrafficSession::TrafficSession() : m_mailbox(std::make_shared<MemorySource::Mailbox>())
{
    session::SessionOptions options;
    options.catalog = builtInCatalog();
    options.snapshotInterval = std::chrono::milliseconds(5);
    m_session = std::make_unique<session::Session>(std::make_unique<MemorySource>(m_mailbox), options);
}

TrafficSession::~TrafficSession() = default;

void TrafficSession::feed(const std::vector<Record>& records)
{
    m_fed += records.size();
    m_mailbox->post(records);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (m_session->snapshot()->counts.records < m_fed && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    ASSERT_EQ(m_session->snapshot()->counts.records, m_fed);
    state.setSnapshot(m_session->snapshot());
}

void TrafficSession::setGroups(const metrics::GroupLookPtr& look)
{
    m_mailbox->setGroups(look);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    const auto isShown = [&] {
        const auto snapshot = m_session->snapshot();
        return snapshot->groups && snapshot->groups->look == look;
    };
    while (!isShown() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    ASSERT_TRUE(isShown());
    state.setSnapshot(m_session->snapshot());
}

void TrafficSession::setCatalog(const std::shared_ptr<const catalog::Catalog>& catalog)
{
    m_session->setCatalog(catalog);
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (m_session->snapshot()->catalog != catalog && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    ASSERT_EQ(m_session->snapshot()->catalog, catalog);
    state.setSnapshot(m_session->snapshot());
}

void TrafficSession::finish()
{
    m_mailbox->close();
    ASSERT_TRUE(m_session->waitUntilFinished(std::chrono::seconds(60)));
    state.setSnapshot(m_session->snapshot());
}

} // namespace sagascope::test
