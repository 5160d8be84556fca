// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "core/event/JsonLines.h"
#include "tests/support/Records.h"

namespace sagascope::event {
namespace {

using test::Record;

TEST(RecordBatch, OwnsWhatItWasGiven)
{
    RecordBatch batch;
    std::vector<std::string> expected;
    for (int i = 0; i < 200; ++i) {
        const Record record =
            test::eventRecord("user.created", i, "\"" + std::string(std::size_t(i) * 200, 'x') + "\"");
        expected.push_back(writeLine(record.raw()));
        batch.append(record.raw());
    }
    const RecordBatch moved = std::move(batch);
    for (std::size_t i = 0; i < expected.size(); ++i)
        EXPECT_EQ(writeLine(moved.records()[i]), expected[i]);
}

TEST(RecordBatch, CanBeFilledAgainAfterItWasMovedFrom)
{
    RecordBatch batch;
    batch.append(Record("first").key("a").raw());
    const RecordBatch first = std::move(batch);
    batch = RecordBatch();
    batch.append(Record("second").key("b").raw());
    EXPECT_EQ(first.records().front().topic, "first");
    EXPECT_EQ(batch.records().front().topic, "second");
    EXPECT_EQ(first.records().front().key, "a");
}

TEST(RecordBatch, TellsNullFromEmpty)
{
    RecordBatch batch;
    batch.append(Record("t").key("").value("").header("h", "").nullHeader("n").raw());
    batch.append(Record("t").noKey().tombstone().raw());
    EXPECT_EQ(batch.records()[0].key, "");
    EXPECT_EQ(batch.records()[0].value, "");
    EXPECT_EQ(batch.records()[0].headers[0].value, "");
    EXPECT_EQ(batch.records()[0].headers[1].value, std::nullopt);
    EXPECT_EQ(batch.records()[1].key, std::nullopt);
    EXPECT_EQ(batch.records()[1].value, std::nullopt);
}

TEST(RawRecord, CountsItsBytes)
{
    EXPECT_EQ(Record("t").key("ab").value("cde").header("n", "vw").nullHeader("x").raw().size(), 2U + 3U + 3U + 1U);
    EXPECT_EQ(Record("t").tombstone().raw().size(), 0U);
}

} // namespace
} // namespace sagascope::event
