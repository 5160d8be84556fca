// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Traffic.h"

#include <array>
#include <random>
#include <string>

#include "tests/support/Records.h"

namespace sagascope::bench {
namespace {

constexpr std::array<const char*, 4> kTypes = {"voyage.booking.created", "payment.completed",
                                               "voyage.booking.confirmed", "notification.email.requested"};

/// A random (version 4) UUID.
std::string randomId(std::mt19937_64& random)
{
    std::string id = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx";
    for (char& c : id) {
        if (c == 'x')
            c = "0123456789abcdef"[random() % 16];
    }
    return id;
}

std::string payload(std::mt19937_64& random, const std::string& booking)
{
    return R"({"bookingId":")" + booking + R"(","userId":")" + randomId(random) + R"(","bookingType":"flight",)" +
           R"("totalAmount":)" + std::to_string(random() % 90'000) + R"(.5,"currency":"EUR","status":"PENDING",)" +
           R"("createdAt":"2026-03-02T09:41:12.034Z"})";
}

} // namespace

event::RecordBatch traffic(std::size_t count, Dialect dialect)
{
    std::mt19937_64 random(7);
    event::RecordBatch batch;
    std::string saga;
    std::string cause;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string type = kTypes[i % kTypes.size()];
        if (i % kTypes.size() == 0)
            saga = randomId(random);
        test::Body body;
        body.eventId = test::jsonText(randomId(random));
        body.eventType = test::jsonText(type);
        body.source = test::jsonText(test::serviceOf(type));
        body.payload = payload(random, saga);
        if (dialect == Dialect::Specification) {
            body.correlationId = test::jsonText(saga);
            body.causationId = cause.empty() ? std::string() : cause;
        }
        cause = body.eventId;
        test::Record record("dreamscape." + type);
        record.at(int(i % 3), std::int64_t(i)).key(saga).value(body.json());
        record.header("eventType", type).header("source", test::serviceOf(type)).header("version", "1.0");
        record.header("timestamp", "2026-03-02T09:41:12.034Z");
        record.header("correlationId", dialect == Dialect::Specification ? saga : "");
        batch.append(record.raw());
    }
    return batch;
}

} // namespace sagascope::bench
