// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/CaptureSource.h"

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "core/capture/CaptureWriter.h"
#include "core/event/JsonLines.h"
#include "core/catalog/Catalog.h"
#include "core/session/DemoSource.h"
#include "core/session/Replay.h"
#include "core/session/Report.h"
#include "core/session/Session.h"
#include "core/store/BlockCodec.h"
#include "tests/support/Records.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;
using nlohmann::json;
using testing::HasSubstr;

namespace fs = std::filesystem;

SessionOptions withCatalog()
{
    static const auto catalog = catalog::Catalog::load();
    SessionOptions options;
    options.catalog = *catalog;
    return options;
}

/// What a session of this source shows at its end.
SnapshotPtr endOf(std::unique_ptr<EventSource> source, std::shared_ptr<capture::CaptureWriter> capture = nullptr)
{
    SessionOptions options = withCatalog();
    options.capture = std::move(capture);
    Session session(std::move(source), options);
    EXPECT_TRUE(session.waitUntilFinished(180s));
    EXPECT_FALSE(session.failure());
    return session.snapshot();
}

std::unique_ptr<EventSource> opened(const fs::path& file, const catalog::Catalog* catalog = nullptr)
{
    auto source = openRecording(file, catalog);
    EXPECT_TRUE(source) << (source ? "" : source.error().text());
    return source ? *std::move(source) : nullptr;
}

/// The report as of the moment of the last record; without the groups' lag, which is no record.
json reportOf(const SnapshotPtr& snapshot, base::Timestamp asOf)
{
    json report = json::parse(toJson(makeReport(Replay().travel(snapshot, {asOf}))));
    report.erase("lag");
    return report;
}

class CaptureSourceTest : public testing::Test
{
protected:
    [[nodiscard]] fs::path file() const { return fs::path(m_folder.path().toStdString()) / "demo.sagascope"; }

    std::shared_ptr<capture::CaptureWriter> create() const
    {
        auto writer = capture::CaptureWriter::create(file());
        EXPECT_TRUE(writer) << (writer ? "" : writer.error().text());
        return *std::move(writer);
    }

