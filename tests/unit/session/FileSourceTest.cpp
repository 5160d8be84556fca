// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/FileSource.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/catalog/Catalog.h"
#include "core/session/Session.h"

namespace sagascope::session {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

Snapshot read(const std::string& text)
{
    static const auto catalog = catalog::Catalog::load();
    event::JsonLinesReader reader(std::make_unique<std::istringstream>(text), "capture.jsonl");
    SessionOptions options;
    options.catalog = *catalog;
    Session session(std::make_unique<FileSource>(std::move(reader), "capture.jsonl"), options);
    EXPECT_TRUE(session.waitUntilFinished(60s));
    EXPECT_FALSE(session.failure());
    return *session.snapshot();
}

constexpr const char* kCapture =
    R"({"topic":"dreamscape.payment.completed","partition":0,"offset":0,"ts":1795428000000,"payload":"{\"eventId\":\"a\"}"}
not a line of a capture
{"partition":0,"offset":1,"payload":"{}"}

{"topic":"dreamscape.payment.completed","partition":0,"offset":2,"ts":1795428001000,"payload":null}
{"topic":"unprefixed","partition":0,"offset":2,"payload":"{\"eventId\":\"b\"}"}
)";

TEST(FileSource, readsEveryRecordAndNamesTheLinesThatHoldNone)
{
    const Snapshot snapshot = read(kCapture);
    EXPECT_EQ(snapshot.counts.events, 2U) << "no topic is left out";
    EXPECT_EQ(snapshot.counts.undecodable, 1U);
    EXPECT_EQ(snapshot.counts.unreadableLines, 2U);
    ASSERT_EQ(snapshot.unreadable.size(), 2U);
    EXPECT_EQ(snapshot.unreadable[0].subject, "capture.jsonl:2");
    EXPECT_EQ(snapshot.unreadable[1].subject, "capture.jsonl:3");
    EXPECT_EQ(snapshot.connection.state, ConnectionState::Finished);
}

TEST(FileSource, looksBackFromTheLatestBrokerTime)
{
    EXPECT_EQ(read(kCapture).takenAt, base::fromUnixMilliseconds(1795428001000));
}

TEST(FileSource, countsMoreUnreadableLinesThanItNames)
{
    std::string text;
    for (int i = 0; i < 1'500; ++i)
        text += "rubbish\n";
    const Snapshot snapshot = read(text);
    EXPECT_EQ(snapshot.counts.unreadableLines, 1'500U);
    EXPECT_EQ(snapshot.unreadable.size(), 1'000U);
}

TEST(FileSource, finishesWithNothingInAnEmptyFile)
{
    EXPECT_EQ(read("").counts.records, 0U);
}

TEST(FileSource, tellsHowFarItIs)
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("a.jsonl")).toStdString();
    std::ofstream(path) << kCapture;
    const auto source = *FileSource::open(path);
    const auto whole = static_cast<std::int64_t>(std::filesystem::file_size(path));
    EXPECT_EQ(source->status().backlog, whole);
    EXPECT_EQ(source->status().backlogLeft, whole);
    ASSERT_TRUE(source->poll(1, 0ms));
    EXPECT_LT(source->status().backlogLeft, whole);
    EXPECT_GT(source->status().backlogLeft, 0);
    while (!source->isFinished())
        ASSERT_TRUE(source->poll(10, 0ms));
    EXPECT_EQ(source->status().backlogLeft, 0);
}

TEST(FileSource, saysWhichFileItCannotRead)
{
    const auto missing = FileSource::open("/nowhere/capture.jsonl");
    ASSERT_FALSE(missing);
    EXPECT_THAT(missing.error().text(), HasSubstr("/nowhere/capture.jsonl"));
    EXPECT_FALSE(FileSource::open(std::filesystem::temp_directory_path()));
}

} // namespace
} // namespace sagascope::session
