// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/CaptureCopy.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#ifndef _WIN32
#include <csignal>
#include <sys/resource.h>
#endif

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/capture/CaptureReader.h"
#include "core/capture/CaptureWriter.h"
#include "core/event/JsonLines.h"
#include "core/session/CaptureReading.h"
#include "core/session/Report.h"
#include "tests/support/History.h"

namespace sagascope::session {
namespace {

using test::Record;
using testing::ElementsAre;
using testing::IsEmpty;

namespace fs = std::filesystem;

std::string bytesOf(const fs::path& file)
{
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

class CaptureCopyTest : public testing::Test
{
protected:
    [[nodiscard]] fs::path folder() const { return m_folder.path().toStdString(); }
    [[nodiscard]] fs::path file(const char* name = "a.sagascope") const { return folder() / name; }

    [[nodiscard]] std::vector<std::string> names() const
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator(folder()))
            names.push_back(entry.path().filename().string());
        return names;
    }

private:
    QTemporaryDir m_folder;
};

/// So many records that saving them asks several times whether it is still wanted.
std::vector<Record> many(int count = 1000)
{
    std::vector<Record> records;
    for (int i = 0; i < count; ++i)
        records.push_back(test::eventRecord("payment.completed", i, R"({"paymentId":"p)" + std::to_string(i) + "\"}"));
    return records;
}

SnapshotPtr snapshotOf(const std::vector<Record>& records)
{
    return test::tellReport(records).snapshot;
}

TEST_F(CaptureCopyTest, HoldsEveryRecordAsItLayOnTheWireAndInItsOrder)
{
    std::vector<Record> records = many();
    records.insert(records.begin() + 3, Record("dreamscape.a").at(3, 9).tombstone().noKey().ours().nullHeader("n"));
    records.insert(records.begin() + 4, Record("dreamscape.a").at(3, 10).value(std::string("\x00\xff", 2)));
    const auto outcome = writeCapture({snapshotOf(records), file()});
    ASSERT_TRUE(outcome) << outcome.error().text();
    EXPECT_EQ(outcome->records, records.size());
    EXPECT_EQ(outcome->bytes, fs::file_size(file()));
    auto reader = capture::CaptureReader::open(file());
    std::size_t next = 0;
    while (!reader->isAtEnd()) {
        const event::RecordBatch batch = reader->read();
        for (const event::RawRecord& record : batch.records()) {
            ASSERT_LT(next, records.size());
            EXPECT_EQ(event::writeLine(record), event::writeLine(records[next].raw()));
            EXPECT_EQ(record.isOurs, records[next++].raw().isOurs);
        }
    }
    EXPECT_EQ(next, records.size());
    EXPECT_TRUE(reader->wasClosed());
    EXPECT_THAT(names(), ElementsAre("a.sagascope"));
}

TEST_F(CaptureCopyTest, GivesTheSameReportWhenItIsOpened)
{
    const auto before = test::tellReport(R"(
        09:40:00.000 voyage.booking.created  e1 corr=c1 | bookingId=BK-1 userId=u-1 totalAmount=482
        09:40:01.000 payment.initiated       e2 corr=c1 cause=e1 | paymentId=P-1 bookingId=BK-1 amount=482
        09:40:02.000 payment.failed          e3 corr=c1 cause=e2 | paymentId=P-1 bookingId=BK-1 reason=declined
        09:41:00.000 auth.login              e4 | userId=u-2
    )");
    ASSERT_TRUE(writeCapture({before.snapshot, file()}));
    const auto after = readCapture(file(), test::builtInCatalog());
    ASSERT_TRUE(after);
    EXPECT_EQ(toJson(makeReport(*after)), toJson(before));
}

TEST_F(CaptureCopyTest, HoldsWhatCameLaterThanTheMomentOnScreen)
{
    const auto report = test::tellReport(many(10), test::moment("2026-03-02T09:00:00Z"));
    ASSERT_EQ(report.snapshot->counts.later, 10U);
    EXPECT_EQ(writeCapture({report.snapshot, file()})->records, 10U);
}

