// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/copy/EventExport.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <numeric>

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/event/JsonLines.h"
#include "core/session/Ingest.h"
#include "tests/support/History.h"

namespace sagascope::session {
namespace {

namespace fs = std::filesystem;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class EventExportTest : public testing::Test
{
protected:
    void read(const std::vector<test::Record>& records)
    {
        m_records = records;
        for (const test::Record& record : m_records)
            m_ingest.take(record.raw());
        auto snapshot = std::make_shared<Snapshot>();
        m_ingest.fill(*snapshot, m_ingest.latestTime());
        order.snapshot = snapshot;
        order.events.resize(records.size());
        std::iota(order.events.begin(), order.events.end(), 0U);
    }

    std::string text() const
    {
        std::string text;
        const auto written = exportEvents(order, [&](std::string_view piece) { return text += piece, true; });
        EXPECT_TRUE(written);
        return text;
    }

    fs::path file(const char* name) const { return fs::path(m_folder.path().toStdU16String()) / name; }

    static std::string contentOf(const fs::path& path)
    {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    }

    std::size_t filesInFolder() const
    {
        const fs::directory_iterator files(m_folder.path().toStdU16String());
        return std::size_t(std::distance(begin(files), end(files)));
    }

    EventExport order;

private:
    std::vector<test::Record> m_records;
    Ingest m_ingest{test::builtInCatalog()};
    QTemporaryDir m_folder;
};

test::Record booking(int number, const std::string& payload = R"({"bookingId":"BK-1","userId":"u-1"})")
{
    return test::eventRecord("voyage.booking.created", number, payload);
}

TEST_F(EventExportTest, CsvHasALineOfTitlesAndALineForEachEvent)
{
    read({booking(1), booking(2)});
    order.form = ExportForm::Csv;
    order.columns = {{ExportColumn::Kind::Time, {}}, {ExportColumn::Kind::Topic, {}}, {ExportColumn::Kind::Offset, {}}, {ExportColumn::Kind::Identifiers, {}},
                     {ExportColumn::Kind::Payload, {"bookingId"}}};
    const std::string id = test::uuid(1001);
    EXPECT_EQ(text(), "time,topic,offset,identifiers,payload.bookingId\r\n"
                      "2026-03-02T09:41:12.034Z,dreamscape.voyage.booking.created,1,correlation: " + id + "; booking: BK-1,BK-1\r\n"
                      "2026-03-02T09:41:12.034Z,dreamscape.voyage.booking.created,2,correlation: " + id + "; booking: BK-1,BK-1\r\n");
}

TEST_F(EventExportTest, CsvHoldsWhatOnlyTheRecordKnows)
{
    read({booking(1, R"({"bookingId":"BK-1","items":[{"sku":"a"},{"sku":"b"}],"amount":-5,"card":{"n":1}})")});
    order.form = ExportForm::Csv;
    using Kind = ExportColumn::Kind;
    order.columns = {{Kind::Key, {}}, {Kind::EventId, {}}, {Kind::CausationId, {}}, {Kind::Delay, {}}, {Kind::Payload, {"items", "sku"}},
                     {Kind::Payload, {"amount"}}, {Kind::Payload, {"none"}}};
    EXPECT_EQ(text(), "key,eventId,causationId,delay,payload.items.sku,payload.amount,payload.none\r\nkey-1," + test::uuid(1) + ",,16,\"a, b\",-5,\r\n");
}

TEST_F(EventExportTest, CsvQuotesAndGuardsAgainstFormulas)
{
    EXPECT_EQ(csvField("plain"), "plain");
    EXPECT_EQ(csvField("a,b"), "\"a,b\"");
    EXPECT_EQ(csvField("say \"hi\"\nthere"), "\"say \"\"hi\"\"\nthere\"");
    EXPECT_EQ(csvField("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
    EXPECT_EQ(csvField("+1"), "'+1");
    EXPECT_EQ(csvField("@SUM(A1)"), "'@SUM(A1)");
    EXPECT_EQ(csvField("\t=1"), "'\t=1");
    EXPECT_EQ(csvField("-2+3"), "'-2+3");
    EXPECT_EQ(csvField("-12.5"), "-12.5") << "a number is no formula";
    EXPECT_EQ(csvField("\xff"), "\uFFFD");
    EXPECT_EQ(csvField(""), "");
}

TEST_F(EventExportTest, JsonLinesAreReadBackAsTheSameRecords)
{
    test::Record binary = booking(3);
    binary.value(std::string("\x00\xff", 2)).noKey().nullHeader("n");
    read({booking(1), binary, booking(4).tombstone()});
    order.isMasked = false;
    event::JsonLinesReader reader(std::make_unique<std::istringstream>(text()));
    const auto batch = reader.read(10);
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->size(), 3U);
    EXPECT_TRUE(reader.takeUnreadable().empty());
    for (std::size_t i = 0; i < 3; ++i) {
        const auto own = order.snapshot->events.record(base::EventIndex(std::uint32_t(i)));
        ASSERT_TRUE(own);
        EXPECT_EQ(event::writeLine(batch->records()[i]), event::writeLine(own->records().front())) << i;
    }
}

TEST_F(EventExportTest, SecretsAreMaskedInBothFormsUnlessAskedForPlainly)
{
    read({booking(1, R"({"bookingId":"BK-1","resetToken":"s3cr3t","card":{"cvv":"12345"}})").header("Authorization", "Bearer s3cr3t")});
    order.columns = {{ExportColumn::Kind::Payload, {"resetToken"}}, {ExportColumn::Kind::Payload, {"card"}}};
    for (const ExportForm form : {ExportForm::Csv, ExportForm::JsonLines}) {
        order.form = form;
        order.isMasked = true;
        EXPECT_THAT(text(), Not(HasSubstr("s3cr3t")));
        EXPECT_THAT(text(), Not(HasSubstr("12345")));
        order.isMasked = false;
        EXPECT_THAT(text(), HasSubstr("s3cr3t"));
    }
}

TEST_F(EventExportTest, WritesTheEventsThatItIsGivenInTheirOrder)
{
    read({booking(1), booking(2), booking(3)});
    order.events = {2, 0};
    order.form = ExportForm::Csv;
    order.columns = {{ExportColumn::Kind::Offset, {}}};
    EXPECT_EQ(text(), "offset\r\n3\r\n1\r\n");
}

TEST_F(EventExportTest, AFileIsReplacedOnlyWhenEverythingIsWritten)
{
    read({booking(1)});
    std::ofstream(file("events.jsonl")) << "before";
    const auto stopped = exportEvents(order, file("events.jsonl"), [](std::size_t) { return false; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, base::ErrorCode::Cancelled);
    EXPECT_EQ(contentOf(file("events.jsonl")), "before");
    EXPECT_EQ(filesInFolder(), 1U) << "and nothing half lies beside it";
    const auto written = exportEvents(order, file("events.jsonl"));
    ASSERT_TRUE(written);
    EXPECT_EQ(written->written, 1U);
    EXPECT_THAT(contentOf(file("events.jsonl")), StartsWith("{\"topic\":\"dreamscape.voyage.booking.created\""));
    EXPECT_EQ(filesInFolder(), 1U);
}

TEST_F(EventExportTest, StoppedAtTheLastMomentItStillLeavesNothing)
{
    read({booking(1)});
    const auto stopped = exportEvents(order, file("events.jsonl"), [](std::size_t done) { return done == 0; });
    EXPECT_FALSE(stopped);
    EXPECT_EQ(filesInFolder(), 0U);
}

TEST_F(EventExportTest, SaysWhyAFileCannotBeWritten)
{
    read({booking(1)});
    const auto nowhere = exportEvents(order, file("no/such/folder/events.csv"));
    ASSERT_FALSE(nowhere);
    EXPECT_EQ(nowhere.error().code, base::ErrorCode::Refused);
    EXPECT_THAT(nowhere.error().subject, EndsWith("events.csv"));
    EXPECT_FALSE(nowhere.error().detail.empty());
#ifdef Q_OS_LINUX
    const auto full = exportEvents(order, fs::path("/dev/full"));
    ASSERT_FALSE(full);
    EXPECT_THAT(full.error().text(), HasSubstr("No space left on device"));
    EXPECT_TRUE(fs::is_character_file("/dev/full")) << "a device is written into, not replaced";
#endif
}

} // namespace
} // namespace sagascope::session
