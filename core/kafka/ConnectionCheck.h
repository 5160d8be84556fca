// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "core/kafka/Profile.h"

namespace sagascope::kafka {

/// The way from here to a record, in the order that a client goes it.
enum class CheckStage : std::uint8_t {
    Resolve,    ///< a bootstrap host's name → an address
    Connect,    ///< … its TCP port accepts
    Encrypt,    ///< TLS; Passed as well where none is asked for
    Login,      ///< SASL
    Metadata,   ///< a broker tells who the brokers are
    Listener,   ///< every address that the brokers advertise accepts
    Permission, ///< a topic may be seen and read, proven by fetching
};

/// What is wrong, told apart as far as the fix differs.
enum class CheckFault : std::uint8_t {
    None,
    UnknownName,           ///< the name resolves to nothing
    PortClosed,            ///< the host refuses the connection
    NoAnswer,              ///< nothing came back in time: a firewall, a wrong address
    ServerSpeaksPlaintext, ///< TLS was asked for, the port does not speak it
    ServerSpeaksTls,       ///< plaintext was asked for, the port seems to want TLS
    UntrustedCertificate,  ///< signed by nobody whom the profile trusts
    WrongName,             ///< the certificate is for another host
    ExpiredCertificate,    ///< or not valid yet
    ClientRefused,         ///< the broker did not take our certificate, or wants one
    BadTlsFile,            ///< CA, certificate or key file missing or unreadable
    WrongPassword,         ///< user or password (or token) refused
    ScramRefused,          ///< the same; but Kafka 4 refuses SCRAM of a librdkafka before 2.6.1 whatever the password
    WrongMechanism,        ///< the broker does not offer this SASL mechanism
    TopicHidden,           ///< no permission to see the topic
    TopicUnreadable,       ///< may be seen, not read
    TopicMissing,          ///< does not exist
    NoTopics,              ///< nothing that we may see matches the profile's pattern
    Other,                 ///< see `detail`
};

struct CheckStep
{
    CheckStage stage = CheckStage::Resolve;
    std::string subject; ///< `host:port` or a topic's name
    CheckFault fault = CheckFault::None;
    std::string detail{}; ///< what librdkafka or the system said, or what was found; never a secret

    [[nodiscard]] bool isPassed() const { return fault == CheckFault::None; }
};

struct CheckOptions
{
    std::vector<std::string> topics{}; ///< asked for by name, since a list of all leaves out what is hidden
    std::chrono::milliseconds timeout{6'000}; ///< for each stage
    std::function<void(const CheckStep&)> onStep{}; ///< on the calling thread, as steps are made
    std::function<bool()> isStopped{};
};

/// Whether this librdkafka repeats the client's nonce in its last SCRAM message. Brokers did not mind until Kafka 4.0,
/// which compares it as RFC 5802 section 5.1 asks, and answers with "invalid credentials". Mended in librdkafka 2.6.1.
[[nodiscard]] bool isScramOutdated();

/// Walks the way that a client goes and tells each step; stops behind the stage that nothing passed. Joins no group,
/// commits nothing, creates no topic. Any thread; blocks, up to `timeout` for each stage.
[[nodiscard]] std::vector<CheckStep> checkConnection(const Profile& profile, const CheckOptions& options);

} // namespace sagascope::kafka
