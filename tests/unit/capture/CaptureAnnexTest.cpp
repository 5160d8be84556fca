// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureAnnex.h"

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/capture/CaptureReader.h"
#include "core/capture/CaptureWriter.h"
#include "core/event/JsonLines.h"
#include "tests/support/Records.h"

namespace sagascope::capture {
namespace {

using test::batchOf;
using test::eventRecord;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

namespace fs = std::filesystem;

Note about(std::int64_t offset, std::string text)
{
    return {"dreamscape.a", 1, offset, {}, true, std::move(text), test::moment("2026-03-02T09:41:12Z")};
}

class CaptureAnnexTest : public testing::Test
{
protected:
    CaptureAnnexTest()
    {
        const auto writer = CaptureWriter::create(file());
        EXPECT_TRUE((*writer)->append(batchOf({eventRecord("a.b", 1, "{}"), eventRecord("a.b", 2, "{}")})));
        EXPECT_TRUE((*writer)->close());
    }

    [[nodiscard]] fs::path file(const char* name = "a.sagascope") const { return fs::path(m_folder.path().toStdString()) / name; }

    void sql(const char* statement) const
    {
        auto database = Database::open(file(), Database::Mode::Write);
        ASSERT_TRUE(database);
        const auto done = database->run(statement);
        EXPECT_TRUE(done) << done.error().text();
    }

    void setVersion(std::int64_t version) const { sql(("PRAGMA user_version = " + std::to_string(version)).c_str()); }

    [[nodiscard]] std::int64_t number(const char* statement) const
    {
        auto database = Database::open(file(), Database::Mode::Read);
        return *database->integer(statement);
    }

