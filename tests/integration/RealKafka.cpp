// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/RealKafka.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <sstream>
#include <thread>

#include "core/kafka/Cluster.h"

namespace sagascope::integration {

namespace {

/// One cluster of the program; the list ends them all.
struct Slot
{
    support::KafkaStart start;
    bool isStarted = false;

    support::KafkaStart& get(const support::KafkaSpec& spec)
    {
        if (!isStarted)
            start = support::KafkaCluster::start(spec);
        isStarted = true;
        return start;
    }
};

Slot g_shared;
Slot g_secured;
Slot g_three;

bool isRequired()
{
    const char* required = std::getenv("REQUIRE_KAFKA");
    return required && std::string_view(required) == "1";
}

} // namespace

support::KafkaStart& sharedKafka()
{
    return g_shared.get({});
}

support::KafkaStart& securedKafka()
{
    return g_secured.get({.isSecured = true});
}

support::KafkaStart& threeBrokers()
{
    return g_three.get({.brokers = 3});
}

void endKafka()
{
    for (Slot* slot : {&g_shared, &g_secured, &g_three})
        slot->start.server.reset();
}

void requireKafka(const support::KafkaStart& start)
{
    if (start.server)
        return;
    if (start.isUnavailable && !isRequired())
        GTEST_SKIP() << "KAFKA UNAVAILABLE: " << start.reason;
    FAIL() << start.reason;
}

void RealKafkaTest::SetUp()
{
    requireKafka(sharedKafka());
}

std::string RealKafkaTest::topic(const std::string& suffix)
{
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    return std::string("dreamscape.") + test->name() + '.' + suffix;
}

kafka::Profile RealKafkaTest::profile()
{
    kafka::Profile profile;
    profile.name = "real";
    profile.bootstrap = kafka().bootstrap();
    profile.topicPattern = "^" + topic(".*");
    profile.metadataInterval = std::chrono::milliseconds(300);
    return profile;
}

void RealKafkaTest::createTopic(const std::string& topic, int partitions, const std::vector<std::string>& configs)
{
    ASSERT_TRUE(kafka().createTopic(topic, partitions, configs)) << kafka().logTail();
    // The controller has it; the broker learns of it a moment later.
    const auto cluster = kafka::Cluster::open(profile());
    ASSERT_TRUE(cluster) << cluster.error().text();
    const auto until = std::chrono::steady_clock::now() + std::chrono::seconds(60);
    while (std::chrono::steady_clock::now() < until) {
        const auto info = (*cluster)->describe(std::chrono::seconds(10));
        if (info && info->find(topic) != nullptr)
            return;
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
    FAIL() << "the broker does not list " << topic;
}

std::unique_ptr<kafka::Consumer> RealKafkaTest::openConsumer(kafka::ConsumerOptions options)
{
    auto opened = kafka::Consumer::open(profile(), options);
    EXPECT_TRUE(opened) << opened.error().text();
    return std::move(opened).value();
}

std::vector<support::ReadRecord> RealKafkaTest::readAll(kafka::ConsumerOptions options)
{
    auto consumer = openConsumer(options);
    auto records = support::readToEnd(*consumer, std::chrono::seconds(40));
    EXPECT_TRUE(consumer->isFinished()) << consumer->status().problem;
    return records;
}

std::string RealKafkaTest::kcat(const std::vector<std::string>& arguments, std::string_view input)
{
    auto result = kafka().kcat(arguments, input);
    EXPECT_TRUE(result.hasSucceeded()) << result.errors;
    return std::move(result.output);
}

std::vector<std::string> sortedLines(const std::string& text)
{
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);)
        lines.push_back(line);
    std::sort(lines.begin(), lines.end());
    return lines;
}

} // namespace sagascope::integration
