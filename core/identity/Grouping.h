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
    /// Sixteen bytes, since there are about as many as events. A root knows its group, any other its parent.
    class Node
    {
    public:
        static constexpr std::size_t kFewPartners = 3;
        [[nodiscard]] bool isRoot() const { return (m_up & kRootBit) != 0; }
        [[nodiscard]] std::uint32_t parent() const { return m_up; } ///< not of a root
        [[nodiscard]] GroupId group() const { return m_up == kRootAlone ? kNoGroup : m_up & ~kRootBit; } ///< of a root
        void setParent(std::uint32_t parent) { m_up = parent; }
        void setRoot(GroupId group) { m_up = group | kRootBit; } ///< kNoGroup: of none

        /// Distinct business ids seen beside it. Of more than a few there is but the place in m_manyPartners.
        [[nodiscard]] bool hasMany() const { return mark() == kMany; }
        [[nodiscard]] bool isHub() const { return mark() == kHub; }
        [[nodiscard]] std::size_t fewCount() const { return mark(); } ///< neither many nor a hub
        [[nodiscard]] std::uint32_t partner(std::size_t i) const { return m_partners[i] & kIdMask; }
        void addPartner(std::uint32_t partner)
        {
            const std::uint32_t count = mark();
            m_partners[count] = partner;
            m_partners[0] = ((count + 1) << kIdBits) | (m_partners[0] & kIdMask);
        }
        [[nodiscard]] std::uint32_t manyPlace() const { return partner(0); }
        void setMany(std::uint32_t place) { m_partners[0] = (kMany << kIdBits) | place; }
        void setHub() { m_partners[0] = (kHub << kIdBits) | (m_partners[0] & kIdMask); }

    private:
        static constexpr std::uint32_t kRootBit = 0x80000000;
        static constexpr std::uint32_t kRootAlone = kNoGroup;
        static constexpr unsigned kIdBits = 28; ///< as in a Link
        static constexpr std::uint32_t kIdMask = (1U << kIdBits) - 1;
        static constexpr std::uint32_t kMany = 14;
        static constexpr std::uint32_t kHub = 15;
        [[nodiscard]] std::uint32_t mark() const { return m_partners[0] >> kIdBits; } ///< how many, kMany or kHub

        std::uint32_t m_up = kRootAlone;
        std::array<std::uint32_t, kFewPartners> m_partners{};
    };
    using Members = base::GrowingRun<base::EventIndex>;

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
    base::LargeVector<Members> m_groups; ///< by GroupId, as are the next two; emptied ones stay
    std::vector<bool> m_isUnsorted;
    std::vector<bool> m_isChanged;  ///< it is in m_changed
    base::LargeVector<GroupId> m_groupOf; ///< by event
    std::vector<bool> m_isStep;     ///< by event
    std::vector<std::vector<std::uint32_t>> m_manyPartners;
    std::vector<GroupId> m_changed;
    std::vector<base::IdentifierId> m_hubs;
};

} // namespace sagascope::identity
