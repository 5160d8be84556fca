// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/ChildProcess.h"
#include "tests/support/KafkaCertificates.h"
#include "tests/support/KafkaSettings.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace sagascope::support {

class KafkaCluster;

/// A running server, or why there is none. `isUnavailable` tells "this machine lacks Java, Maven or the jars" (a
/// test may be skipped) from "the server did not come up" (a failure).
struct KafkaStart
{
    std::unique_ptr<KafkaCluster> server;
    std::string reason;
    bool isUnavailable = false;
};

/// Real Apache Kafka (KRaft, broker and controller in one process, small heaps) on free loopback ports, each broker in a
/// folder of its own. Topics are created on first use, as Kafka does out of the box, so that a test can see it when
/// something creates a topic that should not.
///
/// The jars are those pinned in tests/kafka/pom.xml, copied once per build folder under a lock.
/// Ownership: one owner; the brokers and their folders go with the object, also when the test process dies.
/// Threads: any, one at a time; everything blocks.
class KafkaCluster
{
public:
    static KafkaStart start(const KafkaSpec& spec = {});

    /// `127.0.0.1:port` of every broker, comma separated.
    [[nodiscard]] std::string bootstrap(KafkaDoor door = KafkaDoor::Plain) const;
    [[nodiscard]] int port(int broker, KafkaDoor door = KafkaDoor::Plain) const;
    [[nodiscard]] const KafkaCertificates& certificates() const { return m_certificates; } ///< of a secured cluster

    void kill(int broker) { m_brokers[std::size_t(broker)].process->kill(); } ///< as `kill -9` does
    /// Starts killed brokers again; false when one does not answer. Of three, one alone never does: a cluster needs two.
    bool restart(const std::vector<int>& brokers);
    bool restart(int broker) { return restart(std::vector{broker}); }
    /// Takes effect when a broker is started again. Only users, expiry and properties may differ.
    void reconfigure(const KafkaSpec& spec);
    void freeze(int broker) { m_brokers[std::size_t(broker)].process->freeze(); } ///< sockets stay open, and silent
    void thaw(int broker) { m_brokers[std::size_t(broker)].process->thaw(); }

    /// Lets a principal such as `User:alice` do what the words of kafka-acls say: {"--operation", "Read", "--topic", "x"}.
    bool allow(const std::string& principal, const std::vector<std::string>& what);

    /// Creates a topic through Kafka's own tool; `configs` such as `cleanup.policy=compact`.
    bool createTopic(const std::string& topic, int partitions, const std::vector<std::string>& configs = {});

    /// Adds partitions to a topic.
    bool growTopic(const std::string& topic, int partitions);

    bool deleteTopic(const std::string& topic);

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
    [[nodiscard]] std::string logTail() const;

private:
    struct Broker
    {
        KafkaPorts ports;
        std::unique_ptr<GuardedServer> process;
    };

    KafkaCluster() = default;
    std::string launch();
    std::string launchBroker(const std::vector<KafkaPorts>& ports, std::size_t index);
    [[nodiscard]] std::map<std::string, std::string> propertiesOf(const std::vector<KafkaPorts>& ports, std::size_t index,
                                                                  const std::filesystem::path& folder) const;
    [[nodiscard]] bool awaitReady(const Broker& broker) const;
    [[nodiscard]] bool awaitMembers() const;
    [[nodiscard]] std::vector<std::string> namesFrom(const CommandResult& result) const;

    std::string m_classPath;
    KafkaSpec m_spec;
    KafkaCertificates m_certificates;
    std::vector<Broker> m_brokers;
};

} // namespace sagascope::support
