// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <mutex>
#include <optional>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/capture/CaptureReader.h"
#include "core/capture/CaptureWriter.h"
#include "core/event/JsonLines.h"
#include "core/store/BlockCodec.h"
#include "tests/support/Records.h"

namespace sagascope::capture {
namespace {

using namespace std::chrono_literals;
using test::batchOf;
using test::eventRecord;
using test::Record;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

namespace fs = std::filesystem;

/// Every record as one line, so that a difference shows.
std::vector<std::string> told(const event::RecordBatch& batch)
{
    std::vector<std::string> lines;
    for (const event::RawRecord& record : batch.records())
        lines.push_back(event::writeLine(record) + (record.isOurs ? " ours" : ""));
    return lines;
}

struct Reading
{
    std::vector<std::string> lines;
    std::vector<base::Error> damage;
    bool wasClosed = false;
    std::uint64_t missed = 0;
};

Reading readAll(const fs::path& file)
{
    Reading reading;
    auto reader = CaptureReader::open(file);
    if (!reader) {
        ADD_FAILURE() << reader.error().text();
        return reading;
    }
    while (!reader->isAtEnd()) {
        const event::RecordBatch batch = reader->read();
        for (std::string& line : told(batch))
            reading.lines.push_back(std::move(line));
    }
    reading.damage = reader->takeDamage();
    reading.wasClosed = reader->wasClosed();
    reading.missed = reader->missed();
    return reading;
}

/// Texts that do not compress, so that blocks are really large.
std::vector<Record> noise(int count, std::size_t size)
{
    std::mt19937 random(7);
    std::vector<Record> records;
    for (int i = 0; i < count; ++i) {
        std::string value(size, ' ');
        std::generate(value.begin(), value.end(), [&] { return static_cast<char>('!' + random() % 90); });
        records.push_back(Record("dreamscape.noise").at(0, i).value(value));
    }
    return records;
}

class CaptureTest : public testing::Test
{
protected:
    [[nodiscard]] fs::path file(const char* name = "a.sagascope") const { return fs::path(m_folder.path().toStdString()) / name; }

    std::unique_ptr<CaptureWriter> create(CaptureOptions options = {}, CaptureWriter::Listener listener = {}) const
    {
        auto writer = CaptureWriter::create(file(), options, std::move(listener));
        EXPECT_TRUE(writer) << (writer ? "" : writer.error().text());
        return writer ? *std::move(writer) : nullptr;
    }

    void write(const std::vector<Record>& records) const
    {
        const auto writer = create();
        EXPECT_TRUE(writer->append(batchOf(records)));
        EXPECT_TRUE(writer->close());
    }

