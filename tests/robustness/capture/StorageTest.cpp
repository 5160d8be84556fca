// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <csignal>
#include <filesystem>
#include <functional>
#include <memory>
#include <thread>

#include <sys/resource.h>
#include <unistd.h>

#include <gtest/gtest.h>

#include "core/capture/CaptureReader.h"
#include "core/capture/CaptureWriter.h"
#include "tests/robustness/capture/NumberedRecords.h"
#include "tests/support/ChildProcess.h"

namespace sagascope::robustness {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

/// No file of this process can grow beyond so many bytes, as if the disk were full.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes) : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit limit = m_before;
        limit.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

/// Somebody who may not write everywhere: root may.
class Somebody
{
public:
    Somebody() : m_before(::geteuid())
    {
        if (m_before == 0)
            m_isNobody = ::seteuid(65'534) == 0;
    }
    ~Somebody()
    {
        if (m_isNobody && ::seteuid(m_before) != 0)
            ADD_FAILURE() << "still somebody else";
    }
    Somebody(const Somebody&) = delete;
    Somebody& operator=(const Somebody&) = delete;

private:
    uid_t m_before;
    bool m_isNobody = false;
};

event::RecordBatch numberedBatch(std::uint32_t first, std::uint32_t count)
{
    event::RecordBatch batch;
    for (std::uint32_t i = first; i < first + count; ++i) {
        const test::Record record = numberedRecord(i);
        batch.append(record.raw());
    }
    return batch;
}

std::uint64_t countRecords(const fs::path& file)
{
    std::uint64_t count = 0;
    auto reader = capture::CaptureReader::open(file);
    EXPECT_TRUE(reader) << (reader ? "" : reader.error().text());
    while (reader && !reader->isAtEnd())
        count += reader->read().size();
    return count;
}

void waitFor(const std::function<bool()>& condition)
{
    const auto end = std::chrono::steady_clock::now() + 60s;
    while (!condition() && std::chrono::steady_clock::now() < end)
        std::this_thread::sleep_for(1ms);
    EXPECT_TRUE(condition());
}

class CaptureStorage : public testing::Test
{
protected:
    [[nodiscard]] fs::path folder() const { return m_folder.path(); }
    [[nodiscard]] fs::path file() const { return folder() / "a.sagascope"; }

    std::unique_ptr<capture::CaptureWriter> create() const
    {
        capture::CaptureOptions options;
        options.commitInterval = 2ms;
        options.retryInterval = 5ms;
        options.queueBytes = 2'000'000;
        auto writer = capture::CaptureWriter::create(file(), options);
        EXPECT_TRUE(writer);
        return *std::move(writer);
    }

private:
    support::TemporaryFolder m_folder{"storage"};
};

TEST_F(CaptureStorage, goesOnWhenTheDiskIsFullAndCatchesUpWhenThereIsRoomAgain)
{
    const auto writer = create();
    std::uint32_t next = 0;
    {
        const SmallDisk small(300'000);
        while (!writer->status().problem && next < 100'000) {
            if (writer->append(numberedBatch(next, 20)))
                next += 20;
            std::this_thread::sleep_for(1ms);
        }
        ASSERT_TRUE(writer->status().problem);
        EXPECT_NE(writer->status().problem->text().find(file().string()), std::string::npos);
        // What it had called committed before is there, although nothing more fits.
        EXPECT_GE(countRecords(file()), writer->status().committed);
        EXPECT_TRUE(writer->append(numberedBatch(next, 20))) << "records wait";
        next += 20;
    }
    waitFor([&] { return writer->status().committed == next; });
    EXPECT_FALSE(writer->status().problem);
    EXPECT_TRUE(writer->close());
    EXPECT_EQ(countRecords(file()), next);
}

TEST_F(CaptureStorage, countsWhatNoLongerFindsRoomAndWritesThatDown)
{
    const auto writer = create();
    {
        const SmallDisk small(300'000);
        while (writer->status().missed == 0)
            static_cast<void>(writer->append(numberedBatch(0, 100)));
    }
    waitFor([&] { return !writer->status().problem; });
    const std::uint64_t missed = writer->status().missed;
    EXPECT_TRUE(writer->close());
    const auto reader = capture::CaptureReader::open(file());
    ASSERT_TRUE(reader);
    EXPECT_EQ(reader->missed(), missed);
}

TEST_F(CaptureStorage, saysThatAFolderCannotBeWritten)
{
    fs::permissions(folder(), fs::perms(0555));
    const Somebody somebody;
    const auto writer = capture::CaptureWriter::create(file());
    ASSERT_FALSE(writer);
    EXPECT_EQ(writer.error().subject, file().string());
}

TEST_F(CaptureStorage, opensWhatLiesWhereNothingCanBeWritten)
{
    {
        const auto writer = create();
        EXPECT_TRUE(writer->append(numberedBatch(0, 100)));
    }
    fs::permissions(file(), fs::perms(0444));
    fs::permissions(folder(), fs::perms(0555));
    const Somebody somebody;
    EXPECT_EQ(countRecords(file()), 100U);
}

TEST_F(CaptureStorage, opensWhatAKilledWriterLeftWhereNothingCanBeWritten)
{
    const auto writer = create();
    EXPECT_TRUE(writer->append(numberedBatch(0, 100)));
    waitFor([&] { return writer->status().committed == 100; });
    const fs::path copies = folder() / "copies";
    fs::create_directory(copies);
    for (const char* part : {"", "-wal"})
        fs::copy_file(file().string() + part, (copies / "a.sagascope").string() + part);
    for (const auto& entry : fs::directory_iterator(copies))
        fs::permissions(entry.path(), fs::perms(0444));
    fs::permissions(copies, fs::perms(0555));
    fs::permissions(folder(), fs::perms(0755));
    const Somebody somebody;
    EXPECT_EQ(countRecords(copies / "a.sagascope"), 100U);
}

} // namespace
} // namespace sagascope::robustness
