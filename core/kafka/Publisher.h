// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/kafka/Profile.h"

namespace sagascope::kafka {

struct OutgoingHeader
{
    std::string name;
    std::optional<std::string> value; ///< null is not the same as empty
};

/// A record to be written. Owns its bytes. Null key or value: nullopt.
struct OutgoingRecord
{
    std::string topic;
    std::optional<std::int32_t> partition; ///< nothing: chosen from the key as the services' clients do
    std::optional<std::string> key;
    std::optional<std::string> value;
    std::vector<OutgoingHeader> headers;
    std::optional<base::Timestamp> time; ///< nothing: now
};

/// The broker's acknowledgement.
struct Delivery
{
    std::string topic;
    std::int32_t partition = -1;
    std::int64_t offset = -1;
    std::chrono::microseconds latency{0}; ///< from publish() to the acknowledgement
};

using DeliveryReport = base::Result<Delivery>;
using DeliveryCallback = std::function<void(const DeliveryReport&)>;

struct PublisherOptions
{
    std::string clientId = "sagascope";
    /// The broker drops copies that a retry would write. Off, a retry may write a record twice, as the services' do.
    bool isIdempotent = true;
    /// Otherwise a record for a topic that does not exist is refused (NotFound) instead of creating it.
    bool mayCreateTopics = false;
    std::chrono::milliseconds deliveryTimeout{30'000};
    std::chrono::milliseconds linger{5};
};

/// Writes records, compressed (gzip), acknowledged by all replicas, to the partition that the services' own clients
/// would choose (murmur2; see Partitioner). When the brokers lose track of its sequence, the records under way fail as
/// Unreachable (they may be written or not), and writing goes on by itself.
///
/// Threads: every call from any thread. Callbacks run on the publisher's own thread, one at a time, each exactly once;
/// they must be quick, and may publish() but not flush() or destroy the Publisher.
/// Errors: ReadOnly, InvalidArgument, NotFound (subject: the topic), TooLarge, TimedOut, Unreachable, NotAuthorised,
/// Cancelled.
class Publisher
{
public:
    /// Errors: ReadOnly for a read-only profile, InvalidArgument.
    static base::Result<std::unique_ptr<Publisher>> open(const Profile& profile, PublisherOptions options = {});
    /// Cancels what is outstanding (call flush() before to wait for it); all callbacks have run when it returns.
    ~Publisher();
    Publisher(const Publisher&) = delete;
    Publisher& operator=(const Publisher&) = delete;

    /// Returns at once. `onDelivery` hears of success or failure.
    void publish(OutgoingRecord record, DeliveryCallback onDelivery = {});

    /// Waits until nothing is outstanding. TimedOut when something still is.
    [[nodiscard]] base::Result<void> flush(std::chrono::milliseconds timeout);

    /// Gives up everything outstanding: each callback gets Cancelled (a record under way may still be written).
    void cancel();

    [[nodiscard]] std::size_t outstanding() const;

private:
    class Impl;
    explicit Publisher(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::kafka
