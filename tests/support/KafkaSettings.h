// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace sagascope::support {

/// Where clients may come in. Every cluster has the first; a secured one has all.
enum class KafkaDoor {
    Plain,   ///< PLAINTEXT; the brokers among themselves, Kafka's tools, and the super user of a secured cluster
    Outside, ///< PLAINTEXT, advertised under `KafkaSpec::advertisedHost`
    Ssl,     ///< a client certificate is welcome, not needed
    Sasl,    ///< SASL_SSL with PLAIN, SCRAM-SHA-256, SCRAM-SHA-512 and OAUTHBEARER (unsecured tokens)
};

struct KafkaUser
{
    std::string name;
    std::string password;
};

/// What kind of cluster a test wants. A plain value.
struct KafkaSpec
{
    int brokers = 1; ///< each is a controller, too, so that of three any one may die
    bool isSecured = false;
    bool hasExpired = false; ///< the certificate of a secured cluster
    std::string advertisedHost = "127.0.0.1"; ///< for every door but the plain one
    std::vector<KafkaUser> users{{"alice", "alice-secret"}}; ///< of the SASL door
    std::map<std::string, std::string> properties{}; ///< in the words of server.properties; win over our own
};

/// Ports of one broker on 127.0.0.1.
struct KafkaPorts
{
    int controller = 0;
    std::map<KafkaDoor, int> doors;
};

/// server.properties of broker `index` (its node id is one more). `certificate` is the broker's, in the PEM form, and
/// `ca` what it trusts; both only count for a secured cluster.
std::map<std::string, std::string> brokerProperties(const KafkaSpec& spec, const std::vector<KafkaPorts>& ports,
                                                    std::size_t index, const std::filesystem::path& dataFolder,
                                                    const std::filesystem::path& certificate,
                                                    const std::filesystem::path& ca);

/// The doors that a cluster has.
std::vector<KafkaDoor> doorsOf(const KafkaSpec& spec);

} // namespace sagascope::support
