// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/HostMap.h"

#include <gtest/gtest.h>

namespace sagascope::kafka {
namespace {

TEST(HostMapTest, sendsAnAdvertisedNameToWhereItCanBeReached)
{
    const auto map = HostMap::parse("kafka:9092=localhost:9095, kafka-2:9092 = localhost:9096");
    ASSERT_TRUE(map) << map.error().text();
    EXPECT_EQ(map->resolve("kafka", 9092), (HostPort{"localhost", 9095}));
    EXPECT_EQ(map->resolve("kafka-2", 9092), (HostPort{"localhost", 9096}));
    EXPECT_EQ(map->resolve("kafka", 9093), (HostPort{"kafka", 9093})) << "another port is another broker";
    EXPECT_EQ(map->resolve("elsewhere", 9092), (HostPort{"elsewhere", 9092}));
}

TEST(HostMapTest, aHostWithoutPortStandsForAllItsPortsAndKeepsThem)
{
    const auto map = HostMap::parse("kafka=10.0.0.7\nkafka:9999=10.0.0.8");
    ASSERT_TRUE(map) << map.error().text();
    EXPECT_EQ(map->resolve("kafka", 9092), (HostPort{"10.0.0.7", 9092}));
    EXPECT_EQ(map->resolve("kafka", 9999), (HostPort{"10.0.0.8", 9999})) << "the entry with a port goes first";
}

TEST(HostMapTest, readsWhatItWrote)
{
    const auto map = HostMap::parse("kafka:9092=[::1]:9095;broker=127.0.0.1");
    ASSERT_TRUE(map) << map.error().text();
    EXPECT_EQ(map->text(), "broker=127.0.0.1\nkafka:9092=[::1]:9095\n");
    EXPECT_EQ(HostMap::parse(map->text()).value(), *map);
    EXPECT_TRUE(HostMap::parse(" \n, ")->isEmpty());
}

TEST(HostMapTest, namesTheEntryThatMakesNoSense)
{
    for (const char* wrong : {"kafka", "kafka:x=localhost", "=localhost", "kafka=", "kafka:70000=localhost:1",
                              "kafka=local host", "[::1=localhost"}) {
        const auto map = HostMap::parse(std::string("good=localhost,") + wrong);
        ASSERT_FALSE(map) << wrong;
        EXPECT_EQ(map.error().code, base::ErrorCode::InvalidArgument);
        EXPECT_EQ(map.error().subject, wrong);
    }
}

} // namespace
} // namespace sagascope::kafka
