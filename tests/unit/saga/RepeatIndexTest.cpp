// SPDX-License-Identifier: GPL-3.0-or-later
// One event id on many events: what each of them repeats is found without comparing each with all.
#include "core/saga/RepeatIndex.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>

#include "tests/support/History.h"

namespace sagascope::saga {
namespace {

using base::EventIndex;
using test::History;
using test::Record;

/// Two event ids, three contents each, on ordinary and on dead-letter topics, and events that nobody repeats.
std::vector<Record> manyCopies(std::mt19937& random)
{
    std::string text;
    for (int i = 0; i < 60; ++i) {
        char time[16];
        std::snprintf(time, sizeof time, "09:%02d:%02d ", int(random() % 60), int(random() % 60));
        const std::string id = random() % 5 == 0 ? "alone" + std::to_string(i) : "e" + std::to_string(random() % 2);
        const std::string topic = random() % 4 == 0 ? " topic=payment.completed.dlq" : "";
        text += time + std::string("payment.completed ") + id + topic + " | bookingId=BK-1 amount="
            + std::to_string(100 + random() % 3) + "\n";
    }
    return History(text).records();
}

struct Histories : ::testing::TestWithParam<unsigned>
{
    std::mt19937 random{GetParam()};
    std::vector<Record> records = manyCopies(random);
    session::Ingest ingest{test::builtInCatalog()};
    session::Snapshot snapshot;

    void take(std::size_t from, std::size_t end)
    {
        for (std::size_t i = from; i < end; ++i)
            ingest.take(records[i].raw());
        ingest.fill(snapshot, test::moment("2026-03-02T23:00:00Z"));
    }
    void expectMarks(RepeatIndex& index) const
    {
        for (std::uint32_t i = 0; i < snapshot.events.size(); ++i) {
            const RepeatMark one = repeatById(EventIndex(i), snapshot.events, snapshot.identity);
            const RepeatMark other = index.markOf(EventIndex(i), snapshot.events, snapshot.identity);
            EXPECT_EQ(other.repeat, one.repeat) << i;
            EXPECT_EQ(other.of, one.of) << i;
            EXPECT_EQ(index.firstOf(EventIndex(i), snapshot.events, snapshot.identity),
                      orderedClass(EventIndex(i), snapshot.events, snapshot.identity).front());
        }
    }
};

TEST_P(Histories, SayTheSameAsComparingEachWithAll)
{
    RepeatIndex index;
    take(0, 20);
    expectMarks(index);
    take(20, records.size());
    expectMarks(index);
}

/// The tracker's lines are those that a tracker shows which saw everything at once.
TEST_P(Histories, AreToldTheSameHoweverTheyAreCut)
{
    for (std::size_t done = 0, end = 0; done < records.size(); done = end) {
        end = std::min(records.size(), done + 1 + random() % 7);
        take(done, end);
    }
    std::map<std::string, std::pair<std::size_t, std::size_t>> lines;
    for (std::uint32_t slot = 0; slot < snapshot.sagas.slotCount(); ++slot) {
        const SagaSummary& saga = snapshot.sagas.saga(base::SagaId(slot));
        if (saga.isAlive)
            lines[std::string(saga.key)] = {saga.repeatCount, saga.repeatKinds};
    }
    session::Ingest whole(test::builtInCatalog());
    for (const Record& record : records)
        whole.take(record.raw());
    session::Snapshot atOnce;
    whole.fill(atOnce, test::moment("2026-03-02T23:00:00Z"));
    for (std::uint32_t slot = 0; slot < atOnce.sagas.slotCount(); ++slot) {
        const SagaSummary& saga = atOnce.sagas.saga(base::SagaId(slot));
        if (!saga.isAlive)
            continue;
        EXPECT_EQ(lines[std::string(saga.key)], std::pair(std::size_t(saga.repeatCount), std::size_t(saga.repeatKinds)));
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, Histories, ::testing::Range(1U, 13U));

} // namespace
} // namespace sagascope::saga
