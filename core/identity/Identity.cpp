// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Identity.h"

#include <algorithm>
#include <cassert>
#include <optional>

namespace sagascope::identity {

class Identity::Impl
{
public:
    Impl(std::shared_ptr<const catalog::Catalog> catalog, const std::shared_ptr<base::ColumnSpace>& columns) : Impl()
    {
        m_own.emplace(std::move(catalog), columns);
    }
    explicit Impl(Descriptions::View described) : Impl() { m_borrowed = std::move(described); }

    void append([[maybe_unused]] base::EventIndex event, const event::Event* decoded, std::string_view value)
    {
        assert(m_own && event.value == m_own->appendedCount());
        m_own->append(decoded, value);
        groupDescribed();
    }

    void setDescribed(Descriptions::View described)
    {
        assert(!m_own && described.size() >= m_borrowed.size());
        m_borrowed = std::move(described);
    }

    void include(base::EventIndex event)
    {
        assert(!m_own);
        group(event, m_borrowed.facts(event), m_borrowed.linksOf(event));
    }

    /// Everything appended is grouped. Before anybody looks.
    void settle()
    {
        if (!m_own)
            return;
        m_own->settle();
        groupDescribed();
    }

    [[nodiscard]] std::vector<base::EventIndex> takeJoined() { return m_sameIds.takeJoined(); }

    void touchSameIds(base::EventIndex event)
    {
        for (const base::EventIndex other : m_sameIds.classOf(event))
            m_grouping.touch(other);
    }

    [[nodiscard]] View view() const
    {
        View view;
        view.m_described = m_own ? m_own->view() : m_borrowed;
        view.m_sameIds = m_sameIds.view();
        view.m_hubs = sortedHubs();
        return view;
    }

    [[nodiscard]] Grouping& grouping() { return m_grouping; }

private:
    Impl() : m_grouping([this](base::EventIndex event) { return linksOf(event); }) {}

    void groupDescribed()
    {
        for (std::uint32_t i = m_groupedCount; i < m_own->size(); ++i)
            m_grouping.prefetch(m_own->linksOf(base::EventIndex(i)));
        for (; m_groupedCount < m_own->size(); ++m_groupedCount) {
            const base::EventIndex event(m_groupedCount);
            group(event, m_own->facts(event), m_own->linksOf(event));
        }
    }

    void group(base::EventIndex event, const EventFacts& facts, std::span<const Link> links)
    {
        m_grouping.add(event, links, facts.isStep());
        for (const base::EventIndex other : m_sameIds.add(event, facts.id, facts.cause))
            m_grouping.touch(other);
    }

    [[nodiscard]] std::span<const Link> linksOf(base::EventIndex event) const
    {
        return m_own ? m_own->linksOf(event) : m_borrowed.linksOf(event);
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

    std::optional<Descriptions> m_own; ///< while following
    std::uint32_t m_groupedCount = 0;  ///< of its events
    Descriptions::View m_borrowed;     ///< while replaying
    SameIds m_sameIds;
    Grouping m_grouping;
    mutable std::shared_ptr<const std::vector<base::IdentifierId>> m_hubs;
};

Identity::Identity(std::shared_ptr<const catalog::Catalog> catalog, const std::shared_ptr<base::ColumnSpace>& columns)
    : m_impl(std::make_unique<Impl>(std::move(catalog), columns))
{
}
Identity::Identity(std::unique_ptr<Impl> impl) : m_impl(std::move(impl)) {}
Identity::Identity(Identity&&) noexcept = default;
Identity& Identity::operator=(Identity&&) noexcept = default;
Identity::~Identity() = default;

Identity Identity::replaying(Descriptions::View described)
{
    return Identity(std::make_unique<Impl>(std::move(described)));
}

void Identity::append(base::EventIndex event, const event::Event* decoded, std::string_view value)
{
    m_impl->append(event, decoded, value);
}

void Identity::setDescribed(Descriptions::View described)
{
    m_impl->setDescribed(std::move(described));
}

void Identity::include(base::EventIndex event)
{
    m_impl->include(event);
}

std::vector<base::EventIndex> Identity::takeJoined()
{
    m_impl->settle();
    return m_impl->takeJoined();
}

void Identity::touchSameIds(base::EventIndex event)
{
    m_impl->touchSameIds(event);
}

void Identity::takeChanges(const std::function<void(GroupId, const Members&)>& visit)
{
    m_impl->settle();
    m_impl->grouping().takeChanges(visit);
}

Identity::View Identity::view() const
{
    m_impl->settle();
    return m_impl->view();
}

bool describesAlike(const std::shared_ptr<const catalog::Catalog>& a, const std::shared_ptr<const catalog::Catalog>& b)
{
    return a == b || IdentifierRules(a).readsLike(IdentifierRules(b));
}

bool Identity::View::isHub(base::IdentifierId id) const
{
    return m_hubs && std::binary_search(m_hubs->begin(), m_hubs->end(), id);
}

} // namespace sagascope::identity
