// SPDX-License-Identifier: GPL-3.0-or-later
// A store that keeps its blocks in a capture.
#include <atomic>
#include <chrono>
#include <filesystem>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include "core/capture/CaptureAnnex.h"
#include "core/capture/CaptureReader.h"
#include "core/capture/CaptureWriter.h"
#include "core/event/Decoder.h"
#include "core/event/JsonLines.h"
#include "core/store/BlockCodec.h"
#include "core/store/EventStore.h"
#include "tests/support/Records.h"

namespace sagascope::capture {
namespace {

using namespace std::chrono_literals;
using test::eventRecord;
using test::Record;

namespace fs = std::filesystem;

/// A body of some length that differs from one number to the next.
Record numbered(int number, std::size_t size = store::kBlockSize / 200)
{
    return eventRecord("payment.completed", number, R"({"paymentId":")" + std::to_string(number) + std::string(size, 'x') + "\"}");
}

class KeepingTest : public testing::Test
{
protected:
    [[nodiscard]] fs::path file() const { return fs::path(m_folder.path().toStdString()) / "a.sagascope"; }

    std::shared_ptr<CaptureWriter> create(CaptureOptions options = {}) const
    {
        auto writer = CaptureWriter::create(file(), options);
        EXPECT_TRUE(writer);
        return writer ? *std::move(writer) : nullptr;
    }

    static void put(store::EventStore& store, const Record& record)
    {
        event::Decoder decoder;
        store.append(record.raw(), decoder.decode(record.raw()));
    }