    [[nodiscard]] std::size_t recordsRead() const
    {
        auto reader = CaptureReader::open(file());
        std::size_t count = 0;
        while (reader && !reader->isAtEnd())
            count += reader->read().size();
        return count;
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(CaptureAnnexTest, ACaptureHasNoneAtFirst)
{
    EXPECT_TRUE(readAnnex(file())->isEmpty());
    EXPECT_EQ(number("PRAGMA user_version"), kVersion);
}

TEST_F(CaptureAnnexTest, GivesBackWhatWasWritten)
{
    const Note saga{"dreamscape.a", 1, 5, "BK-1", false, "ligne une\nligne deux – été", base::kNoTime};
    const CaptureAnnex annex{"secrets, email", {about(5, ""), about(6, "look"), saga}};
    ASSERT_TRUE(writeAnnex(file(), annex));
    const auto read = readAnnex(file());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->redaction, annex.redaction);
    EXPECT_THAT(read->notes, UnorderedElementsAre(annex.notes[0], annex.notes[1], annex.notes[2]));
    EXPECT_EQ(recordsRead(), 2U);
    EXPECT_EQ(number("PRAGMA user_version"), kVersion / 100 * 100 + 1);
    EXPECT_FALSE(fs::exists(file("a.sagascope-journal")));
}

TEST_F(CaptureAnnexTest, HoldsTheseNotesAndNoOthersAndKeepsWhatItSaysOfItself)
{
    ASSERT_TRUE(writeAnnex(file(), {"secrets", {about(5, "old"), about(6, "gone")}}));
    ASSERT_TRUE(writeAnnex(file(), {{}, {about(5, "new"), about(7, "more")}}));
    EXPECT_THAT(readAnnex(file())->notes, UnorderedElementsAre(about(5, "new"), about(7, "more")));
    EXPECT_EQ(readAnnex(file())->redaction, "secrets");
    ASSERT_TRUE(writeAnnex(file(), {}));
    EXPECT_THAT(readAnnex(file())->notes, IsEmpty());
}

TEST_F(CaptureAnnexTest, IsWrittenWhileTheCaptureIsOpenElsewhere)
{
    auto reader = CaptureReader::open(file());
    ASSERT_TRUE(reader);
    EXPECT_TRUE(writeAnnex(file(), {{}, {about(5, "before it is read")}}));
    EXPECT_EQ(reader->read().size(), 2U);
    EXPECT_TRUE(writeAnnex(file(), {{}, {about(5, "after a block")}}));
    static_cast<void>(reader->read());
    EXPECT_TRUE(reader->isAtEnd());
    EXPECT_TRUE(writeAnnex(file(), {{}, {about(5, "at the end")}}));
    EXPECT_EQ(readAnnex(file())->notes.front().text, "at the end");
}

TEST_F(CaptureAnnexTest, LeavesAloneWhatALaterAdditionKeepsBesideANote)
{
    ASSERT_TRUE(writeAnnex(file(), {{}, {about(5, "old")}}));
    setVersion(kVersion / 100 * 100 + 5);
    sql("ALTER TABLE notes ADD COLUMN colour; UPDATE notes SET colour = 7");
    ASSERT_TRUE(writeAnnex(file(), {{}, {about(5, "new"), about(6, "more")}}));
    EXPECT_EQ(number("SELECT colour FROM notes WHERE offset = 5"), 7);
    EXPECT_EQ(number("PRAGMA user_version"), kVersion / 100 * 100 + 5) << "it is not made older";
}

TEST_F(CaptureAnnexTest, PassesOverNotesThatCannotBe)
{
    ASSERT_TRUE(writeAnnex(file(), {{}, {about(5, "fine")}}));
    sql("INSERT INTO notes VALUES('', 0, 0, '', 0, 'about nothing', NULL);"
        "INSERT INTO notes VALUES('dreamscape.a', 0, 0, '', 0, CAST(x'ff' AS TEXT), NULL)");
    EXPECT_THAT(readAnnex(file())->notes, UnorderedElementsAre(about(5, "fine")));
    sql("DROP TABLE notes; CREATE TABLE notes(other)");
    EXPECT_TRUE(readAnnex(file())->isEmpty());
    EXPECT_EQ(recordsRead(), 2U);
}

TEST_F(CaptureAnnexTest, WritesNothingIntoWhatIsNoCaptureOrALaterOne)
{
    std::ofstream(file("text")) << "not a capture, but somebody's";
    EXPECT_FALSE(writeAnnex(file("text"), {{}, {about(5, "x")}}));
    EXPECT_EQ(fs::file_size(file("text")), 29U);
    EXPECT_EQ(writeAnnex(file("none"), {}).error().code, base::ErrorCode::NotFound);
    EXPECT_FALSE(fs::exists(file("none")));
    setVersion(kVersion / 100 * 100 + 100);
    const auto refused = writeAnnex(file(), {{}, {about(5, "x")}});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, base::ErrorCode::Unsupported);
    EXPECT_THAT(refused.error().detail, HasSubstr("later Sagascope"));
}

/// A file as the first generation wrote it, before there were additions. It never changes: this is what old files look like.
TEST(CaptureGenerations, TheFirstOneIsStillRead)
{
    const fs::path folder = SAGASCOPE_SOURCE_DIR "/tests/fixtures/captures";
    QTemporaryDir copies; // the fixture is never opened itself
    const fs::path copy = fs::path(copies.path().toStdString()) / "100.sagascope";
    fs::copy_file(folder / "100.sagascope", copy);
    auto database = Database::open(copy, Database::Mode::Read);
    ASSERT_TRUE(database);
    EXPECT_EQ(*database->integer("PRAGMA user_version"), 100);
    auto reader = CaptureReader::open(copy);
    ASSERT_TRUE(reader);
    const auto expected = event::JsonLinesReader::open(folder / "100.jsonl")->read(100);
    ASSERT_TRUE(expected);
    std::size_t count = 0;
    while (!reader->isAtEnd()) {
        const event::RecordBatch batch = reader->read();
        for (const event::RawRecord& record : batch.records()) {
            ASSERT_LT(count, expected->size());
            EXPECT_EQ(event::writeLine(record), event::writeLine(expected->records()[count++]));
        }
    }
    EXPECT_EQ(count, 6U);
    EXPECT_THAT(reader->takeDamage(), IsEmpty());
    EXPECT_TRUE(reader->wasClosed());
    EXPECT_TRUE(readAnnex(copy)->isEmpty());
}

TEST_F(CaptureAnnexTest, ALaterAdditionIsReadAndALaterGenerationRefused)
{
    setVersion(kVersion / 100 * 100 + 99);
    sql("CREATE TABLE colours(name); INSERT INTO meta VALUES('mood', 'good');"
        "ALTER TABLE blocks ADD COLUMN weight DEFAULT 3");
    EXPECT_EQ(recordsRead(), 2U);
    EXPECT_TRUE(readAnnex(file()));
    for (const std::int64_t later : {kVersion / 100 * 100 + 100, std::int64_t(10'001)}) {
        setVersion(later);
        const auto refused = CaptureReader::open(file());
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error().code, base::ErrorCode::Unsupported);
        EXPECT_EQ(refused.error().detail, "was written by a later Sagascope; open it with that one");
        EXPECT_EQ(readAnnex(file()).error().code, base::ErrorCode::Unsupported);
    }
}

} // namespace
} // namespace sagascope::capture
