// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include "core/kafka/Consumer.h"
#include "core/kafka/Profile.h"
#include "core/kafka/Publisher.h"
#include "tests/support/KafkaReading.h"
#include "tests/support/KafkaCluster.h"

namespace sagascope::integration {

// Clusters that start on first use and end with the test program.
support::KafkaStart& sharedKafka();  ///< one broker, PLAINTEXT
support::KafkaStart& securedKafka(); ///< one broker with SSL, SASL and ACLs
support::KafkaStart& threeBrokers(); ///< three brokers, topics replicated to all
void endKafka();

/// Skips where there can be no Kafka, fails where it did not come up or REQUIRE_KAFKA=1.
void requireKafka(const support::KafkaStart& start);

/// A test that needs a real broker: skipped with the reason where there can be none, failed under REQUIRE_KAFKA=1.
/// The broker is shared by all tests of the program, so each uses topics and groups of its own: see `name()`.
class RealKafkaTest : public testing::Test
{
protected:
    void SetUp() override;

    [[nodiscard]] support::KafkaCluster& kafka() { return *sharedKafka().server; }

    /// `dreamscape.<test>.<suffix>`, unlike any other test's.
    [[nodiscard]] static std::string topic(const std::string& suffix);
    /// A profile that sees this test's topics and no others.
    [[nodiscard]] kafka::Profile profile();

    void createTopic(const std::string& topic, int partitions, const std::vector<std::string>& configs = {});
    [[nodiscard]] std::unique_ptr<kafka::Consumer> openConsumer(kafka::ConsumerOptions options);
    [[nodiscard]] std::vector<support::ReadRecord> readAll(kafka::ConsumerOptions options = {.isUntilEnd = true});

    /// Runs kcat and expects it to succeed; returns what it printed.
    std::string kcat(const std::vector<std::string>& arguments, std::string_view input = {});
};

/// Lines of a text, sorted.
[[nodiscard]] std::vector<std::string> sortedLines(const std::string& text);

} // namespace sagascope::integration
