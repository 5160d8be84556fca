// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/LargePages.h"
#include "core/base/SharedRun.h"
#include "core/identity/Link.h"

namespace sagascope::identity {

/// Union-find over identifiers, with the member events of each group. Values that tie together far too many business
/// ids are hubs: they stop joining, and the groups that they had joined are formed anew without them. Whether a value
/// is a hub depends on the set of events alone, so the grouping does, too, whatever the order in which they come. One
/// thread.
class Grouping
{
public:
    using GroupId = std::uint32_t;
    static constexpr GroupId kNoGroup = 0xFFFFFFFF;
    /// Distinct business ids beside an alias before it is a hub: a booking has a reference, a payment or two, a refund.
    static constexpr std::size_t kAliasHubLimit = 16;
    /// Distinct business ids beside a correlation, saga or trace id before it is a hub.
    static constexpr std::size_t kDeclaredHubLimit = 128;

    /// The links of an event that was added before; asked for only when a hub falls.
    using LinksOf = std::function<std::span<const Link>(base::EventIndex)>;
    explicit Grouping(LinksOf linksOf) : m_linksOf(std::move(linksOf)) {}

    /// Asks for the memory that add() will look at.
    void prefetch(std::span<const Link> links) const;
    /// Every event once, in any order. `isStep`: forms a group even alone and without identifiers.
    void add(base::EventIndex event, std::span<const Link> links, bool isStep);
    [[nodiscard]] bool isHub(base::IdentifierId id) const;
    [[nodiscard]] const std::vector<base::IdentifierId>& hubs() const { return m_hubs; } ///< in order of demotion
    [[nodiscard]] GroupId groupOf(base::EventIndex event) const;
    void touch(base::EventIndex event); ///< counts the event's group as changed

    /// Groups that changed since the last call, members in arrival order; dissolved ones are handed over empty (null).
    /// The lists may be kept: they are never changed.
    void takeChanges(const std::function<void(GroupId, const base::SharedRun<base::EventIndex>&)>& visit);

private:
    struct Node
    {
        static constexpr std::size_t kFewPartners = 3;
        std::uint32_t parent = 0;
        GroupId group = kNoGroup; ///< valid at roots
        /// Distinct business ids seen beside it, while it is no hub; the place in m_manyPartners when there are more
        /// than a few.
        std::array<std::uint32_t, kFewPartners> partners{};
        std::uint8_t partnerCount = 0; ///< kMany: they are in m_manyPartners
        bool isHub = false;
        static constexpr std::uint8_t kMany = 0xFF;
    };
    struct Group
    {
        base::GrowingRun<base::EventIndex> members;
        bool isSorted = true;
        bool isChanged = false; ///< it is in m_changed
    };

    void ensureEvent(base::EventIndex event);
    void ensureNodes(std::span<const Link> links);
    [[nodiscard]] std::uint32_t find(std::uint32_t node);
    std::uint32_t join(std::uint32_t a, std::uint32_t b);
    void place(base::EventIndex event, std::span<const Link> links);
    void put(base::EventIndex event, GroupId group);
    void noteChange(GroupId group);
    void notePartners(std::span<const Link> links);
    /// Returns how many there are with this one.
    std::size_t notePartner(Node& node, base::IdentifierId partner);
    void demote(base::IdentifierId hub);
    GroupId newGroup();
    GroupId mergeGroups(GroupId a, GroupId b);

    LinksOf m_linksOf;
    base::LargeVector<Node> m_nodes;      ///< by identifier
    base::LargeVector<Group> m_groups;    ///< by GroupId; emptied ones stay
    base::LargeVector<GroupId> m_groupOf; ///< by event
    std::vector<bool> m_isStep;     ///< by event
    std::vector<std::vector<std::uint32_t>> m_manyPartners;
    std::vector<GroupId> m_changed;
    std::vector<base::IdentifierId> m_hubs;
};

} // namespace sagascope::identity