TEST_F(CaptureCopyTest, LeavesNothingBehindWhenItIsStopped)
{
    const auto snapshot = snapshotOf(many());
    for (std::uint64_t limit : {std::uint64_t(0), std::uint64_t(300), std::uint64_t(1000)}) {
        const auto stopped = writeCapture({snapshot, file()}, [&](const CaptureProgress& progress) { return progress.done < limit; });
        ASSERT_FALSE(stopped) << limit;
        EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
        EXPECT_EQ(stopped.error().subject, file().string());
        EXPECT_THAT(names(), IsEmpty());
    }
}

TEST_F(CaptureCopyTest, TellsHowFarItIs)
{
    std::vector<std::uint64_t> told;
    const auto listen = [&](const CaptureProgress& progress) {
        EXPECT_EQ(progress.total, 1000U);
        told.push_back(progress.done);
        return true;
    };
    ASSERT_TRUE(writeCapture({snapshotOf(many()), file()}, listen));
    EXPECT_TRUE(std::is_sorted(told.begin(), told.end()));
    EXPECT_GT(told.size(), 3U);
    EXPECT_EQ(told.back(), 1000U);
}

TEST_F(CaptureCopyTest, ReplacesAFileOnlyWhenItMayAndOnlyWhenItIsWhole)
{
    std::ofstream(file()) << "mine";
    const auto snapshot = snapshotOf(many());
    EXPECT_EQ(writeCapture({snapshot, file()}).error().code, base::ErrorCode::InvalidArgument);
    EXPECT_FALSE(writeCapture({snapshot, file(), true}, [](const auto& progress) { return progress.done < 500; }));
    EXPECT_EQ(bytesOf(file()), "mine");
    EXPECT_TRUE(writeCapture({snapshot, file(), true}));
    EXPECT_EQ(capture::CaptureReader::open(file())->recordCount(), 1000U);
    EXPECT_THAT(names(), ElementsAre("a.sagascope"));
}

TEST_F(CaptureCopyTest, DoesNotReplaceACaptureThatIsBeingWritten)
{
    const auto writer = capture::CaptureWriter::create(file());
    ASSERT_TRUE(writer);
    const auto refused = writeCapture({snapshotOf(many(10)), file(), true});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Refused);
    EXPECT_TRUE((*writer)->append(test::batchOf(many(20))));
    EXPECT_TRUE((*writer)->close());
    EXPECT_EQ(capture::CaptureReader::open(file())->recordCount(), 20U) << "it was not harmed";
}

TEST_F(CaptureCopyTest, SaysWhatIsWrongWithThePlace)
{
    const auto snapshot = snapshotOf(many(10));
    std::ofstream(file("no-folder")) << "mine";
    const auto nowhere = writeCapture({snapshot, file("no-folder") / "a.sagascope"});
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().subject, (file("no-folder") / "a.sagascope").string()) << "not the name it had meanwhile";
    EXPECT_EQ(writeCapture({snapshot, folder(), true}).error().code, base::ErrorCode::InvalidArgument);
    EXPECT_THAT(names(), ElementsAre("no-folder"));
}

#ifndef _WIN32
/// Files of this process cannot grow beyond it, as if the disk were full.
class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes)
    {
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{bytes, m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }

private:
    rlimit m_before{};
    void (*m_signal)(int) = nullptr;
};

TEST_F(CaptureCopyTest, AFullDiskLeavesTheOldFileAndNothingElse)
{
    const auto snapshot = snapshotOf(many(20'000));
    std::ofstream(file()) << "mine";
    {
        const FullDisk disk(64 * 1024);
        const auto failed = writeCapture({snapshot, file(), true});
        ASSERT_FALSE(failed);
        EXPECT_EQ(failed.error().subject, file().string());
    }
    EXPECT_EQ(bytesOf(file()), "mine");
    EXPECT_THAT(names(), ElementsAre("a.sagascope"));
}

TEST_F(CaptureCopyTest, ReplacesWhatALinkLeadsTo)
{
    std::ofstream(file("real.sagascope")) << "old";
    fs::create_symlink(file("real.sagascope"), file());
    ASSERT_TRUE(writeCapture({snapshotOf(many(10)), file(), true}));
    EXPECT_TRUE(fs::is_symlink(file()));
    EXPECT_EQ(capture::CaptureReader::open(file("real.sagascope"))->recordCount(), 10U);
}
#endif

} // namespace
} // namespace sagascope::session
