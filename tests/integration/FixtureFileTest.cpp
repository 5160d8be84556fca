// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/FixtureFile.h"

#include <algorithm>
#include <fstream>

#include "tests/integration/RealKafka.h"

namespace sagascope::integration {

class FixtureFileTest : public RealKafkaTest
{
};

TEST_F(FixtureFileTest, kcatWritesTheRecordsOfAFileAsTheyStandThere)
{
    const support::TemporaryFolder folder("sagascope-fixture");
    const auto file = folder.path() / "records.jsonl";
    const auto name = topic("a");
    std::ofstream(file)
        << R"({"topic":")" << name
        << R"(","partition":1,"offset":0,"ts":0,"key":"k","headers":["source","test","n",null,"e",""],"payload":"{\"a\": 1}"})"
        << '\n'
        << R"({"topic":")" << name
        << R"(","partition":1,"offset":1,"ts":0,"key":null,"headers":[],"payload":"two\nlines | and more"})" << '\n'
        << R"({"topic":")" << name << R"(","partition":0,"offset":0,"ts":0,"key":"gone","payload":null})" << '\n';
    const auto topics = topicsOf(file);
    ASSERT_TRUE(topics) << topics.error().text();
    EXPECT_EQ(*topics, (std::map<std::string, int>{{name, 2}}));
    createTopic(name, topics->at(name));
    const auto written = writeWithKcat(kafka(), file);
    ASSERT_TRUE(written) << written.error().text();
    EXPECT_EQ(*written, 3U);

    auto records = readAll();
    ASSERT_EQ(records.size(), 3U);
    std::sort(records.begin(), records.end(), [](const auto& left, const auto& right) {
        return std::pair(left.partition, left.offset) < std::pair(right.partition, right.offset);
    });
    EXPECT_EQ(records[0].key, "gone");
    EXPECT_EQ(records[0].value, std::nullopt);
    EXPECT_EQ(records[1].key, "k");
    EXPECT_EQ(records[1].value, R"({"a": 1})");
    const std::vector<std::pair<std::string, std::optional<std::string>>> headers{
        {"source", "test"}, {"n", std::nullopt}, {"e", ""}};
    EXPECT_EQ(records[1].headers, headers);
    EXPECT_EQ(records[2].key, std::nullopt);
    EXPECT_EQ(records[2].value, "two\nlines | and more");
}

} // namespace sagascope::integration
