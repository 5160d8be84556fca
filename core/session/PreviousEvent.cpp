// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/PreviousEvent.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/catalog/Catalog.h"
#include "core/store/EventReader.h"

namespace sagascope::session {
namespace {

using identity::IdentifierKind;
using IsStopped = std::function<bool()>;

constexpr std::size_t kStride = 1U << 16U;

/// What an event with such an identifier is about is one purchase, and never all that its traveller does.
bool isOfPurchase(IdentifierKind kind)
{
    return kind == IdentifierKind::Booking || kind == IdentifierKind::BookingReference || kind == IdentifierKind::Payment
        || kind == IdentifierKind::Refund;
}

/// Which events came before one, in the snapshot's moment.
class Before
{
public:
    Before(const Snapshot& snapshot, base::EventIndex event) : m_snapshot(snapshot), m_event(event), m_row(snapshot.events.row(event)) {}

    [[nodiscard]] bool operator()(base::EventIndex a, base::EventIndex b) const
    {
        if (m_row.brokerTime == base::kNoTime)
            return a.value < b.value;
        const auto place = [this](const store::EventRow& row) {
            return std::tuple(row.brokerTime, m_snapshot.events.topicName(row.topic), row.partition, row.offset);
        };
        return place(m_snapshot.events.row(a)) < place(m_snapshot.events.row(b));
    }

    [[nodiscard]] bool isPast(base::EventIndex other) const
    {
        const store::EventRow& row = m_snapshot.events.row(other);
        const bool isTimeless = row.brokerTime == base::kNoTime && m_row.brokerTime != base::kNoTime;
        const bool isItself = other == m_event || (!m_row.eventId.isNull() && row.eventId == m_row.eventId);
        return !isItself && !isTimeless && !m_snapshot.isLater(other) && (*this)(other, m_event);
    }

    [[nodiscard]] bool isOfSameType(base::EventIndex other) const { return m_snapshot.events.row(other).type == m_row.type; }

private:
    const Snapshot& m_snapshot;
    base::EventIndex m_event;
    const store::EventRow& m_row;
};

/// What the identity knows: rows and links alone are looked at.
class LinkedPast
{
public:
    LinkedPast(const Snapshot& snapshot, base::EventIndex event) : m_snapshot(snapshot), m_before(snapshot, event)
    {
        for (const identity::Link& link : snapshot.identity.linksOf(event)) {
            if (link.kind() == IdentifierKind::User)
                m_traveller = snapshot.identity.value(link.id());
            else if (!identity::isDeclaredKind(link.kind()))
                m_links.push_back(link);
        }
        if (const base::TextId user = snapshot.identity.facts(event).user; user.isValid())
            m_traveller = snapshot.identity.text(user);
        if (std::any_of(m_links.begin(), m_links.end(), [](const identity::Link& link) { return isOfPurchase(link.kind()); }))
            m_traveller.clear();
    }

    [[nodiscard]] bool hasEntity() const { return !m_links.empty() || !m_traveller.empty(); }

    EntityPast find(const IsStopped& isStopped)
    {
        for (std::size_t i = 0; i < m_snapshot.events.size(); ++i) {
            if (i % kStride == 0 && isStopped())
                break;
            read(base::EventIndex(static_cast<std::uint32_t>(i)));
        }
        EntityPast& past = m_past.any ? m_past : m_ofTraveller;
        past.hasEntity = true;
        return past;
    }

private:
    void read(base::EventIndex other)
    {
        if (!m_before.isPast(other))
            return;
        read(other, m_past, [this](base::EventIndex event) { return sharing(event); });
        if (!m_past.any) // what all of a traveller's events share counts only where nothing else is shared
            read(other, m_ofTraveller, [this](base::EventIndex event) { return sharingTraveller(event); });
    }

    template <typename Sharing> void read(base::EventIndex other, EntityPast& past, Sharing sharing)
    {
        const bool isLatest = !past.any || m_before(past.any->event, other);
        const bool isLatestOfType = m_before.isOfSameType(other) && (!past.ofSameType || m_before(past.ofSameType->event, other));
        if (!isLatest && !isLatestOfType)
            return;
        const std::optional<PreviousEvent> shared = sharing(other);
        if (shared && isLatest)
            past.any = shared;
        if (shared && isLatestOfType)
            past.ofSameType = shared;
    }

    [[nodiscard]] std::optional<PreviousEvent> sharing(base::EventIndex other) const
    {
        const auto links = m_snapshot.identity.linksOf(other);
        for (const identity::Link& own : m_links)
            if (std::any_of(links.begin(), links.end(), [&](const identity::Link& link) { return link.id() == own.id(); }))
                return PreviousEvent{other, own.kind(), std::string(m_snapshot.identity.value(own.id()))};
        return std::nullopt;
    }

    [[nodiscard]] std::optional<PreviousEvent> sharingTraveller(base::EventIndex other) const
    {
        if (m_traveller.empty() || !isOfTraveller(other, m_snapshot.identity.linksOf(other)))
            return std::nullopt;
        return PreviousEvent{other, IdentifierKind::User, m_traveller};
    }

    [[nodiscard]] bool isOfTraveller(base::EventIndex other, std::span<const identity::Link> links) const
    {
        const base::TextId user = m_snapshot.identity.facts(other).user;
        return (user.isValid() && m_snapshot.identity.text(user) == m_traveller)
            || std::any_of(links.begin(), links.end(), [this](const identity::Link& link) {
                   return link.kind() == IdentifierKind::User && m_snapshot.identity.value(link.id()) == m_traveller;
               });
    }