    static std::string line(const store::EventStore::View& view, int number)
    {
        const auto batch = view.record(base::EventIndex(std::uint32_t(number)));
        return batch ? event::writeLine(batch->records().front()) : batch.error().text();
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(KeepingTest, everyRecordIsReadAgainFromQueueAndFileAndOpenBlock)
{
    const auto writer = create({.commitInterval = 1ms});
    store::EventStore store(writer, 3 * store::kBlockSize);
    for (int i = 0; i < 2'000; ++i) {
        put(store, numbered(i));
        if (i % 300 == 0)
            std::this_thread::sleep_for(3ms); // some are on the disk by now, others wait
    }
    store.showOpenBlock();
    const store::EventStore::View view = store.view();
    for (int i = 0; i < 2'000; ++i)
        ASSERT_EQ(line(view, i), event::writeLine(numbered(i).raw()));
    EXPECT_TRUE(writer->close());
    for (int i = 1'999; i >= 0; --i)
        ASSERT_EQ(line(view, i), event::writeLine(numbered(i).raw())) << "and after it was closed";
    EXPECT_EQ(writer->status().committed, 2'000U);
    EXPECT_LT(store.payloadMemoryBytes(), store::kBlockSize + 5'000) << "the open block is all that memory holds";
}

TEST_F(KeepingTest, notesAreInTheFileSoonWhileItIsWritten)
{
    const auto writer = create({.commitInterval = 1ms});
    const auto keptNotes = [this] { return readAnnex(file())->notes; };
    const auto soon = [](const auto& holds) {
        for (int i = 0; i < 10'000 && !holds(); ++i)
            std::this_thread::sleep_for(1ms);
        return holds();
    };
    EXPECT_TRUE(writer->append(test::batchOf({numbered(0), numbered(1)})));
    ASSERT_TRUE(soon([&] { return writer->status().committed == 2; }));
    Note note{"dreamscape.payment.completed", 0, 1, {}, true, "look here", base::kNoTime};
    writer->keepNotes({note});
    ASSERT_TRUE(soon([&] { return keptNotes() == std::vector{note}; }));
    EXPECT_EQ(writer->status().committed, 2U) << "what was on the disk still is";
    EXPECT_TRUE(writer->append(test::batchOf({numbered(2)})));
    note.text = "not here";
    writer->keepNotes({note});
    ASSERT_TRUE(writer->close());
    EXPECT_EQ(keptNotes(), std::vector{note});
    EXPECT_EQ(writer->status().committed, 3U);
    EXPECT_EQ(writer->status().missed, 0U);
    const auto reader = CaptureReader::open(file());
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->recordCount(), 3U);
}

TEST_F(KeepingTest, readersInOtherThreadsAreNotDisturbedByTheWriter)
{
    const auto writer = create({.commitInterval = 1ms, .commitBytes = 100'000});
    store::EventStore store(writer, 100'000);
    for (int i = 0; i < 1'000; ++i)
        put(store, numbered(i));
    const store::EventStore::View view = store.view();
    std::atomic<bool> isOver{false};
    std::atomic<int> wrong{0};
    std::vector<std::thread> readers;
    for (int thread = 0; thread < 3; ++thread) {
        readers.emplace_back([&, thread] {
            for (int i = thread; !isOver || i < 2'000; i += 7)
                wrong += line(view, i % 1'000) == event::writeLine(numbered(i % 1'000).raw()) ? 0 : 1;
        });
    }
    for (int i = 1'000; i < 4'000; ++i)
        put(store, numbered(i));
    store.showOpenBlock();
    EXPECT_TRUE(writer->close());
    isOver = true;
    for (std::thread& reader : readers)
        reader.join();
    EXPECT_EQ(wrong, 0);
}

TEST_F(KeepingTest, whatASnapshotShowedIsInTheFileOfAProgramThatWasKilled)
{
    const auto writer = create({.commitInterval = 1ms});
    store::EventStore store(writer, 100'000);
    for (int i = 0; i < 5; ++i)
        put(store, numbered(i));
    store.showOpenBlock();
    while (writer->status().committed < 5)
        std::this_thread::sleep_for(1ms);
    auto reader = CaptureReader::open(file()); // as it lies there, not closed
    ASSERT_TRUE(reader);
    EXPECT_FALSE(reader->wasClosed());
    EXPECT_EQ(reader->read().size(), 5U);
}

TEST_F(KeepingTest, aBlockThatFoundNoRoomIsMissedAndSaysSo)
{
    const auto writer = create({.commitInterval = 2ms, .queueBytes = 3 * store::kBlockSize / 2, .longestWait = 10ms, .retryInterval = 2ms});
    fs::remove(file());
    while (!writer->status().problem)
        std::this_thread::sleep_for(1ms);
    store::EventStore store(writer, 100'000);
    for (int i = 0; i < 1'000; ++i)
        put(store, numbered(i));
    const store::EventStore::View view = store.view();
    EXPECT_EQ(line(view, 0), event::writeLine(numbered(0).raw())) << "it waits in the queue";
    EXPECT_EQ(line(view, 999), event::writeLine(numbered(999).raw())) << "in the open block";
    const auto lost = view.record(base::EventIndex(500));
    ASSERT_FALSE(lost);
    EXPECT_GT(writer->status().missed, 500U);
    EXPECT_FALSE(writer->close());
}

TEST_F(KeepingTest, aDictionaryIsMadeOnceAndReadWithTheBlocks)
{
    const auto writer = create({.commitInterval = 1ms, .trainingBytes = 300'000});
    store::EventStore store(writer, 0);
    for (int i = 0; i < 3'000; ++i) {
        put(store, numbered(i, std::size_t(i % 300)));
        if (i % 500 == 0)
            std::this_thread::sleep_for(20ms); // so that a transaction ends with it
    }
    store.showOpenBlock();
    EXPECT_TRUE(writer->close());
    auto database = Database::open(file(), Database::Mode::Read);
    ASSERT_TRUE(database);
    EXPECT_EQ(database->integer("SELECT count(*) FROM dictionaries").value(), 1);
    const store::EventStore::View view = store.view();
    for (int i = 0; i < 3'000; i += 17)
        ASSERT_EQ(line(view, i), event::writeLine(numbered(i, std::size_t(i % 300)).raw()));
    auto reader = CaptureReader::open(file());
    std::size_t records = 0;
    while (!reader->isAtEnd())
        records += reader->read().size();
    EXPECT_EQ(records, 3'000U);
    EXPECT_TRUE(reader->takeDamage().empty());
}

} // namespace
} // namespace sagascope::capture
