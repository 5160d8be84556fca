// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/AppendVector.h"
#include "core/base/Hash.h"
#include "core/base/HashIndex.h"
#include "core/base/Ids.h"
#include "core/base/TextPool.h"
#include "core/event/Event.h"
#include "core/identity/Currency.h"
#include "core/identity/IdentifierRules.h"
#include "core/identity/IdentifierTable.h"
#include "core/identity/Link.h"

namespace sagascope::identity {

/// A number for an event id that some event has or names as its cause.
using EventIdNumber = base::Id<struct EventIdTag>;

/// A double that asks for no more than four bytes' alignment.
class PackedDouble
{
public:
    PackedDouble(double value) : m_halves(std::bit_cast<Halves>(value)) {} // NOLINT: it is one
    operator double() const { return std::bit_cast<double>(m_halves); }    // NOLINT

private:
    using Halves = std::array<std::uint32_t, 2>;
    Halves m_halves;
};

/// What Identity keeps of one event besides its row: the identifiers that tie it, and what rules compare.
struct EventFacts
{
    std::uint32_t firstLink = 0; ///< in the flat list of links
    EventIdNumber id;    ///< its event id; for a dead-letter wrapper the original's. Without one, the type and bytes
                         ///< of an event that carries identifiers stand for it. Invalid when there is nothing
    EventIdNumber cause; ///< the event id that its causation id names, unless that is its own. Invalid when absent
    // Compared only between events of one event id, and of one saga and type: 32 bits are enough.
    std::uint32_t contentHash = 0; ///< of the value's bytes
    std::uint32_t factHash = 0;    ///< of the step's fact fields; 0 when the type is no step
    base::TextId user; ///< whom the step names; invalid when nobody, a placeholder, or never compared
    std::uint16_t linkCount : 15 = 0;
    std::uint16_t hasExtras : 1 = 0;     ///< it has an entry in the list of EventExtras
    CurrencyCode currency = kNoCurrency; ///< of the amount
    PackedDouble amount = 0;             ///< of the step's amount field; NaN when absent

    static constexpr std::size_t kMostLinks = 4096; ///< no catalog names so many fields
    [[nodiscard]] bool isStep() const { return factHash != 0; } ///< its type is a step of some definition
};
static_assert(sizeof(EventFacts) <= 36, "ten million of these must fit beside everything else");

/// What only few events have.
struct EventExtras
{
    base::EventIndex event;
    base::TextId sagaStep;     ///< metadata.step
    base::TextId originalType; ///< event type of what a dead-letter wrapper wraps
};

/// What is known of each event by itself as soon as it has been decoded, whatever else there is: columns by event that
/// only grow. Grouping needs nothing but these, so any part of the events can be grouped again without decoding.
///
/// The ingest thread is the only writer; views are immutable and any thread may read them.
class Descriptions
{
public:
    class View
    {
    public:
        [[nodiscard]] std::size_t size() const { return m_facts.size(); }
        [[nodiscard]] const EventFacts& facts(base::EventIndex event) const { return m_facts[event.value]; }
        [[nodiscard]] EventExtras extras(base::EventIndex event) const;
        /// Identifiers that the event carries, hubs included; valid as long as the view or a copy of it lives.
        [[nodiscard]] std::span<const Link> linksOf(base::EventIndex event) const
        {
            const EventFacts& own = facts(event);
            return m_links.run(own.firstLink, own.linkCount);
        }
        [[nodiscard]] std::size_t identifierCount() const { return m_infos.size(); }
        [[nodiscard]] std::size_t textCount() const { return m_texts.size(); }
        [[nodiscard]] IdentifierKind familyOf(base::IdentifierId id) const { return m_infos[id.value].family(); }
        [[nodiscard]] std::string_view value(base::IdentifierId id) const { return m_infos[id.value].value(); }
        [[nodiscard]] std::string_view text(base::TextId id) const { return m_texts[id]; }
        /// Whoever holds this keeps all values and texts.
        [[nodiscard]] const std::shared_ptr<const void>& texts() const { return m_texts.bytes(); }

    private:
        friend class Descriptions;
        friend class RestoredDescriptions;
        base::AppendVector<EventFacts>::View m_facts;
        base::AppendVector<EventExtras>::View m_extras; ///< in the events' order
        base::AppendVector<Link>::View m_links;
        base::AppendVector<IdentifierInfo>::View m_infos;
        base::TextPool::View m_texts;
    };

    /// Without `columns` everything lies in memory.
    explicit Descriptions(std::shared_ptr<const catalog::Catalog> catalog,
                          const std::shared_ptr<base::ColumnSpace>& columns = nullptr);

    /// Describes the next event in store order (undecodable records too, as `nullptr`). `value` is the record's value.
    /// Looking up what it names waits for some events more, so that the looks wait for memory together; settle() ends
    /// the wait.
    void append(const event::Event* decoded, std::string_view value);
    void settle();

    [[nodiscard]] std::size_t appendedCount() const { return m_facts.size() + m_waiting.size(); }
    [[nodiscard]] std::size_t size() const { return m_facts.size(); } ///< settled
    [[nodiscard]] const EventFacts& facts(base::EventIndex event) const { return m_facts[event.value]; }
    [[nodiscard]] std::span<const Link> linksOf(base::EventIndex event) const
    {
        const EventFacts& own = facts(event);
        return m_links.run(own.firstLink, own.linkCount);
    }
    [[nodiscard]] View view() const; ///< of what is settled

private:
    static constexpr std::size_t kMostWaiting = 16;
    /// A text of an event that waits, kept in m_bytes.
    struct Text
    {
        std::uint32_t first = 0;
        std::uint32_t length = 0;
    };
    struct WaitingIdentifier
    {
        IdentifierKind kind;
        Text value;
        std::uint64_t hash;
    };
    struct WaitingEvent
    {
        EventFacts facts;
        base::IdHash id; ///< null where absent
        base::IdHash cause;
        std::uint32_t identifierCount = 0;
        Text user;
        std::uint64_t userHash = 0;
        Text sagaStep;
        Text originalType;
    };

    void describe(const event::Event& event, std::string_view value, WaitingEvent& waiting);
    void readIds(const event::Event& event, std::string_view value, WaitingEvent& waiting);
    void fetch();
    void number(WaitingEvent& waiting, std::span<const WaitingIdentifier> identifiers);
    void noteExtras(const WaitingEvent& waiting, EventFacts& facts);
    [[nodiscard]] Text keep(std::string_view text);
    [[nodiscard]] std::string_view textOf(Text text) const { return std::string_view(m_bytes).substr(text.first, text.length); }
    [[nodiscard]] base::TextId internOptional(Text text);
    [[nodiscard]] EventIdNumber numberOf(const base::IdHash& eventId);

    IdentifierRules m_rules;
    IdentifierTable m_identifiers;
    base::AppendVector<EventFacts> m_facts;
    base::AppendVector<EventExtras> m_extras;
    base::AppendVector<Link> m_links;
    Statement m_statement; ///< reused, as are these
    std::vector<WaitingEvent> m_waiting;
    std::vector<WaitingIdentifier> m_waitingIdentifiers;
    std::string m_bytes; ///< texts of those that wait
    std::vector<Link> m_current;
    base::AppendVector<base::IdHash> m_eventIds; ///< by EventIdNumber
    base::HashIndex m_numbers;
};

} // namespace sagascope::identity
