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
#include "core/identity/Identifier.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::identity {

/// One identifier: a value in the space of its kind's family.
struct IdentifierInfo
{
    IdentifierKind kind = IdentifierKind::Entity;
    base::TextId value;
};

/// What Identity keeps of one event besides its row: the identifiers that tie it, and what rules compare.
struct EventFacts
{
    std::uint32_t firstIdentifier = 0; ///< in the flat list of identifier ids
    std::uint16_t identifierCount = 0;
    bool isStep = false;           ///< its type is a step of some definition
    base::TextId sagaStep;         ///< metadata.step
    base::Hash128 originalId;      ///< event id of the original, for a dead-letter wrapper
    base::TextId originalType;     ///< event type of the original, for a dead-letter wrapper
    std::uint64_t contentHash = 0; ///< of the value's bytes
    std::uint64_t factHash = 0;    ///< of the step's fact fields; 0 when the type has none
    double amount = 0;             ///< of the step's amount field; NaN when absent
};

/// What belongs together: a union-find over identifiers and events. Declared ids join always; aliases where a
/// definition says that the field names the saga; placeholders never; hub values are demoted by their count in the
/// whole set and what they had joined is recomputed, so the grouping is a function of the set of records.
///
/// The ingest thread is the only writer; views are immutable and any thread may read them.
class Identity
{
public:
    using GroupId = std::uint32_t;

    class View
    {
    public:
        [[nodiscard]] const EventFacts& facts(base::EventIndex event) const { return m_facts[event.value]; }
        [[nodiscard]] std::vector<base::IdentifierId> identifiersOf(base::EventIndex event) const;
        [[nodiscard]] IdentifierInfo identifier(base::IdentifierId id) const { return m_identifiers[id.value]; }
        [[nodiscard]] std::string_view text(base::TextId id) const { return m_texts[id]; }
        [[nodiscard]] bool isHub(base::IdentifierId id) const;

    private:
        friend class Identity;
        base::AppendVector<EventFacts>::View m_facts;
        base::AppendVector<base::IdentifierId>::View m_links;
        base::AppendVector<IdentifierInfo>::View m_identifiers;
        base::TextPool::View m_texts;
        std::shared_ptr<const std::vector<base::IdentifierId>> m_hubs; ///< sorted
    };

    explicit Identity(std::shared_ptr<const catalog::Catalog> catalog);
    ~Identity();

    /// Takes the next event in store order (undecodable records too, as `nullptr`).
    void append(base::EventIndex event, const event::Event* decoded, std::string_view value);

    /// Groups whose members changed since the last call, each with all its members in arrival order; a group that
    /// dissolved is handed over empty. Groups are named by a number that is stable while they only grow.
    void takeChanges(const std::function<void(GroupId group, std::span<const base::EventIndex> members)>& visit);

    [[nodiscard]] View view() const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::identity
