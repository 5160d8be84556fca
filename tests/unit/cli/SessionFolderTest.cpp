// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/SessionFolder.h"

#include <filesystem>
#include <fstream>

#include <QTemporaryDir>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/capture/CaptureReader.h"
#include "tests/support/Records.h"

namespace sagascope::app {
namespace {

namespace fs = std::filesystem;
using testing::ElementsAre;
using testing::IsEmpty;

class SessionFolderTest : public testing::Test
{
protected:
    [[nodiscard]] fs::path folder() const { return fs::path(m_folder.path().toStdString()) / "sessions"; }
    [[nodiscard]] std::size_t fileCount() const
    {
        return std::size_t(std::distance(fs::directory_iterator(folder()), fs::directory_iterator()));
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(SessionFolderTest, aSessionsCaptureGoesWithTheLastThatReadsFromIt)
{
    const SessionFolder sessions(folder());
    auto writer = sessions.create();
    ASSERT_TRUE(writer) << writer.error().text();
    std::shared_ptr<const store::BlockKeeper> reader = *writer;
    EXPECT_TRUE((*writer)->append(test::batchOf({test::eventRecord("a.b", 1, "{}")})));
    EXPECT_TRUE((*writer)->close());
    *writer = nullptr;
    EXPECT_TRUE(reader->read(0, store::BlockForm::Records)) << "somebody still looks at it";
    reader.reset();
    EXPECT_EQ(fileCount(), 0U);
}

TEST_F(SessionFolderTest, whatAKilledProgramLeftBehindIsFoundAndWhatRunsIsNot)
{
    const SessionFolder sessions(folder());
    EXPECT_THAT(sessions.leftBehind(), IsEmpty()) << "there is not even a folder";
    const auto running = sessions.create();
    ASSERT_TRUE(running);
    EXPECT_THAT(sessions.leftBehind(), IsEmpty());
    const fs::path orphan = folder() / "orphan.sagascope";
    {
        auto writer = capture::CaptureWriter::create(orphan);
        EXPECT_TRUE((*writer)->append(test::batchOf({test::eventRecord("a.b", 1, "{}")})));
    }
    EXPECT_THAT(sessions.leftBehind(), ElementsAre(orphan));
    EXPECT_EQ(capture::CaptureReader::open(orphan)->recordCount(), 1U);
    removeLeftBehind(orphan);
    EXPECT_THAT(sessions.leftBehind(), IsEmpty());
    EXPECT_TRUE(fs::exists((*running)->status().path));
}

TEST_F(SessionFolderTest, saysWhyThereIsNoRoomForASession)
{
    std::ofstream(folder().string()) << "a file where the folder should be";
    EXPECT_FALSE(SessionFolder(folder()).create());
    EXPECT_THAT(SessionFolder(folder()).leftBehind(), IsEmpty());
}

} // namespace
} // namespace sagascope::app
