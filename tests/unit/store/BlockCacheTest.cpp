// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/BlockCache.h"

#include <memory>
#include <string>

#include <gtest/gtest.h>

namespace sagascope::store {
namespace {

/// Hands out blocks of 100 bytes, and counts.
class Reading
{
public:
    explicit Reading(BlockCache& cache) : m_cache(cache) {}

    /// How often blocks had to be read so far, after asking for this one.
    int ask(std::uint32_t number)
    {
        const auto block = m_cache.block(number, [&] {
            ++m_reads;
            const auto bytes = std::make_shared<const std::string>(100, char('a' + number));
            return base::Result<BlockBytes>(BlockBytes{*bytes, bytes});
        });
        EXPECT_TRUE(block);
        EXPECT_EQ(block->bytes, std::string(100, char('a' + number)));
        return m_reads;
    }

private:
    BlockCache& m_cache;
    int m_reads = 0;
};

TEST(BlockCache, aBlockIsReadOnce)
{
    BlockCache cache(1'000);
    Reading reading(cache);
    EXPECT_EQ(reading.ask(1), 1);
    EXPECT_EQ(reading.ask(1), 1);
    EXPECT_EQ(cache.bytes(), 100U);
}

TEST(BlockCache, keepsToItsBudgetAndForgetsWhatNobodyAskedForLongest)
{
    BlockCache cache(300);
    Reading reading(cache);
    for (const std::uint32_t number : {1U, 2U, 3U})
        reading.ask(number);
    EXPECT_EQ(reading.ask(1), 3) << "asked for again, it is the latest";
    EXPECT_EQ(reading.ask(4), 4);
    EXPECT_EQ(cache.bytes(), 300U);
    EXPECT_EQ(reading.ask(1), 4);
    EXPECT_EQ(reading.ask(2), 5) << "2 had to go";
}

TEST(BlockCache, whoGoesThroughEverythingPushesOutNothingThatWasAskedForAgain)
{
    BlockCache cache(400);
    Reading reading(cache);
    for (const std::uint32_t number : {0U, 1U, 0U, 1U})
        reading.ask(number);
    for (std::uint32_t number = 2; number < 22; ++number)
        EXPECT_EQ(reading.ask(number), int(number) + 1);
    EXPECT_EQ(reading.ask(0), 22);
    EXPECT_EQ(reading.ask(1), 22);
    EXPECT_EQ(cache.bytes(), 400U);
}

TEST(BlockCache, whatWasAskedForAgainGoesWhenSomethingElseIs)
{
    BlockCache cache(400); // of which three may be for those
    Reading reading(cache);
    for (const std::uint32_t number : {0U, 0U, 1U, 1U, 2U, 2U, 3U, 3U, 4U, 4U})
        reading.ask(number);
    EXPECT_EQ(reading.ask(4), 5);
    EXPECT_EQ(reading.ask(0), 6) << "0 had to go";
}

TEST(BlockCache, lookingWithoutAskingChangesNothing)
{
    BlockCache cache(200);
    Reading reading(cache);
    reading.ask(0);
    reading.ask(1);
    EXPECT_EQ(cache.held(0)->bytes, std::string(100, 'a'));
    EXPECT_FALSE(cache.held(2));
    reading.ask(2);
    EXPECT_FALSE(cache.held(0)) << "still the one that nobody asked for longest";
    EXPECT_TRUE(cache.held(1));
}

TEST(BlockCache, whatIsLargerThanTheBudgetIsReadEveryTime)
{
    BlockCache cache(50);
    Reading reading(cache);
    EXPECT_EQ(reading.ask(1), 1);
    EXPECT_EQ(reading.ask(1), 2);
    EXPECT_EQ(cache.bytes(), 0U);
}

TEST(BlockCache, whatCouldNotBeReadIsTriedAgain)
{
    BlockCache cache(1'000);
    const auto failing = cache.block(1, [] { return base::Result<BlockBytes>(base::Error{base::ErrorCode::Unreadable, "", ""}); });
    EXPECT_FALSE(failing);
    EXPECT_EQ(Reading(cache).ask(1), 1);
}

} // namespace
} // namespace sagascope::store
