// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/base/Result.h"
#include "core/kafka/Profile.h"
#include "core/metrics/GroupLook.h"

namespace sagascope::kafka {

/// Looks from outside how consumer groups do: which there are, who their members are and what each of them holds (list and
/// describe), committed offsets, low and end offsets (each for all partitions in one request per leader), and how long
/// topics keep their records. Its client has no group, so it can neither join nor commit.
///
/// Looked at are the profile's watched groups, and those that the cluster lists and that have to do with topics of the
/// profile's pattern, or with no topic at all yet. Others are left alone, and asked again only now and then.
///
/// An EmbeddedBroker does not list or describe groups, and the client would hang on the question: there it is just the watched
/// groups on the topics that they are said to read. A group is Absent when it has committed nowhere and nobody lists it.
///
/// Threads: any; the asking is done by a thread of its own every `interval`.
class GroupWatcher
{
public:
    /// Errors: InvalidArgument. No watched groups is fine.
    static base::Result<std::unique_ptr<GroupWatcher>> open(const Profile& profile, std::chrono::milliseconds interval);
    ~GroupWatcher();
    GroupWatcher(const GroupWatcher&) = delete;
    GroupWatcher& operator=(const GroupWatcher&) = delete;

    /// The latest look, the watched groups first, in the profile's order, then the others by name. Null before the first one
    /// is complete.
    [[nodiscard]] metrics::GroupLookPtr latest() const;
    /// Fetches the time of these records, the first at or after each offset, and publishes the latest look again with the
    /// ages of those samples whose positions they are.
    void askTimes(std::vector<metrics::RecordPlace> places);
    /// How many looks have been completed.
    [[nodiscard]] std::uint64_t rounds() const;
    /// Waits for a look that starts after this call; false on time-out.
    [[nodiscard]] bool awaitRound(std::chrono::milliseconds timeout);

private:
    class Impl;
    explicit GroupWatcher(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::kafka
