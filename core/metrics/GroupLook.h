// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/Result.h"
#include "core/base/Time.h"
#include "core/metrics/Lag.h"

namespace sagascope::metrics {

/// One partition of one topic, by name.
struct Place
{
    std::string topic;
    std::int32_t partition = 0;

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// Where a group is in its life, in the words of its coordinator.
enum class GroupPhase : std::uint8_t { Unknown, PreparingRebalance, CompletingRebalance, Stable, Empty, Dead };

/// What is known of a group's members.
enum class Membership : std::uint8_t {
    Told,     ///< `members` is complete; empty means that nobody is there
    NotAsked, ///< an embedded broker does not answer the question
    /// Called dead and without members, but it is listed or has committed: a group of the newer protocol (KIP-848), which
    /// an older client cannot read. Never to be taken for dead.
    Hidden,
    Refused, ///< see membersError
};

/// One consumer of a group.
struct GroupMember
{
    std::string id; ///< given by the coordinator, anew with every join
    std::string clientId;
    std::string host;
    std::string instanceId; ///< of a static member (KIP-345)
    std::vector<Place> assigned; ///< sorted; none: idle

    friend bool operator==(const GroupMember&, const GroupMember&) = default;
};

/// One group at one moment. `samples` are sorted by topic and partition: all that it has committed on, is assigned, or is
/// said to read. A sample without position: never committed there. Ends count aborted records and markers, as Kafka's own
/// tools do.
struct GroupReading
{
    std::string group;
    GroupState state = GroupState::Unreadable;
    GroupPhase phase = GroupPhase::Unknown;
    Membership membership = Membership::NotAsked;
    bool isExpected = false; ///< named by the profile or the catalog, and therefore missed when it is absent
    bool isListed = false;   ///< the cluster knows it
    std::string assignor;    ///< e.g. "range"; empty while nobody is a member
    std::vector<GroupMember> members;
    std::vector<LagSample> samples;
    base::Error error;        ///< why it is Unreadable
    base::Error membersError; ///< why membership is Refused
};

/// Every group at one moment. Immutable once published.
struct GroupLook
{
    /// Grows with every look. The same number again: the same look, with ages of records that were asked for meanwhile.
    std::uint64_t round = 0;
    base::Timestamp at = base::kNoTime;
    std::vector<GroupReading> groups;
    std::optional<base::Error> listError; ///< why groups that nobody named cannot be found
    std::map<std::string, base::Duration> retention; ///< by topic; a topic that keeps for ever, or is not known, is missing

    /// The samples of all groups. A group without any is one line of its own (no topic, kNoPartition), or nobody would
    /// miss it.
    [[nodiscard]] std::vector<LagSample> samples() const;
};
using GroupLookPtr = std::shared_ptr<const GroupLook>;

/// A record whose time somebody wants to know.
struct RecordPlace
{
    Place place;
    std::int64_t offset = 0;

    friend auto operator<=>(const RecordPlace&, const RecordPlace&) = default;
};

} // namespace sagascope::metrics
