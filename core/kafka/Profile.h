// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/HostMap.h"
#include "core/kafka/TokenSource.h"

namespace sagascope::kafka {

/// A consumer group whose progress is to be shown, with the topics that it reads. Named by hand (or by the catalog),
/// since not every cluster lets us list its groups.
struct WatchedGroup
{
    std::string name;
    std::vector<std::string> topics;

    friend bool operator==(const WatchedGroup&, const WatchedGroup&) = default;
};

/// What a cluster is for, as its owner says; what may go wrong there weighs more from one to the next.
enum class Environment : std::uint8_t { Unstated, Development, Test, Staging, Production };

/// Everything needed to talk to one cluster. A plain value; copy it freely.
///
/// `security` and `clientOverrides` hold librdkafka properties (`security.protocol`, `sasl.password`, …). They and
/// `tokens` may hold secrets: never log them or put them into an Error, use describe().
struct Profile
{
    std::string name;
    std::string bootstrap;                           ///< `host:port`, comma separated
    std::string topicPattern = R"(^dreamscape\..*)"; ///< ECMAScript regular expression, searched in the topic's name
    bool isReadOnly = false;                         ///< a Publisher refuses
    bool isEmbedded = false;                         ///< an EmbeddedBroker: see its limits()
    std::vector<WatchedGroup> watchedGroups;
    std::chrono::milliseconds metadataInterval{10'000}; ///< how often new topics and partitions are looked for
    HostMap hosts; ///< for brokers that advertise names which mean nothing here
    std::map<std::string, std::string> security;
    std::optional<TokenSource> tokens; ///< of SASL OAUTHBEARER
    std::string colour;                                 ///< `#rrggbb` by which people tell it apart; may be empty
    Environment environment = Environment::Unstated;
    std::map<std::string, std::string> clientOverrides; ///< wins over our defaults, but not over our manners

    /// Says which member does not make sense: no bootstrap host, a pattern that does not parse, an override that would
    /// make the program join a group, commit or create topics.
    [[nodiscard]] base::Result<void> check() const;

    /// One line for logs and messages. Of `security` it says the protocol and nothing else.
    [[nodiscard]] std::string describe() const;

    friend bool operator==(const Profile&, const Profile&) = default;
};

} // namespace sagascope::kafka