    const Snapshot& m_snapshot;
    Before m_before;
    std::vector<identity::Link> m_links; ///< that name the entities
    std::string m_traveller; ///< whom a step names ties no saga together and is therefore no link
    EntityPast m_past;
    EntityPast m_ofTraveller;
};

/// Types that no saga reads: their identifiers stand in the catalog, and their values in the records, which are read one after the
/// other, the latest first.
class DeclaredPast
{
public:
    DeclaredPast(const Snapshot& snapshot, base::EventIndex event)
        : m_snapshot(snapshot), m_before(snapshot, event), m_reader(snapshot.events), m_own(namesIn(event))
    {
        const auto travellers = std::stable_partition(m_own.begin(), m_own.end(),
                                                      [](const Name& name) { return name.kind != IdentifierKind::User; });
        if (std::none_of(m_own.begin(), travellers, [](const Name& name) { return isOfPurchase(name.kind); }))
            m_travellers.assign(travellers, m_own.end());
        m_own.erase(travellers, m_own.end());
    }

    /// The traveller counts only where nothing else is shared.
    EntityPast find(const IsStopped& isStopped)
    {
        EntityPast past = findShared(isStopped);
        if (!past.any && !m_travellers.empty()) {
            m_own = std::exchange(m_travellers, {});
            past = findShared(isStopped);
        }
        return past;
    }

private:
    EntityPast findShared(const IsStopped& isStopped)
    {
        EntityPast past;
        past.hasEntity = !m_own.empty();
        if (!past.hasEntity)
            return past;
        std::vector<base::EventIndex> candidates = this->candidates(isStopped);
        std::sort(candidates.begin(), candidates.end(), [this](base::EventIndex a, base::EventIndex b) { return m_before(b, a); });
        for (const base::EventIndex candidate : candidates) {
            if (past.ofSameType || isStopped())
                break;
            if (past.any && !m_before.isOfSameType(candidate))
                continue;
            const auto shared = sharing(candidate);
            if (shared && !past.any)
                past.any = shared;
            if (shared && m_before.isOfSameType(candidate))
                past.ofSameType = shared;
        }
        return past;
    }

    struct Name
    {
        IdentifierKind kind;
        std::string value;
    };
    struct Place
    {
        IdentifierKind kind;
        std::string pointer;
    };

    const std::vector<Place>& placesOf(const store::EventRow& row)
    {
        const auto [known, isNew] = m_places.try_emplace(row.type.value);
        const catalog::DeclaredTopic* shape =
            isNew && m_snapshot.catalog ? m_snapshot.catalog->find(m_snapshot.events.text(row.type), m_snapshot.events.topicName(row.topic)) : nullptr;
        for (const catalog::DeclaredIdentifier& identifier : shape ? shape->identifiers : std::vector<catalog::DeclaredIdentifier>())
            if (const auto kind = identity::kindFromName(identifier.kind); kind && !identity::isDeclaredKind(*kind))
                known->second.push_back({*kind, identifier.pointer});
        return known->second;
    }

    std::vector<Name> namesIn(base::EventIndex event)
    {
        std::vector<Name> names;
        const std::vector<Place>& places = placesOf(m_snapshot.events.row(event));
        const event::Event* read = places.empty() ? nullptr : m_reader.read(event);
        for (const Place& place : places)
            if (const auto value = read ? read->at(place.pointer).scalarText() : std::nullopt; value && !identity::isPlaceholder(*value))
                names.push_back({place.kind, *value});
        return names;
    }

    std::vector<base::EventIndex> candidates(const IsStopped& isStopped)
    {
        std::vector<base::EventIndex> found;
        for (std::size_t i = 0; i < m_snapshot.events.size(); ++i) {
            if (i % kStride == 0 && isStopped())
                break;
            const base::EventIndex other(static_cast<std::uint32_t>(i));
            const std::vector<Place>& places = placesOf(m_snapshot.events.row(other));
            const bool mayShare = std::any_of(places.begin(), places.end(), [this](const Place& place) {
                return std::any_of(m_own.begin(), m_own.end(), [&](const Name& own) { return isSameFamily(own.kind, place.kind); });
            });
            if (mayShare && m_before.isPast(other))
                found.push_back(other);
        }
        return found;
    }

    static bool isSameFamily(IdentifierKind a, IdentifierKind b) { return identity::familyOf(a) == identity::familyOf(b); }

    std::optional<PreviousEvent> sharing(base::EventIndex other)
    {
        for (const Name& name : namesIn(other))
            for (const Name& own : m_own)
                if (isSameFamily(own.kind, name.kind) && own.value == name.value)
                    return PreviousEvent{other, own.kind, own.value};
        return std::nullopt;
    }

    const Snapshot& m_snapshot;
    Before m_before;
    store::EventReader m_reader;
    std::unordered_map<std::uint32_t, std::vector<Place>> m_places; ///< by event type
    std::vector<Name> m_own; ///< that are looked for
    std::vector<Name> m_travellers;
};

} // namespace

EntityPast pastOfEntity(const Snapshot& snapshot, base::EventIndex event, const IsStopped& isStopped)
{
    if (!event.isValid() || event.value >= snapshot.events.size() || event.value >= snapshot.identity.size())
        return {};
    LinkedPast linked(snapshot, event);
    return linked.hasEntity() ? linked.find(isStopped) : DeclaredPast(snapshot, event).find(isStopped);
}

} // namespace sagascope::session
