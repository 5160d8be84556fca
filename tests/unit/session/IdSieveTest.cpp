// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/IdSieve.h"

#include <gtest/gtest.h>

#include <string>

#include "core/session/Ingest.h"
#include "tests/support/History.h"

namespace sagascope::session {
namespace {

constexpr std::uint32_t kStretch = IdSieve::kStretch;

std::string idOf(std::uint32_t event)
{
    return "event-" + std::to_string(event);
}

std::string paymentOf(std::uint32_t event)
{
    return "payment-" + std::to_string(event / 10);
}

SnapshotPtr readMany(std::uint32_t count)
{
    Ingest ingest(test::builtInCatalog());
    for (std::uint32_t i = 0; i < count; ++i) {
        event::RawRecord record;
        const std::string value = R"({"eventId":")" + idOf(i) + R"(","correlationId":"c-)" + std::to_string(i / 3)
            + R"(","eventType":"payment.completed","payload":{"paymentId":")" + paymentOf(i) + R"("}})";
        record.topic = "dreamscape.payment.completed";
        record.offset = i;
        record.value = value;
        ingest.take(record);
    }
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->isFinished = true;
    ingest.fill(*snapshot, base::kNoTime);
    return snapshot;
}

TEST(IdSieve, NeverDeniesWhatIsThereAndMostlyWhatIsNot)
{
    const std::uint32_t count = 3 * kStretch + 100;
    const SnapshotPtr snapshot = readMany(count);
    std::uint32_t denied = 0;
    std::uint32_t passed = 0;
    for (std::uint32_t event = 0; event < count; event += 7) {
        const std::uint32_t own = event / kStretch;
        for (const std::string& id : {idOf(event), paymentOf(event), "c-" + std::to_string(event / 3)})
            denied += snapshot->idSieve.mayHold(own, base::idHash(id)) ? 0 : 1;
        passed += snapshot->idSieve.mayHold((own + 1) % 3, base::idHash(idOf(event))) ? 1 : 0;
    }
    EXPECT_EQ(denied, 0U);
    EXPECT_LT(passed, count / 7 / 50) << "wrong once in two hundred times";
    EXPECT_TRUE(snapshot->idSieve.mayHold(3, base::idHash("nobody"))) << "a stretch that is not full is not known";
}

TEST(IdSieve, KnowsNothingByItself)
{
    EXPECT_TRUE(IdSieve::View().mayHold(0, base::idHash("anything")));
}

} // namespace
} // namespace sagascope::session
