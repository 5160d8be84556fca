// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Consumer.h"
#include "core/kafka/Profile.h"

namespace sagascope::profile {

enum class SaslMechanism : std::uint8_t { None, Plain, ScramSha256, ScramSha512, OAuthBearer };

/// `PLAIN`, `SCRAM-SHA-256`, `SCRAM-SHA-512`, `OAUTHBEARER`; empty for None. Reading takes either case.
[[nodiscard]] std::string_view mechanismName(SaslMechanism mechanism);
[[nodiscard]] std::optional<SaslMechanism> mechanismFromName(std::string_view name);

/// `development`, `test`, `staging`, `production`; empty for Unstated.
[[nodiscard]] std::string_view environmentName(kafka::Environment environment);
[[nodiscard]] std::optional<kafka::Environment> environmentFromName(std::string_view name);

/// How a client proves who it is, and how it knows whom it talks to. Holds no secret.
struct Security
{
    bool isTls = false;
    std::string caFile{};          ///< PEM; empty: what the system trusts
    std::string certificateFile{}; ///< of the client, PEM or PKCS#12; empty: none
    std::string keyFile{};         ///< PEM; not with PKCS#12, which holds both
    bool isHostnameChecked = true;
    SaslMechanism mechanism = SaslMechanism::None;
    std::string user{};          ///< with OAUTHBEARER the client id
    std::string tokenEndpoint{}; ///< OAUTHBEARER: where tokens come from; empty: the token itself is the secret
    std::string tokenScope{};

    friend bool operator==(const Security&, const Security&) = default;
};

/// What is never written into a file of ours. Kept in the keychain, or in memory for this run.
struct Secrets
{
    std::string password{};    ///< SASL; with OAUTHBEARER the client's secret, or the token
    std::string keyPassword{}; ///< of the client's key, or of the PKCS#12 file

    [[nodiscard]] bool isEmpty() const { return password.empty() && keyPassword.empty(); }
    friend bool operator==(const Secrets&, const Secrets&) = default;
};

/// Which part of what a cluster holds is read.
struct Scope
{
    kafka::StartPoint start{};
    kafka::IsolationLevel isolation = kafka::IsolationLevel::ReadCommitted;
    std::uint32_t oneIn = 1; ///< whole sagas of one traveller in so many; 1: of everybody
    bool isUntilEnd = false; ///< as in kafka::ConsumerOptions; false: goes on reading
    std::optional<base::Timestamp> until{}; ///< with isUntilEnd: only records before it
    kafka::RecordSearch search{}; ///< of one look: never in the file

    /// What is sought is wanted whoever travels, so a search takes no sample.
    [[nodiscard]] std::uint32_t sampleOneIn() const { return search.isOn() ? 1 : oneIn; }
    [[nodiscard]] kafka::ConsumerOptions toConsumer() const { return {start, isolation, isUntilEnd, until, search}; }
    friend bool operator==(const Scope&, const Scope&) = default;
};

/// A cluster as a person set it up and calls it. A plain value; what a client needs is made from it with toKafka().
struct ClusterProfile
{
    std::string name{};
    std::string colour{}; ///< `#rrggbb`; empty: the environment's
    kafka::Environment environment = kafka::Environment::Unstated;
    std::string bootstrap{}; ///< `host:port`, comma separated
    Security security{};
    std::string topicPattern = kafka::Profile().topicPattern;
    Scope scope{};
    std::vector<kafka::WatchedGroup> groups{}; ///< empty: those that the catalog knows
    std::optional<bool> readOnly{};            ///< nothing: as is usual for its environment
    kafka::HostMap hosts{};
    std::chrono::milliseconds metadataInterval = kafka::Profile().metadataInterval;

    /// Production is read-only unless somebody said otherwise.
    [[nodiscard]] bool isReadOnly() const { return readOnly.value_or(environment == kafka::Environment::Production); }

    /// The first member that makes no sense. Error InvalidArgument; the subject is the member's name in the file.
    [[nodiscard]] base::Result<void> check() const;

    friend bool operator==(const ClusterProfile&, const ClusterProfile&) = default;
};

/// Which secrets a client of this profile cannot do without. Looks into the key's file.
struct NeededSecrets
{
    bool password = false;
    bool keyPassword = false;

    /// Whether `secrets` leave nothing to ask for.
    [[nodiscard]] bool areIn(const Secrets& secrets) const;
};
[[nodiscard]] NeededSecrets neededSecrets(const ClusterProfile& profile);

/// The profile in librdkafka's words. The result holds the secrets.
[[nodiscard]] kafka::Profile toKafka(const ClusterProfile& profile, const Secrets& secrets = {});

} // namespace sagascope::profile