    /// Of a session that read 300 bookings.
    void writeSmallCapture() const
    {
        std::vector<test::Record> records;
        for (int i = 0; i < 300; ++i)
            records.push_back(test::eventRecord("voyage.booking.created", i, R"({"bookingId":"b-)" + std::to_string(i) + R"("})"));
        const fs::path lines = file().parent_path() / "lines.jsonl";
        std::ofstream out(lines);
        for (const test::Record& record : records)
            out << event::writeLine(record.raw()) << '\n';
        out.close();
        static_cast<void>(endOf(opened(lines), create()));
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(CaptureSourceTest, aCaptureOfTheDemoTellsWhatTheDemoTold)
{
    demo::DemoOptions options;
    options.seed = 7;
    options.rate = 400;
    options.duration = 5s;
    auto demo = DemoSource::start(options);
    ASSERT_TRUE(demo);
    const auto writer = create();
    const SnapshotPtr live = endOf(*std::move(demo), writer);
    ASSERT_GT(live->counts.events, 500U);
    EXPECT_EQ(writer->status().committed, live->counts.records);
    EXPECT_FALSE(writer->status().problem);

    const SnapshotPtr reopened = endOf(opened(file()));
    EXPECT_EQ(reopened->connection.problem, "");
    EXPECT_EQ(reopened->connection.name, "demo.sagascope");
    const base::Timestamp end = reopened->takenAt;
    const json was = reportOf(live, end);
    const json is = reportOf(reopened, end);
    EXPECT_GT(was["sagas"].size(), 50U);
    EXPECT_TRUE(was == is) << json::diff(was, is).dump(2).substr(0, 2'000);

    auto columns = opened(file(), withCatalog().catalog.get());
    EXPECT_TRUE(columns->isRestoring()) << "nothing needs to be decoded again";
    const SnapshotPtr restored = endOf(std::move(columns));
    EXPECT_EQ(restored->connection.problem, "");
    EXPECT_EQ(restored->counts.correlatedEvents, reopened->counts.correlatedEvents);
    const json again = reportOf(restored, end);
    EXPECT_TRUE(was == again) << json::diff(was, again).dump(2).substr(0, 2'000);
    for (std::uint32_t i = 0; i < live->events.size(); i += 97) {
        const auto before = live->events.record(base::EventIndex(i));
        const auto after = restored->events.record(base::EventIndex(i));
        ASSERT_TRUE(before && after);
        EXPECT_EQ(event::writeLine(before->records().front()), event::writeLine(after->records().front()));
    }
}

TEST_F(CaptureSourceTest, whatAnotherCatalogMadeOfACaptureIsMadeAnew)
{
    writeSmallCapture();
    std::vector<catalog::SagaDefinition> own{*withCatalog().catalog->definition("booking-payment")};
    own.front().name = "mine";
    const auto other = withCatalog().catalog->with(own);
    EXPECT_TRUE(opened(file(), withCatalog().catalog.get())->isRestoring());
    EXPECT_FALSE(opened(file(), other.get())->isRestoring());
}

TEST_F(CaptureSourceTest, columnsThatAreDamagedAreNoLoss)
{
    writeSmallCapture();
    for (const char* damage : {"UPDATE columns SET bytes = zeroblob(10) WHERE name = 'descriptions'",
                               "DELETE FROM columns WHERE name = 'descriptions'", "DELETE FROM columns"}) {
        auto database = capture::Database::open(file(), capture::Database::Mode::Write);
        ASSERT_TRUE(database && database->run(damage));
        const SnapshotPtr snapshot = endOf(opened(file(), withCatalog().catalog.get()));
        EXPECT_EQ(snapshot->counts.events, 300U);
        EXPECT_EQ(snapshot->counts.sagas, 300U);
        EXPECT_EQ(snapshot->connection.problem, "") << "the records are all there";
    }
}

TEST_F(CaptureSourceTest, saysInOneSentenceThatTheWriterWasKilled)
{
    const auto writer = create();
    EXPECT_TRUE(writer->append(test::batchOf({test::eventRecord("payment.completed", 1, "{}")})));
    while (writer->status().committed < 1)
        std::this_thread::sleep_for(1ms);
    const SnapshotPtr snapshot = endOf(opened(file()));
    EXPECT_EQ(snapshot->counts.records, 1U);
    EXPECT_THAT(snapshot->connection.problem, HasSubstr("was not closed"));
    EXPECT_EQ(snapshot->connection.fault, RecordingFault{});
}

TEST_F(CaptureSourceTest, saysInOneSentenceHowMuchIsLost)
{
    std::vector<test::Record> records;
    for (int i = 0; i < 400; ++i)
        records.push_back(test::eventRecord("payment.completed", i, "{\"note\":\"" + std::string(store::kBlockSize / 100, '.') + "\"}"));
    EXPECT_TRUE(create()->append(test::batchOf(records)));
    auto database = capture::Database::open(file(), capture::Database::Mode::Write);
    ASSERT_TRUE(database->run("UPDATE blocks SET checksum = 1 WHERE seq = 1"));
    const SnapshotPtr snapshot = endOf(opened(file()));
    EXPECT_THAT(snapshot->connection.problem, HasSubstr("of 400 records are passed over"));
    ASSERT_TRUE(snapshot->connection.fault);
    EXPECT_EQ(snapshot->connection.fault->kind, RecordingFault::Kind::Damaged);
    EXPECT_EQ(snapshot->connection.fault->lost + snapshot->counts.records, 400U);
    EXPECT_EQ(snapshot->connection.backlogLeft, 0) << "nothing more will come";
    EXPECT_GT(snapshot->counts.records, 0U);
    ASSERT_EQ(snapshot->unreadable.size(), 1U);
    EXPECT_EQ(snapshot->unreadable[0].subject, "demo.sagascope, block 1");
}

TEST_F(CaptureSourceTest, tellsACaptureFromJsonLinesByItsContent)
{
    std::ofstream(file()) << R"({"topic":"dreamscape.a.b","partition":0,"offset":0,"ts":1795428000000,"payload":"{}"})" << "\n";
    EXPECT_EQ(endOf(opened(file()))->counts.records, 1U);
    EXPECT_EQ(openRecording(file().parent_path()).error().code, base::ErrorCode::Unreadable);
}

} // namespace
} // namespace sagascope::session
