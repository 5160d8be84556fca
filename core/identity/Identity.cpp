// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Identity.h"

#include <algorithm>
#include <cassert>
#include <limits>

#include "core/identity/IdentifierRules.h"

namespace sagascope::identity {

class Identity::Impl
{
public:
    explicit Impl(std::shared_ptr<const catalog::Catalog> catalog)
        : m_rules(std::move(catalog)), m_grouping([this](base::EventIndex event) { return linksOf(event); })
    {
    }

    void append(base::EventIndex event, const event::Event* decoded, std::string_view value)
    {
        assert(event.value == m_facts.size());
        EventFacts facts;
        facts.firstLink = std::uint32_t(m_links.size());
        facts.contentHash = base::hash64(value);
        facts.amount = std::numeric_limits<double>::quiet_NaN();
        m_current.clear();
        if (decoded)
            describe(*decoded, facts);
        m_facts.append(facts);
        m_grouping.add(event, facts.isStep);
        noteIds(event, decoded);
    }

    [[nodiscard]] View view() const
    {
        View view;
        view.m_facts = m_facts.view();
        view.m_extras = m_extras.view();
        view.m_links = m_links.view();
        view.m_infos = m_identifiers.infos();
        view.m_texts = m_identifiers.texts().view();
        view.m_sameIds = m_sameIds.view();
        view.m_hubs = sortedHubs();
        return view;
    }

    [[nodiscard]] Grouping& grouping() { return m_grouping; }

private:
    void describe(const event::Event& event, EventFacts& facts)
    {
        const std::string_view type = effectiveType(event);
        facts.isStep = m_rules.isStep(type);
        facts.factHash = m_rules.factHash(event, type);
        facts.amount = m_rules.amount(event, type);
        for (const StatedIdentifier& stated : m_rules.identifiersOf(event))
            m_current.emplace_back(m_identifiers.intern(familyOf(stated.kind), stated.value), stated.kind);
        facts.linkCount = std::uint16_t(m_current.size());
        std::for_each(m_current.begin(), m_current.end(), [this](Link link) { m_links.append(link); });
        if (!event.sagaStep.empty() || !event.wrappedEventType.empty()) {
            facts.extra = std::uint32_t(m_extras.append({internOptional(event.sagaStep), internOptional(event.wrappedEventType)}));
        }
    }

    base::TextId internOptional(std::string_view text)
    {
        return text.empty() ? base::TextId() : m_identifiers.texts().intern(text);
    }

    void noteIds(base::EventIndex event, const event::Event* decoded)
    {
        const std::string_view id = !decoded ? std::string_view()
            : decoded->wrappedEventId.empty() ? decoded->eventId.text : decoded->wrappedEventId;
        const std::string_view cause = decoded ? decoded->causationId.text : std::string_view();
        const bool isSelfCaused = id == cause;
        m_sameIds.add(event, base::hash128(id), isSelfCaused ? base::Hash128() : base::hash128(cause),
                      [this](base::EventIndex other) { m_grouping.touch(other); });
    }

    /// Events are grouped again only when a hub falls, so the flat list is copied out here rather than kept twice.
    std::span<const Link> linksOf(base::EventIndex event)
    {
        if (event.value == m_facts.size() - 1)
            return m_current;
        const EventFacts& facts = m_facts[event.value];
        m_older.clear();
        for (std::size_t i = 0; i < facts.linkCount; ++i)
            m_older.push_back(m_links[facts.firstLink + i]);
        return m_older;
    }

    std::shared_ptr<const std::vector<base::IdentifierId>> sortedHubs() const
    {
        if (!m_hubs || m_hubs->size() != m_grouping.hubs().size()) {
            auto hubs = std::make_shared<std::vector<base::IdentifierId>>(m_grouping.hubs());
            std::sort(hubs->begin(), hubs->end());
            m_hubs = std::move(hubs);
        }
        return m_hubs;
    }

    IdentifierRules m_rules;
    IdentifierTable m_identifiers;
    base::AppendVector<EventFacts> m_facts;
    base::AppendVector<EventExtras> m_extras;
    base::AppendVector<Link> m_links;
    std::vector<Link> m_current; ///< links of the event that is being added
    std::vector<Link> m_older;
    SameIds m_sameIds;
    Grouping m_grouping;
    mutable std::shared_ptr<const std::vector<base::IdentifierId>> m_hubs;
};

Identity::Identity(std::shared_ptr<const catalog::Catalog> catalog) : m_impl(std::make_unique<Impl>(std::move(catalog))) {}
Identity::~Identity() = default;

void Identity::append(base::EventIndex event, const event::Event* decoded, std::string_view value)
{
    m_impl->append(event, decoded, value);
}

void Identity::takeChanges(const std::function<void(GroupId, std::span<const base::EventIndex>)>& visit)
{
    m_impl->grouping().takeChanges(visit);
}

Identity::View Identity::view() const
{
    return m_impl->view();
}

EventExtras Identity::View::extras(base::EventIndex event) const
{
    const std::uint32_t extra = facts(event).extra;
    return extra == EventFacts::kNoExtra ? EventExtras() : m_extras[extra];
}

std::vector<Link> Identity::View::linksOf(base::EventIndex event) const
{
    const EventFacts& own = facts(event);
    std::vector<Link> links;
    links.reserve(own.linkCount);
    for (std::size_t i = 0; i < own.linkCount; ++i)
        links.push_back(m_links[own.firstLink + i]);
    return links;
}

bool Identity::View::isHub(base::IdentifierId id) const
{
    return m_hubs && std::binary_search(m_hubs->begin(), m_hubs->end(), id);
}

} // namespace sagascope::identity
