// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/KafkaSettings.h"

#include <algorithm>

namespace sagascope::support {
namespace {

using Properties = std::map<std::string, std::string>;

constexpr auto kLoopback = "127.0.0.1";

std::string doorName(KafkaDoor door)
{
    switch (door) {
    case KafkaDoor::Outside: return "OUTSIDE";
    case KafkaDoor::Ssl: return "SSL";
    case KafkaDoor::Sasl: return "SASL";
    case KafkaDoor::Plain: break;
    }
    return "PLAIN";
}

std::string address(const std::string& host, int port)
{
    return host + ':' + std::to_string(port);
}

Properties listeners(const KafkaSpec& spec, const std::vector<KafkaPorts>& ports, std::size_t index)
{
    std::string bound = "CONTROLLER://" + address(kLoopback, ports[index].controller);
    std::string advertised;
    for (const auto& [door, port] : ports[index].doors) {
        const auto& host = door == KafkaDoor::Plain ? kLoopback : spec.advertisedHost;
        bound += ',' + doorName(door) + "://" + address(kLoopback, port);
        advertised += (advertised.empty() ? "" : ",") + doorName(door) + "://" + address(host, port);
    }
    std::string voters;
    for (std::size_t i = 0; i < ports.size(); ++i)
        voters += (i == 0 ? "" : ",") + std::to_string(i + 1) + '@' + address(kLoopback, ports[i].controller);
    return {{"process.roles", "broker,controller"},
            {"node.id", std::to_string(index + 1)},
            {"controller.quorum.voters", voters},
            {"controller.listener.names", "CONTROLLER"},
            {"inter.broker.listener.name", "PLAIN"},
            {"listeners", bound},
            {"advertised.listeners", advertised},
            {"listener.security.protocol.map",
             "CONTROLLER:PLAINTEXT,PLAIN:PLAINTEXT,OUTSIDE:PLAINTEXT,SSL:SSL,SASL:SASL_SSL"}};
}

/// A small broker that starts and forgets quickly.
Properties sizes(int brokers)
{
    const auto replicas = std::to_string(std::min(brokers, 3));
    const auto inSync = std::to_string(std::min(brokers, 2));
    return {{"num.partitions", "3"},
            {"num.network.threads", "1"},
            {"num.io.threads", "2"},
            {"message.max.bytes", "10500000"},
            {"default.replication.factor", replicas},
            {"offsets.topic.num.partitions", "1"},
            {"offsets.topic.replication.factor", replicas},
            {"transaction.state.log.num.partitions", "1"},
            {"transaction.state.log.replication.factor", replicas},
            {"transaction.state.log.min.isr", inSync},
            {"share.coordinator.state.topic.replication.factor", replicas},
            {"share.coordinator.state.topic.min.isr", inSync},
            {"group.initial.rebalance.delay.ms", "0"},
            {"log.cleaner.dedupe.buffer.size", "4194304"},
            {"log.cleaner.threads", "1"},
            {"log.cleaner.backoff.ms", "100"},
            // A killed broker of three is to be noticed in seconds.
            {"broker.session.timeout.ms", "3000"},
            {"broker.heartbeat.interval.ms", "500"},
            // Times written by old records must not make the broker delete them under the test.
            {"log.retention.ms", "-1"}};
}

Properties security(const KafkaSpec& spec, const std::filesystem::path& certificate, const std::filesystem::path& ca)
{
    Properties properties{
        {"ssl.keystore.type", "PEM"},
        {"ssl.keystore.location", certificate.string()},
        {"ssl.truststore.type", "PEM"},
        {"ssl.truststore.location", ca.string()},
        {"ssl.client.auth", "requested"},
        {"authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"},
        {"super.users", "User:ANONYMOUS"}};
    const std::string module = "org.apache.kafka.common.security.";
    std::string plain = module + "plain.PlainLoginModule required";
    for (const auto& user : spec.users)
        plain += " user_" + user.name + "=\"" + user.password + '"';
    const std::string sasl = "listener.name.sasl.";
    properties[sasl + "sasl.enabled.mechanisms"] = "PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER";
    properties[sasl + "plain.sasl.jaas.config"] = plain + ';';
    for (const char* scram : {"scram-sha-256", "scram-sha-512"})
        properties[sasl + scram + ".sasl.jaas.config"] = module + "scram.ScramLoginModule required;";
    properties[sasl + "oauthbearer.sasl.jaas.config"] = module + "oauthbearer.OAuthBearerLoginModule required;";
    return properties;
}

} // namespace

std::vector<KafkaDoor> doorsOf(const KafkaSpec& spec)
{
    if (spec.isSecured)
        return {KafkaDoor::Plain, KafkaDoor::Outside, KafkaDoor::Ssl, KafkaDoor::Sasl};
    return spec.advertisedHost == kLoopback ? std::vector{KafkaDoor::Plain} : std::vector{KafkaDoor::Plain, KafkaDoor::Outside};
}

Properties brokerProperties(const KafkaSpec& spec, const std::vector<KafkaPorts>& ports, std::size_t index,
                            const std::filesystem::path& dataFolder, const std::filesystem::path& certificate,
                            const std::filesystem::path& ca)
{
    Properties properties = spec.properties;
    properties.merge(listeners(spec, ports, index));
    properties.merge(sizes(spec.brokers));
    if (spec.isSecured)
        properties.merge(security(spec, certificate, ca));
    properties["log.dirs"] = dataFolder.string();
    return properties;
}

} // namespace sagascope::support
