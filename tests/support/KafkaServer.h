// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ChildProcess.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sagascope::support {

class KafkaServer;

/// A running server, or why there is none. `isUnavailable` tells "this machine lacks Java, Maven or the jars" (a
/// test may be skipped) from "the server did not come up" (a failure).
struct KafkaStart
{
    std::unique_ptr<KafkaServer> server;
    std::string reason;
    bool isUnavailable = false;
};

/// One real Apache Kafka broker (KRaft, broker and controller in one process, small heap) on free loopback ports,
/// in a folder of its own. Topics are created on first use, as Kafka does out of the box, so that a test can see it
/// when something creates a topic that should not.
///
/// The jars are those pinned in tests/kafka/pom.xml, copied once per build folder under a lock.
/// Ownership: one owner; the broker and its folder go with the object, also when the test process dies.
/// Threads: any, one at a time; everything blocks.
class KafkaServer
{
public:
    /// Extra broker properties, in the words of server.properties, win over the defaults.
    static KafkaStart start(const std::map<std::string, std::string>& properties = {});

    /// `127.0.0.1:port`
    [[nodiscard]] const std::string& bootstrap() const { return m_bootstrap; }

    /// Creates a topic through Kafka's own tool; `configs` such as `cleanup.policy=compact`.
    bool createTopic(const std::string& topic, int partitions, const std::vector<std::string>& configs = {});

    /// Adds partitions to a topic.
    bool growTopic(const std::string& topic, int partitions);

    /// Names of all topics but the internal ones (`__…`), sorted.
    [[nodiscard]] std::vector<std::string> topics() const;

    /// Names of all consumer groups, sorted.
    [[nodiscard]] std::vector<std::string> consumerGroups() const;

    /// Runs a Java main class of the Kafka jars, e.g. `org.apache.kafka.tools.ConsoleProducer`.
    [[nodiscard]] CommandResult runTool(const std::string& mainClass, const std::vector<std::string>& arguments,
                                        std::string_view input = {}) const;

    /// Runs kcat against this broker.
    [[nodiscard]] CommandResult kcat(const std::vector<std::string>& arguments, std::string_view input = {}) const;

    /// The end of the broker's log, for failure messages.
    [[nodiscard]] std::string logTail() const { return m_process->logTail(); }

private:
    KafkaServer() = default;
    bool awaitReady() const;
    [[nodiscard]] std::vector<std::string> namesFrom(const CommandResult& result) const;

    std::string m_bootstrap;
    int m_port = 0;
    std::string m_classPath;
    std::unique_ptr<GuardedServer> m_process;
};

} // namespace sagascope::support
