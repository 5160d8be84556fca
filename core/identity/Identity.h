// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/AppendVector.h"
#include "core/base/Hash.h"
#include "core/base/Ids.h"
#include "core/base/TextPool.h"
#include "core/event/Event.h"
#include "core/identity/Grouping.h"
#include "core/identity/IdentifierTable.h"
#include "core/identity/SameIds.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::identity {

/// What Identity keeps of one event besides its row: the identifiers that tie it, and what rules compare.
struct EventFacts
{
    std::uint32_t firstLink = 0; ///< in the flat list of links
    std::uint16_t linkCount = 0;
    bool isStep = false;             ///< its type is a step of some definition
    std::uint32_t extra = kNoExtra;  ///< in the list of EventExtras
    std::uint64_t contentHash = 0;   ///< of the value's bytes
    std::uint64_t factHash = 0;      ///< of the step's fact fields; 0 when the type is no step
    double amount = 0;               ///< of the step's amount field; NaN when absent

    static constexpr std::uint32_t kNoExtra = 0xFFFFFFFF;
};

/// What only few events have.
struct EventExtras
{
    base::TextId sagaStep;     ///< metadata.step
    base::TextId originalType; ///< event type of what a dead-letter wrapper wraps
};

/// What belongs together: a union-find over identifiers and events. Declared ids join always; aliases where a
/// definition says that the field names the saga; placeholders never; hub values are demoted by their count in the
/// whole set and what they had joined is recomputed, so the grouping is a function of the set of records.
///
/// The ingest thread is the only writer; views are immutable and any thread may read them.
class Identity
{
public:
    using GroupId = Grouping::GroupId;

    class View
    {
    public:
        [[nodiscard]] const EventFacts& facts(base::EventIndex event) const { return m_facts[event.value]; }
        [[nodiscard]] EventExtras extras(base::EventIndex event) const;
        /// Identifiers that the event carries, hubs included.
        [[nodiscard]] std::vector<Link> linksOf(base::EventIndex event) const;
        [[nodiscard]] std::string_view value(base::IdentifierId id) const { return m_texts[m_infos[id.value].value]; }
        [[nodiscard]] std::string_view text(base::TextId id) const { return m_texts[id]; }
        [[nodiscard]] bool isHub(base::IdentifierId id) const;
        [[nodiscard]] const SameIds::View& sameIds() const { return m_sameIds; }
        [[nodiscard]] std::size_t size() const { return m_facts.size(); }

    private:
        friend class Identity;
        base::AppendVector<EventFacts>::View m_facts;
        base::AppendVector<EventExtras>::View m_extras;
        base::AppendVector<Link>::View m_links;
        base::AppendVector<IdentifierInfo>::View m_infos;
        base::TextPool::View m_texts;
        SameIds::View m_sameIds;
        std::shared_ptr<const std::vector<base::IdentifierId>> m_hubs; ///< sorted
    };

    explicit Identity(std::shared_ptr<const catalog::Catalog> catalog);
    ~Identity();

    /// Takes the next event in store order (undecodable records too, as `nullptr`). `value` is the record's value.
    void append(base::EventIndex event, const event::Event* decoded, std::string_view value);

    /// Groups whose members, classes or causes changed since the last call, each with all its members in arrival
    /// order; a group that dissolved is handed over empty.
    void takeChanges(const std::function<void(GroupId group, std::span<const base::EventIndex> members)>& visit);

    [[nodiscard]] View view() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::identity
