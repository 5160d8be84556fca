// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "core/kafka/EmbeddedBroker.h"
#include "tests/support/KafkaReading.h"

namespace sagascope::kafka {

/// One embedded broker and a profile for it, per test.
class EmbeddedClusterTest : public testing::Test
{
protected:
    void SetUp() override
    {
        auto started = EmbeddedBroker::start();
        ASSERT_TRUE(started) << started.error().text();
        m_broker = std::move(started).value();
        m_profile = m_broker->profile("test");
        m_profile.metadataInterval = std::chrono::milliseconds(100);
    }

    void createTopic(const std::string& topic, int partitions = 1)
    {
        const auto created = m_broker->createTopic(topic, partitions);
        ASSERT_TRUE(created) << created.error().text();
    }

    [[nodiscard]] std::unique_ptr<Consumer> openConsumer(ConsumerOptions options = {})
    {
        auto opened = Consumer::open(m_profile, options);
        EXPECT_TRUE(opened) << opened.error().text();
        return std::move(opened).value();
    }

    [[nodiscard]] std::unique_ptr<Publisher> openPublisher(PublisherOptions options = {})
    {
        auto opened = Publisher::open(m_profile, options);
        EXPECT_TRUE(opened) << opened.error().text();
        return std::move(opened).value();
    }

    /// Writes `count` records with the values prefix0, prefix1, … to a partition and expects them to be acknowledged.
    void write(const std::string& topic, int count, std::int32_t partition = 0, const std::string& prefix = "v")
    {
        auto publisher = openPublisher();
        std::vector<OutgoingRecord> records;
        for (int i = 0; i < count; ++i)
            records.push_back({topic, partition, "key", prefix + std::to_string(i), {}, {}});
        for (const auto& report : support::publishAll(*publisher, std::move(records)))
            ASSERT_TRUE(report) << report.error().text();
    }

    std::unique_ptr<EmbeddedBroker> m_broker;
    Profile m_profile;
};

/// The first event of a kind, if there is one.
inline std::optional<ConsumerEvent> findEvent(const std::vector<ConsumerEvent>& events, ConsumerEventKind kind)
{
    for (const auto& event : events) {
        if (event.kind == kind)
            return event;
    }
    return std::nullopt;
}

} // namespace sagascope::kafka
