// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/Ids.h"
#include "core/event/Event.h"
#include "core/identity/Descriptions.h"
#include "core/identity/Grouping.h"
#include "core/identity/SameIds.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::identity {

/// What belongs together: a union-find over identifiers and events. Declared ids join always; aliases where a
/// definition says that the field names the saga; placeholders never; hub values are demoted by their count in the
/// whole set and what they had joined is recomputed, so the grouping is a function of the set of records.
///
/// An Identity either follows the traffic (append() describes an event and groups it), or replays it: it takes the
/// descriptions from a view of the other kind and groups just the events that it is told to include(), which shows what
/// belonged together at an earlier moment without decoding anything again.
///
/// One thread writes (the ingest thread, or whoever replays); views are immutable and any thread may read them.
class Identity
{
public:
    using GroupId = Grouping::GroupId;

    class View
    {
    public:
        [[nodiscard]] const EventFacts& facts(base::EventIndex event) const { return m_described.facts(event); }
        [[nodiscard]] EventExtras extras(base::EventIndex event) const { return m_described.extras(event); }
        /// Identifiers that the event carries, hubs included; valid as long as the view or a copy of it lives.
        [[nodiscard]] std::span<const Link> linksOf(base::EventIndex event) const { return m_described.linksOf(event); }
        [[nodiscard]] std::size_t identifierCount() const { return m_described.identifierCount(); }
        [[nodiscard]] IdentifierKind familyOf(base::IdentifierId id) const { return m_described.familyOf(id); }
        [[nodiscard]] std::string_view value(base::IdentifierId id) const { return m_described.value(id); }
        [[nodiscard]] std::string_view text(base::TextId id) const { return m_described.text(id); }
        [[nodiscard]] bool isHub(base::IdentifierId id) const;
        [[nodiscard]] bool hasHubs() const { return m_hubs && !m_hubs->empty(); }
        [[nodiscard]] const SameIds::View& sameIds() const { return m_sameIds; }
        /// Events described; in a replay not all of them need to be included.
        [[nodiscard]] std::size_t size() const { return m_described.size(); }
        [[nodiscard]] const Descriptions::View& described() const { return m_described; }

    private:
        friend class Identity;
        Descriptions::View m_described;
        SameIds::View m_sameIds;
        std::shared_ptr<const std::vector<base::IdentifierId>> m_hubs; ///< sorted
    };

    /// Without `columns` everything lies in memory.
    explicit Identity(std::shared_ptr<const catalog::Catalog> catalog, const std::shared_ptr<base::ColumnSpace>& columns = nullptr);
    /// Groups events of `described` as include() names them.
    [[nodiscard]] static Identity replaying(Descriptions::View described);
    [[nodiscard]] static Identity replaying(const View& described) { return replaying(described.described()); }
    Identity(Identity&&) noexcept;
    Identity& operator=(Identity&&) noexcept;
    ~Identity();

    /// Takes the next event in store order (undecodable records too, as `nullptr`). `value` is the record's value.
    /// Not for a replay.
    void append(base::EventIndex event, const event::Event* decoded, std::string_view value);

    /// Replay only: a longer view of the same Identity as before. What was included stays.
    void setDescribed(Descriptions::View described);
    void setDescribed(const View& described) { setDescribed(described.described()); }
    /// Replay only: groups an event of the described view. Every event at most once, in any order.
    void include(base::EventIndex event);

    /// Events, since the last call, whose event id another event had before them. What that changes for those others is
    /// a matter of their order, so whoever knows it tells which of them changed, before takeChanges().
    [[nodiscard]] std::vector<base::EventIndex> takeJoined();
    /// The groups of all events with this one's event id count as changed.
    void touchSameIds(base::EventIndex event);

    /// Groups whose members or causes changed, or that were touched, since the last call, each with all its members in arrival
    /// order; a group that dissolved is handed over empty (null). The lists may be kept: they are never changed.
    using Members = base::SharedRun<base::EventIndex>;
    void takeChanges(const std::function<void(GroupId group, const Members& members)>& visit);

    [[nodiscard]] View view() const;

private:
    class Impl;
    explicit Identity(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

/// Whether an event reads the same under both catalogs: what one described need not be described again for the other.
[[nodiscard]] bool describesAlike(const std::shared_ptr<const catalog::Catalog>& a,
                                  const std::shared_ptr<const catalog::Catalog>& b);

} // namespace sagascope::identity
