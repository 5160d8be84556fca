// SPDX-License-Identifier: GPL-3.0-or-later
// Columns in a file: what was written is there whatever the system keeps in memory, and the memory goes.
#include "core/base/ColumnSpace.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "core/base/AppendVector.h"
#include "core/base/LargePages.h"
#include "core/base/SharedText.h"
#include "core/base/TextPool.h"

namespace sagascope::base {
namespace {

/// Bytes of files that are resident, as Linux counts them; nothing elsewhere.
std::size_t residentOfFiles()
{
    std::ifstream status("/proc/self/status");
    for (std::string word; status >> word;) {
        std::size_t kilobytes = 0;
        if (word == "RssFile:" && status >> kilobytes)
            return kilobytes * 1024;
    }
    return 0;
}

class ColumnSpaceTest : public testing::Test
{
protected:
    void SetUp() override
    {
#if defined(__linux__)
        ASSERT_NE(m_space, nullptr) << std::filesystem::temp_directory_path();
#else
        GTEST_SKIP() << "SKIPPED: only Linux has such files";
#endif
    }

    std::shared_ptr<ColumnSpace> m_space = ColumnSpace::inFileOf(std::filesystem::temp_directory_path(), std::size_t(1) << 20U);
};

TEST_F(ColumnSpaceTest, KeepsWhatWasWrittenAndNotInMemory)
{
    constexpr std::uint64_t kCount = 8'000'000; // 64 MB
    AppendVector<std::uint64_t> column(m_space);
    const std::size_t before = residentOfFiles();
    for (std::uint64_t i = 0; i < kCount; ++i)
        column.append(i * i);
    const std::size_t grown = residentOfFiles() - std::min(before, residentOfFiles());
    EXPECT_LT(grown, std::size_t(16) << 20U) << "of " << m_space->size();
    EXPECT_GE(m_space->size(), kCount * sizeof(std::uint64_t));
    std::uint64_t wrong = 0;
    for (std::uint64_t i = 0; i < kCount; ++i)
        wrong += column[i] == i * i ? 0 : 1;
    EXPECT_EQ(wrong, 0U);
    m_space->letGo();
    EXPECT_LT(residentOfFiles(), before + (std::size_t(8) << 20U)) << "what was looked at goes again";
    EXPECT_EQ(column[kCount / 2], kCount / 2 * (kCount / 2));
}

TEST_F(ColumnSpaceTest, AViewOutlivesTheSpaceAndTheColumn)
{
    AppendVector<std::uint32_t>::View view;
    {
        AppendVector<std::uint32_t> column(std::exchange(m_space, nullptr));
        for (std::uint32_t i = 0; i < 10'000; ++i)
            column.append(i);
        view = column.view();
    }
    EXPECT_EQ(view[9'999], 9'999U);
}

TEST_F(ColumnSpaceTest, IsReadWhileItGrowsAndIsLetGo)
{
    constexpr std::uint32_t kCount = 3'000'000;
    AppendVector<std::uint32_t> column(m_space);
    for (std::uint32_t i = 0; i < 100'000; ++i)
        column.append(i);
    const auto view = column.view();
    std::atomic<bool> isOver{false};
    std::uint64_t wrong = 0;
    std::thread reader([&] {
        for (std::uint32_t i = 0; !isOver; i = (i + 7'919) % 100'000)
            wrong += view[i] == i ? 0 : 1;
    });
    for (std::uint32_t i = 100'000; i < kCount; ++i)
        column.append(i);
    isOver = true;
    reader.join();
    EXPECT_EQ(wrong, 0U);
    EXPECT_EQ(column[kCount - 1], kCount - 1);
}

TEST_F(ColumnSpaceTest, ManyTakeFromItAtOnce)
{
    constexpr std::uint64_t kCount = 400'000;
    std::vector<std::thread> threads;
    std::atomic<std::uint64_t> wrong{0};
    for (std::uint64_t number = 0; number < 4; ++number) {
        threads.emplace_back([&, number] {
            AppendVector<std::uint64_t, 64> column(m_space);
            for (std::uint64_t i = 0; i < kCount; ++i)
                column.append(i * 4 + number);
            for (std::uint64_t i = 0; i < kCount; ++i)
                wrong += column[i] == i * 4 + number ? 0 : 1;
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(wrong, 0U);
}

TEST_F(ColumnSpaceTest, TakesWhatIsLargerThanItsSteps)
{
    TextPool texts(m_space);
    const std::string large(9'000'000, 'x');
    const TextId id = texts.intern(large);
    const TextId small = texts.intern("small");
    EXPECT_EQ(texts[id], large);
    EXPECT_EQ(texts[small], "small");
    EXPECT_EQ(texts.intern(large), id);
}

TEST(ColumnSpace, IsNoneWhereThereIsNoFolder)
{
    EXPECT_EQ(ColumnSpace::inFileOf("/nowhere/at/all"), nullptr);
    AppendVector<int> column(ColumnSpace::inFileOf("/nowhere/at/all"));
    column.append(7);
    EXPECT_EQ(column[0], 7);
}

TEST(LargePages, ATableGrowsAcrossTheirSize)
{
    LargeVector<std::uint64_t> table;
    for (std::uint64_t i = 0; i < 1'000'000; ++i)
        table.push_back(i);
    for (std::uint64_t i = 0; i < table.size(); i += 997)
        ASSERT_EQ(table[i], i);
}

TEST(SharedText, EqualTextsAreOne)
{
    SharedTexts texts;
    const SharedText a = texts.share("payment.failed → booking.cancelled");
    const SharedText b = texts.share(std::string("payment.failed → booking.cancelled"));
    EXPECT_EQ(std::string_view(a).data(), std::string_view(b).data());
    EXPECT_EQ(a, b);
    EXPECT_EQ(SharedText(), std::string_view());
    EXPECT_FALSE(texts.share("other") == a);
}

} // namespace
} // namespace sagascope::base
