// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Partitioner.h"

#include <gtest/gtest.h>

#include <string>

using namespace sagascope::kafka;

// The expected values were computed by the Java client's own org.apache.kafka.common.utils.Utils.murmur2.
TEST(Partitioner, hashesLikeTheJavaClient)
{
    EXPECT_EQ(murmur2("21"), static_cast<std::uint32_t>(-973932308));
    EXPECT_EQ(murmur2("foobar"), static_cast<std::uint32_t>(-790332482));
    EXPECT_EQ(murmur2("a-little-bit-long-string"), static_cast<std::uint32_t>(-985981536));
    EXPECT_EQ(murmur2("a-little-bit-longer-string"), static_cast<std::uint32_t>(-1486304829));
    EXPECT_EQ(murmur2("lkjh234lh9fiuh90y23oiuhsafujhadof229phr9h19h89h8"), static_cast<std::uint32_t>(-58897971));
    EXPECT_EQ(murmur2("abc"), 479470107U);
}

TEST(Partitioner, anEmptyKeyHasAPartition)
{
    EXPECT_EQ(murmur2(""), 275646681U);
    EXPECT_EQ(partitionOfKey("", 3), 275646681 % 3);
}

TEST(Partitioner, staysWithinThePartitionsWhenTheHashIsNegative)
{
    EXPECT_EQ(partitionOfKey("21", 1), 0);
    for (int i = 0; i < 1'000; ++i) {
        const auto partition = partitionOfKey("user-" + std::to_string(i), 6);
        EXPECT_GE(partition, 0);
        EXPECT_LT(partition, 6);
    }
}
