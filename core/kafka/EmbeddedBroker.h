// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/kafka/Profile.h"

namespace sagascope::kafka {

/// What an EmbeddedBroker cannot do, for the ui to put into words.
enum class EmbeddedLimit : std::uint8_t {
    GroupAdministration, ///< groups can't be listed or described: those to watch are named by the profile
    Retention,           ///< keeps the newest 5 MiB (as stored) of each partition
    TimeLookup,          ///< does not find offsets by time: start at a time reads everything and drops the older part
    Transactions,        ///< aborted records are delivered like committed ones
    TopicProtection,     ///< a topic that anybody asks for by name comes to be
    GroupJoinDelay,      ///< a group's first join takes three seconds, a rebalance most of the session time-out
    Durability,          ///< in memory: everything goes with the program
};
[[nodiscard]] std::string_view embeddedLimitName(EmbeddedLimit limit); ///< e.g. "group-administration"

/// A Kafka cluster inside this process, speaking the real protocol on loopback ports that it chooses itself
/// (librdkafka's mock cluster). The demo and the tests run on it; other processes may connect as well.
///
/// Threads: any. Ownership: must outlive its clients, or they lose their connection.
class EmbeddedBroker
{
public:
    static base::Result<std::unique_ptr<EmbeddedBroker>> start(int brokers = 1);
    ~EmbeddedBroker();
    EmbeddedBroker(const EmbeddedBroker&) = delete;
    EmbeddedBroker& operator=(const EmbeddedBroker&) = delete;

    [[nodiscard]] const std::string& bootstrap() const;
    /// A profile for this cluster: writable, embedded, quick to notice new topics.
    [[nodiscard]] Profile profile(std::string name) const;

    /// Errors: InvalidArgument when it exists already or the numbers make no sense.
    [[nodiscard]] base::Result<void> createTopic(const std::string& topic, int partitions);

    /// Faults for tests: the broker (1…n, or all) refuses connections until it is set up again. Nothing stored is
    /// lost.
    void setDown(int broker = kAllBrokers);
    void setUp(int broker = kAllBrokers);
    /// Every answer of every broker is delayed by this.
    void setRoundTrip(std::chrono::milliseconds delay);

    /// The next write is refused as if an idempotent producer had left records out: what it does not get over by itself.
    void breakSequence();

    [[nodiscard]] static std::span<const EmbeddedLimit> limits();

    static constexpr int kAllBrokers = -1;

private:
    class Impl;
    explicit EmbeddedBroker(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::kafka
