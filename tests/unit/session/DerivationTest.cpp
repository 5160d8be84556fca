// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Derivation.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <string>
#include <thread>
#include <variant>
#include <vector>

#include "core/event/Decoder.h"
#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;
using saga::SagaTracker;

const base::Timestamp kNow = test::moment("2026-03-02T23:00:00Z");

/// Events as a session has them, and what is derived of them.
class Reading
{
public:
    void take(const std::vector<test::Record>& records)
    {
        for (const test::Record& record : records) {
            const event::RawRecord raw = record.raw();
            const event::Decoded& decoded = m_decoder.decode(raw);
            const base::EventIndex index = m_store.append(raw, decoded);
            m_identity.append(index, std::get_if<event::Event>(&decoded), *raw.value);
        }
    }

    void derive() { m_derivation.derive(m_identity, m_store.view(), kNow, SagaTracker::Lag::None); }
    bool deriveBeside() { return m_derivation.deriveBeside(m_identity, m_store.view(), kNow); }

    [[nodiscard]] std::map<std::string, std::size_t> eventsBySaga()
    {
        std::map<std::string, std::size_t> events;
        const SagaTracker::View& sagas = m_derivation.latest().sagas;
        for (std::uint32_t slot = 0; slot < sagas.slotCount(); ++slot) {
            const saga::SagaSummary& saga = sagas.saga(base::SagaId(slot));
            if (saga.isAlive)
                events[std::string(saga.key)] = saga.events->size();
        }
        return events;
    }

    [[nodiscard]] std::uint64_t correlated() { return m_derivation.latest().correlatedEvents; }

private:
    event::Decoder m_decoder;
    store::EventStore m_store;
    identity::Identity m_identity{test::builtInCatalog()};
    Derivation m_derivation{std::make_unique<SagaTracker>(test::builtInCatalog())};
};

/// Bookings of which every third one's payment comes with a later part.
std::vector<test::Record> part(int number, int bookings)
{
    std::string lines;
    for (int i = 0; i < bookings; ++i) {
        const std::string id = std::to_string(number * bookings + i);
        const std::string earlier = std::to_string(std::max(0, (number - 1) * bookings) + i);
        lines += "09:40:00 voyage.booking.created a" + id + " at=" + std::to_string(number) + ":" + std::to_string(i) + " | bookingId=BK-" + id
            + "\n";
        lines += "09:40:01 payment.completed b" + id + " at=" + std::to_string(number) + ":" + std::to_string(i) + " | paymentId=P-" + id
            + " bookingId=BK-" + (i % 3 == 0 ? earlier : id) + "\n";
    }
    return test::History(lines).records();
}

TEST(Derivation, BesideTheReadingItComesToTheSame)
{
    constexpr int kParts = 20;
    constexpr int kBookings = 100;
    Reading plain;
    Reading beside;
    int begun = 0;
    for (int number = 0; number < kParts; ++number) {
        const auto records = part(number, kBookings);
        plain.take(records);
        beside.take(records); // while what came before is still being told
        begun += beside.deriveBeside() ? 1 : 0;
    }
    EXPECT_GT(begun, 0);
    plain.derive();
    beside.derive();
    EXPECT_EQ(plain.eventsBySaga().size(), std::size_t(kParts * kBookings));
    EXPECT_EQ(beside.eventsBySaga(), plain.eventsBySaga());
    EXPECT_EQ(beside.correlated(), plain.correlated());
    EXPECT_GT(beside.correlated(), 0U);
}

TEST(Derivation, BesideTheReadingItIsBehindAndShowsLater)
{
    Reading reading;
    EXPECT_TRUE(reading.eventsBySaga().empty());
    reading.take(part(0, 10));
    ASSERT_TRUE(reading.deriveBeside());
    const auto deadline = std::chrono::steady_clock::now() + 20s;
    while (reading.eventsBySaga().empty() && std::chrono::steady_clock::now() < deadline)
        std::this_thread::sleep_for(1ms);
    EXPECT_EQ(reading.eventsBySaga().size(), 10U);
}

} // namespace
} // namespace sagascope::session