    void sql(const char* statement) const
    {
        auto database = Database::open(file(), Database::Mode::Write);
        ASSERT_TRUE(database);
        const auto done = database->run(statement);
        EXPECT_TRUE(done) << done.error().text();
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(CaptureTest, GivesBackEveryRecordAsItLayOnTheWireAndInItsOrder)
{
    const std::string binary("\x00\xff\x80", 3);
    const std::vector<Record> records{
        eventRecord("payment.completed", 7, R"({"paymentId":"p"})").time("2026-03-02T09:41:13.000Z"),
        eventRecord("payment.completed", 7, R"({"paymentId":"p"})").time("2026-03-02T09:41:13.000Z"), // read twice
        Record("dreamscape.a").at(3, 9'000'000'000).tombstone().noKey().time(""),
        Record("dreamscape.b").at(0, 0).value("").key("").ours(),
        Record("dreamscape.c").at(65'535, 1).value(binary).key(binary).header(binary, binary).nullHeader("n").timestampType(event::TimestampType::LogAppend),
    };
    write(records);
    const Reading reading = readAll(file());
    EXPECT_EQ(reading.lines, told(batchOf(records)));
    EXPECT_THAT(reading.damage, IsEmpty());
    EXPECT_TRUE(reading.wasClosed);
}

TEST_F(CaptureTest, IsOneFileOnceClosed)
{
    write({eventRecord("a.b", 1, "{}")});
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(file().parent_path()))
        names.push_back(entry.path().filename().string());
    EXPECT_THAT(names, ElementsAre("a.sagascope"));
}

TEST_F(CaptureTest, KeepsRecordsOfEverySizeInOrderAcrossBlocks)
{
    std::vector<Record> records = noise(300, store::kBlockSize / 64);
    records.insert(records.begin() + 150, Record("dreamscape.large").at(0, 0).value(std::string(3'000'000, 'x')));
    write(records);
    EXPECT_EQ(readAll(file()).lines, told(batchOf(records)));
    auto reader = CaptureReader::open(file());
    EXPECT_EQ(reader->recordCount(), 301U);
    EXPECT_LT(reader->read().size(), 100U) << "read block by block";
}

TEST_F(CaptureTest, TellsWhatIsCommittedWhileItIsWrittenAndABlockIsHalfFull)
{
    std::mutex mutex;
    std::condition_variable changed;
    std::uint64_t acknowledged = 0;
    const auto writer = create({.commitInterval = 5ms}, [&](std::uint64_t committed) {
        const std::lock_guard lock(mutex);
        EXPECT_GE(committed, acknowledged);
        acknowledged = committed;
        changed.notify_all();
    });
    const std::vector<Record> records = noise(400, 500); // some blocks
    for (int i = 0; i < 400; i += 40) {
        const event::RecordBatch batch = batchOf({records.begin() + i, records.begin() + i + 40});
        EXPECT_TRUE(writer->append(batch));
        std::unique_lock lock(mutex);
        ASSERT_TRUE(changed.wait_for(lock, 60s, [&] { return acknowledged == std::uint64_t(i) + 40; }));
        const Reading reading = readAll(file());
        EXPECT_THAT(reading.lines, SizeIs(std::size_t(i) + 40)) << "read while it is written";
        EXPECT_FALSE(reading.wasClosed);
    }
    EXPECT_EQ(writer->status().committed, 400U);
    EXPECT_TRUE(writer->close());
    EXPECT_EQ(readAll(file()).lines, told(batchOf(records)));
}

TEST_F(CaptureTest, PassesOverADamagedBlockAndSaysWhich)
{
    write(noise(300, store::kBlockSize / 64));
    sql("UPDATE blocks SET bytes = zeroblob(length(bytes)) WHERE seq = 2");
    const Reading reading = readAll(file());
    ASSERT_THAT(reading.damage, SizeIs(1));
    EXPECT_EQ(reading.damage[0].subject, "block 2");
    EXPECT_GT(reading.lines.size(), 200U);
    EXPECT_LT(reading.lines.size(), 300U);
}

TEST_F(CaptureTest, ReadsWhatIsLeftOfATornFile)
{
    write(noise(1'000, 1'000));
    fs::resize_file(file(), fs::file_size(file()) / 2);
    const Reading reading = readAll(file());
    EXPECT_GT(reading.lines.size(), 200U);
    EXPECT_LT(reading.lines.size(), 700U);
    ASSERT_THAT(reading.damage, testing::Not(IsEmpty()));
    EXPECT_LT(reading.damage.size(), 10U) << "blocks that are lost together are told together";
}

TEST_F(CaptureTest, SaysThatItIsDamagedWhereNotEvenItsTablesAreLeft)
{
    write(noise(10, 100));
    sql("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = 'blocks'");
    const auto reader = CaptureReader::open(file());
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().code, base::ErrorCode::Malformed);
    EXPECT_THAT(reader.error().text(), HasSubstr("cut off or damaged"));
}

TEST_F(CaptureTest, SurvivesAnyFlippedByte)
{
    write(noise(60, 1'000));
    std::mt19937 random(11);
    const auto size = fs::file_size(file());
    for (int round = 0; round < 200; ++round) {
        const fs::path copy = file("copy.sagascope");
        fs::copy_file(file(), copy, fs::copy_options::overwrite_existing);
        {
            std::fstream bytes(copy, std::ios::binary | std::ios::in | std::ios::out);
            bytes.seekp(std::streamoff(random() % size));
            bytes.put(static_cast<char>(random()));
        }
        auto reader = CaptureReader::open(copy);
        std::size_t count = 0;
        while (reader && !reader->isAtEnd())
            count += reader->read().size();
        EXPECT_LE(count, 60U);
        for (const char* rest : {"-wal", "-shm", "-journal"})
            fs::remove(copy.string() + rest);
    }
}

TEST_F(CaptureTest, RefusesRecordsThatTheHouseCannotHold)
{
    write({Record("dreamscape.a").at(0, 1), Record("dreamscape.a").at(70'000, 1)});
    const Reading reading = readAll(file());
    EXPECT_THAT(reading.lines, IsEmpty());
    EXPECT_THAT(reading.damage, SizeIs(1));
}

TEST_F(CaptureTest, RefusesWhatIsNoCaptureOrALaterOne)
{
    write({eventRecord("a.b", 1, "{}")});
    sql("PRAGMA user_version = 300");
    EXPECT_THAT(CaptureReader::open(file()).error().detail, HasSubstr("later"));
    sql("PRAGMA user_version = 201; CREATE TABLE notes(text); ALTER TABLE blocks ADD COLUMN colour");
    EXPECT_THAT(readAll(file()).lines, SizeIs(1)) << "an addition of the same generation is passed over";
    sql("PRAGMA application_id = 1");
    EXPECT_THAT(CaptureReader::open(file()).error().detail, HasSubstr("no capture"));
    EXPECT_EQ(CaptureReader::open(file("none")).error().code, base::ErrorCode::NotFound);
    EXPECT_TRUE(isCaptureFile(file()));
    EXPECT_FALSE(isCaptureFile(file("none")));
    EXPECT_FALSE(isCaptureFile(file().parent_path()));
}

TEST_F(CaptureTest, OverwritesNothing)
{
    std::ofstream(file()) << "mine";
    EXPECT_EQ(CaptureWriter::create(file()).error().code, base::ErrorCode::InvalidArgument);
    EXPECT_EQ(CaptureWriter::create(file("no/such/folder/a.sagascope")).error().code, base::ErrorCode::Unreadable);
}

TEST_F(CaptureTest, SaysThatItsFileVanishedAndCountsWhatIsLost)
{
    const auto writer = create({.commitInterval = 2ms, .queueBytes = 3 * store::kBlockSize, .retryInterval = 2ms});
    fs::remove(file());
    while (!writer->status().problem)
        std::this_thread::sleep_for(1ms);
    EXPECT_EQ(writer->status().problem->code, base::ErrorCode::NotFound);
    EXPECT_TRUE(writer->append(batchOf(noise(150, store::kBlockSize / 64)))) << "it waits for better times …";
    EXPECT_FALSE(writer->append(batchOf(noise(150, store::kBlockSize / 64)))) << "… as long as there is room";
    EXPECT_FALSE(writer->close());
    EXPECT_EQ(writer->status().missed, 300U);
    EXPECT_EQ(writer->status().committed, 0U);
}

TEST_F(CaptureTest, GoesOnOnceItsFileIsBack)
{
    const auto writer = create({.commitInterval = 2ms, .retryInterval = 2ms});
    fs::rename(file(), file("away"));
    EXPECT_TRUE(writer->append(batchOf(noise(10, 100))));
    while (!writer->status().problem)
        std::this_thread::sleep_for(1ms);
    fs::rename(file("away"), file());
    while (writer->status().committed < 10)
        std::this_thread::sleep_for(1ms);
    EXPECT_FALSE(writer->status().problem);
    EXPECT_TRUE(writer->close());
    EXPECT_THAT(readAll(file()).lines, SizeIs(10));
}

TEST_F(CaptureTest, TakesNothingMoreOnceItIsClosed)
{
    const auto writer = create();
    EXPECT_TRUE(writer->close());
    EXPECT_FALSE(writer->append(batchOf({eventRecord("a.b", 1, "{}")})));
    EXPECT_EQ(writer->status().missed, 1U);
}

} // namespace
} // namespace sagascope::capture
