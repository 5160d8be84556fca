// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/ColumnCodec.h"

#include <limits>
#include <random>
#include <string>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace sagascope::store {
namespace {

using Numbers = std::vector<std::int64_t>;
using testing::ElementsAre;

TEST(ColumnCodec, columnsAreReadAsTheyWereWritten)
{
    const Numbers extremes{0, -1, 1, std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::int64_t>::max(), 42};
    const Numbers times{1'700'000'000'000'000'000, 1'700'000'000'005'000'000, 1'700'000'000'002'000'000};
    ColumnWriter out;
    out.differences(extremes);
    out.numbers(extremes);
    out.differences(times);
    out.words(std::vector<std::uint64_t>{7, std::numeric_limits<std::uint64_t>::max()});
    out.texts(std::vector<std::string_view>{"", "a", "0f8fad5b-d9cb-469f-a165-70867728950e", "", "déjà vu", "0F8FAD5B-d9cb-469f-a165-70867728950e"});
    out.numbers({});
    auto in = ColumnReader::open(out.finish());
    ASSERT_TRUE(in);
    EXPECT_EQ(in->differences(), extremes);
    EXPECT_EQ(in->numbers(), extremes);
    EXPECT_EQ(in->differences(), times);
    EXPECT_THAT(in->words(), ElementsAre(7, std::numeric_limits<std::uint64_t>::max()));
    EXPECT_THAT(in->texts(), ElementsAre("", "a", "0f8fad5b-d9cb-469f-a165-70867728950e", "", "déjà vu", "0F8FAD5B-d9cb-469f-a165-70867728950e"));
    EXPECT_THAT(in->numbers(), testing::IsEmpty());
    EXPECT_TRUE(in->isAtEnd());
    EXPECT_FALSE(in->hasFailed());
}

TEST(ColumnCodec, numbersThatGrowStepByStepTakeNextToNothing)
{
    Numbers values;
    for (std::int64_t i = 0; i < 100'000; ++i)
        values.push_back(5'000'000'000 + i);
    ColumnWriter out;
    out.differences(values);
    EXPECT_LT(out.finish().size(), 1'000U);
}

TEST(ColumnCodec, bytesThatAreNoColumnsAreRefused)
{
    EXPECT_FALSE(ColumnReader::open(""));
    EXPECT_FALSE(ColumnReader::open("no columns at all"));
}

TEST(ColumnCodec, aColumnThatIsNotThereFailsAndStaysEmpty)
{
    ColumnWriter out;
    out.numbers(Numbers{1, 2, 3});
    auto in = ColumnReader::open(out.finish());
    ASSERT_TRUE(in);
    EXPECT_EQ(in->numbers().size(), 3U);
    EXPECT_TRUE(in->numbers().empty());
    EXPECT_TRUE(in->hasFailed());
    EXPECT_TRUE(in->texts().empty());
}

TEST(ColumnCodec, survivesAnyBytes)
{
    std::mt19937 random(5);
    for (int round = 0; round < 2'000; ++round) {
        ColumnWriter out; // words come out as they went in, so whatever is read is what was made up
        std::vector<std::uint64_t> words(random() % 40);
        for (std::uint64_t& word : words)
            word = random() % 3 == 0 ? random() % 16 : (std::uint64_t(random()) << 32U) | random();
        out.words(words);
        auto in = ColumnReader::open(out.finish());
        ASSERT_TRUE(in);
        while (!in->isAtEnd() && !in->hasFailed()) {
            switch (random() % 4) {
            case 0: static_cast<void>(in->numbers()); break;
            case 1: static_cast<void>(in->differences()); break;
            case 2: static_cast<void>(in->words()); break;
            default: static_cast<void>(in->texts()); break;
            }
        }
    }
}

} // namespace
} // namespace sagascope::store
