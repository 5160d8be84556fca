// SPDX-License-Identifier: GPL-3.0-or-later
// Thousands of sagas that change at once are told on two threads: nobody sees it in what is told.
#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "core/session/Session.h"
#include "tests/support/History.h"

namespace sagascope::saga {
namespace {

using test::History;
using test::Record;

constexpr int kStories = 6'000;
const base::Timestamp kNow = test::moment("2026-03-02T23:00:00Z");

std::string at(int story, int second)
{
    char time[48];
    std::snprintf(time, sizeof time, "%02d:%02d:%02d ", 6 + story / 600, story / 10 % 60, story % 10 * 5 + second);
    return time;
}

/// A booking that is paid, one that is not, one whose payment names but its user, and a registration by itself.
std::vector<Record> stories()
{
    std::string text;
    for (int i = 0; i < kStories; ++i) {
        const std::string id = std::to_string(i);
        if (i % 4 == 3) {
            text += at(i, 0) + "user.created r" + id + " | userId=someone-" + id + "\n";
            continue;
        }
        text += at(i, 0) + "voyage.booking.created a" + id + " | bookingId=BK-" + id + " userId=u-" + id + " totalAmount=482\n";
        if (i % 4 == 0)
            text += at(i, 1) + "payment.completed b" + id + " | paymentId=pi-" + id + " bookingId=BK-" + id + " amount=482\n";
        else if (i % 4 == 1)
            text += at(i, 1) + "payment.failed b" + id + " | paymentId=pi-" + id + " bookingId=BK-" + id + " amount=482\n";
        else
            text += at(i, 1) + "payment.completed b" + id + " | paymentId=pi-" + id + " userId=u-" + id + " amount=482\n";
        text += at(i, 2) + "analytics.page.viewed - | page=" + id + "\n";
    }
    return History(text).records();
}

std::string described(const SagaSummary& saga)
{
    std::string text(saga.key);
    text += ' ' + std::string(stateName(saga.state)) + ' ' + std::string(std::string_view(saga.caption)) + ' '
        + std::to_string(int(saga.weakestEvidence)) + ' ' + std::to_string(saga.findingCount) + ' '
        + std::to_string(saga.startedAt.time_since_epoch().count()) + ' ' + std::to_string(saga.endedAt.time_since_epoch().count());
    for (const base::EventIndex event : *saga.events)
        text += ' ' + std::to_string(event.value);
    return text;
}

/// The lines of all sagas, after a look every so many events.
std::vector<std::string> linesOf(const std::vector<Record>& records, std::size_t eventsPerLook)
{
    session::Snapshot snapshot;
    {
        session::Ingest ingest(test::builtInCatalog());
        for (std::size_t i = 0; i < records.size(); ++i) {
            ingest.take(records[i].raw());
            if ((i + 1) % eventsPerLook == 0)
                ingest.fill(snapshot, kNow);
        }
        snapshot.isFinished = true;
        ingest.fill(snapshot, kNow);
    } // what was told outlives whoever told it
    std::vector<std::string> lines;
    for (std::uint32_t slot = 0; slot < snapshot.sagas.slotCount(); ++slot) {
        if (snapshot.sagas.saga(base::SagaId(slot)).isAlive)
            lines.push_back(described(snapshot.sagas.saga(base::SagaId(slot))));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

TEST(ManySagas, AreToldAtOnceAsOneByOne)
{
    const std::vector<Record> records = stories();
    const std::vector<std::string> atOnce = linesOf(records, records.size());
    EXPECT_GE(atOnce.size(), std::size_t(kStories));
    EXPECT_EQ(atOnce, linesOf(records, 100));
}

} // namespace
} // namespace sagascope::saga
