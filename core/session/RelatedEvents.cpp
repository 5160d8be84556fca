// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RelatedEvents.h"

#include <algorithm>
#include <unordered_map>

#include "core/session/Session.h"

namespace sagascope::session {
namespace {

class Search
{
public:
    Search(const Snapshot& snapshot, base::EventIndex event)
        : m_snapshot(snapshot), m_event(event), m_user(snapshot.identity.facts(event).user)
    {
        for (const identity::Link& link : snapshot.identity.linksOf(event))
            if (!identity::isDeclaredKind(link.kind()))
                m_links.push_back(link);
    }

    void readSaga()
    {
        const base::SagaId saga = m_snapshot.sagas.sagaOf(m_event);
        if (!saga.isValid())
            return;
        const saga::Story story = storyOf(m_snapshot, saga);
        for (const identity::Edge& edge : story.edges) {
            if (edge.to == m_event)
                add({edge.from, Relation::Cause, edge.evidence, {}, {}, {}});
            else if (edge.from == m_event)
                add({edge.to, Relation::Effect, edge.evidence, {}, {}, {}});
        }
        readRepeats(story);
        for (const saga::StoryEvent& member : story.events)
            add({member.event, Relation::SameSaga, member.evidence, {}, {}, {}});
    }

    void readRows(const std::function<bool()>& isStopped)
    {
        constexpr std::size_t kStride = 1U << 16U;
        for (std::size_t i = 0; i < m_snapshot.events.size(); ++i) {
            if (i % kStride == 0 && isStopped())
                return;
            const base::EventIndex other(static_cast<std::uint32_t>(i));
            if (other != m_event && !m_snapshot.isLater(other))
                readRow(other);
        }
    }

    RelatedEvents take()
    {
        RelatedEvents related;
        for (std::size_t i = 0; i < kRelations; ++i) {
            std::vector<RelatedEvent>& found = m_found[i];
            related.counts[i] = found.size();
            const std::size_t most = std::min(found.size(), RelatedEvents::kMost);
            const bool isNewest = static_cast<Relation>(i) == Relation::SameEntity;
            const auto first = isNewest ? found.end() - std::ptrdiff_t(most) : found.begin();
            std::move(first, first + std::ptrdiff_t(most), std::back_inserter(related.events));
        }
        return related;
    }

private:
    void add(RelatedEvent related)
    {
        if (related.event == m_event || !m_known.emplace(related.event, related.relation).second)
            return;
        m_found[std::size_t(related.relation)].push_back(std::move(related));
    }

    void readRepeats(const saga::Story& story)
    {
        const auto own = std::find_if(story.events.begin(), story.events.end(),
                                      [this](const saga::StoryEvent& member) { return member.event == m_event; });
        if (own == story.events.end())
            return;
        const base::EventIndex original = own->repeatOf.isValid() ? own->repeatOf : m_event;
        for (const saga::StoryEvent& member : story.events) {
            if (member.event == original)
                add({member.event, Relation::Repeat, {}, own->repeat, {}, {}});
            else if (member.repeatOf == original)
                add({member.event, Relation::Repeat, {}, member.repeat, {}, {}});
        }
    }

    // What the saga did not tell: declared causes across sagas, copies outside of any, and the life of the same entity.
    void readRow(base::EventIndex other)
    {
        const store::EventRow& own = m_snapshot.events.row(m_event);
        const store::EventRow& row = m_snapshot.events.row(other);
        if (!own.causationId.isNull() && row.eventId == own.causationId)
            add({other, Relation::Cause, identity::Evidence::Declared, {}, {}, {}});
        else if (!own.eventId.isNull() && row.causationId == own.eventId)
            add({other, Relation::Effect, identity::Evidence::Declared, {}, {}, {}});
        else if (!own.eventId.isNull() && row.eventId == own.eventId)
            add({other, Relation::Repeat, {}, identity::Repeat::None, {}, {}});
        else if (const identity::Link* shared = sharedLink(other))
            addSameEntity(other, shared->kind(), m_snapshot.identity.value(shared->id()));
        else if (m_user.isValid() && m_snapshot.identity.facts(other).user == m_user)
            addSameEntity(other, identity::IdentifierKind::User, m_snapshot.identity.text(m_user));
    }

    void addSameEntity(base::EventIndex other, identity::IdentifierKind kind, std::string_view value)
    {
        add({other, Relation::SameEntity, {}, {}, kind, std::string(value)});
    }

    [[nodiscard]] const identity::Link* sharedLink(base::EventIndex other) const
    {
        if (m_links.empty())
            return nullptr;
        const auto links = m_snapshot.identity.linksOf(other);
        for (const identity::Link& own : m_links)
            if (std::any_of(links.begin(), links.end(), [&](const identity::Link& link) { return link.id() == own.id(); }))
                return &own;
        return nullptr;
    }

    const Snapshot& m_snapshot;
    base::EventIndex m_event;
    base::TextId m_user; ///< whom a step names ties no saga together and is therefore no link
    std::vector<identity::Link> m_links;
    std::array<std::vector<RelatedEvent>, kRelations> m_found;
    std::unordered_map<base::EventIndex, Relation> m_known;
};

} // namespace

RelatedEvents relatedEvents(const Snapshot& snapshot, base::EventIndex event, const std::function<bool()>& isStopped)
{
    if (!event.isValid() || event.value >= snapshot.events.size() || event.value >= snapshot.identity.size())
        return {};
    Search search(snapshot, event);
    search.readSaga();
    search.readRows(isStopped);
    return search.take();
}

} // namespace sagascope::session
