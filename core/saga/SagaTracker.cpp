// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/SagaTracker.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/catalog/Catalog.h"

namespace sagascope::saga {
namespace {

/// The last two steps that were taken, e.g. `payment.failed → voyage.booking.cancelled`.
std::string captionOf(const Story& story, const store::EventStore::View& events)
{
    std::vector<std::string_view> types;
    for (auto event = story.events.rbegin(); event != story.events.rend() && types.size() < 2; ++event) {
        const bool isCopy = event->repeat == identity::Repeat::Redelivery || event->repeat == identity::Repeat::SameFact;
        const std::string_view type = events.text(events.row(event->event).type);
        const bool counts = !isCopy && (event->step >= 0 || !story.definition);
        if (counts && (types.empty() || types.back() != type))
            types.push_back(type);
    }
    std::string caption;
    for (auto type = types.rbegin(); type != types.rend(); ++type)
        caption += (caption.empty() ? "" : " → ") + std::string(*type);
    return caption;
}

SagaSummary summarise(const Story& story, const store::EventStore::View& events)
{
    SagaSummary summary;
    summary.isAlive = true;
    summary.state = story.state;
    summary.style = story.style;
    summary.definition = story.definition;
    summary.key = story.key;
    summary.startedAt = story.startedAt;
    summary.endedAt = story.endedAt;
    summary.caption = captionOf(story, events);
    for (const StoryEvent& event : story.events) {
        summary.weakestEvidence = std::max(summary.weakestEvidence, event.evidence);
        summary.repeatCount = std::uint16_t(summary.repeatCount + (event.repeat != identity::Repeat::None ? 1 : 0));
        summary.repeatKinds = std::uint8_t(summary.repeatKinds | (1U << static_cast<unsigned>(event.repeat)));
        for (const store::StoredHit& hit : events.hitsOf(event.event))
            summary.rules.set(static_cast<std::size_t>(hit.rule));
        summary.lastEventAt = std::max(summary.lastEventAt, events.row(event.event).time());
    }
    summary.findingCount = std::uint16_t(std::min<std::size_t>(story.findings.size(), 0xFFFF));
    for (const StoryFinding& finding : story.findings) {
        summary.rules.set(static_cast<std::size_t>(finding.rule));
        const base::Severity severity = base::ruleSeverity(finding.rule);
        summary.worstFinding = std::max(summary.worstFinding.value_or(severity), severity);
    }
    return summary;
}

} // namespace

class SagaTracker::Impl
{
public:
    explicit Impl(std::shared_ptr<const catalog::Catalog> catalog) : m_catalog(std::move(catalog)) {}

    void update(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now)
    {
        const identity::Identity::View ids = identity.view();
        while (m_sagaOf.size() < events.size())
            m_sagaOf.append({});
        m_dissolved.clear();
        identity.takeChanges([&](identity::Identity::GroupId group, std::span<const base::EventIndex> members) {
            if (members.empty() || !formsSaga(members, events, ids))
                dissolve(group);
            else
                retell(slotOf(group), members, events, ids, now);
        });
        followMerged();
        passDeadlines(events, ids, now);
    }

    std::array<std::uint64_t, kSagaStateCount> countByState{};
    std::uint64_t memberCount = 0;
    base::PersistentVector<SagaSummary> m_sagas;
    base::PersistentVector<base::SagaId, 4096> m_sagaOf;

private:
    base::SagaId slotOf(identity::Identity::GroupId group)
    {
        const auto [found, isNew] = m_slots.try_emplace(group, base::SagaId(std::uint32_t(m_sagas.size())));
        if (isNew) {
            m_sagas.append({});
            m_deadlines.push_back(base::kNoTime);
        }
        return found->second;
    }

    void retell(base::SagaId id, std::span<const base::EventIndex> members, const store::EventStore::View& events,
                const identity::Identity::View& ids, base::Timestamp now)
    {
        const Story story = tell(members, events, ids, *m_catalog, now);
        SagaSummary summary = summarise(story, events);
        summary.events = std::make_shared<const std::vector<base::EventIndex>>(members.begin(), members.end());
        for (const base::EventIndex event : members)
            assign(event, id);
        replace(id, std::move(summary));
        setDeadline(id, story.nextDeadline);
    }

    void assign(base::EventIndex event, base::SagaId id)
    {
        if (m_sagaOf[event.value] == id)
            return;
        memberCount += m_sagaOf[event.value].isValid() ? 0 : 1;
        m_sagaOf.edit(event.value) = id;
    }

    void replace(base::SagaId id, SagaSummary summary)
    {
        const SagaSummary& old = m_sagas[id.value];
        if (old.isAlive)
            --countByState[static_cast<std::size_t>(old.state)];
        if (summary.isAlive)
            ++countByState[static_cast<std::size_t>(summary.state)];
        m_sagas.edit(id.value) = std::move(summary);
    }

    void dissolve(identity::Identity::GroupId group)
    {
        const auto found = m_slots.find(group);
        if (found == m_slots.end() || !m_sagas[found->second.value].isAlive)
            return;
        const base::SagaId id = found->second;
        SagaSummary ended;
        ended.events = m_sagas[id.value].events;
        replace(id, std::move(ended));
        setDeadline(id, base::kNoTime);
        m_dissolved.push_back(id);
    }

    /// A dissolved saga's members are in other sagas by now, or in none.
    void followMerged()
    {
        for (const base::SagaId id : m_dissolved) {
            SagaSummary& ended = m_sagas.edit(id.value);
            const auto members = std::move(ended.events);
            for (const base::EventIndex event : *members) {
                if (m_sagaOf[event.value] == id) {
                    m_sagaOf.edit(event.value) = {};
                    --memberCount;
                } else if (!m_sagas[id.value].mergedInto.isValid()) {
                    m_sagas.edit(id.value).mergedInto = m_sagaOf[event.value];
                }
            }
        }
    }

    void setDeadline(base::SagaId id, base::Timestamp deadline)
    {
        if (m_deadlines[id.value] != base::kNoTime)
            m_waiting.erase({m_deadlines[id.value], id});
        m_deadlines[id.value] = deadline;
        if (deadline != base::kNoTime)
            m_waiting.insert({deadline, id});
    }

    /// The clock may also go back: a session opened as of another moment starts anew, so only forward matters here.
    void passDeadlines(const store::EventStore::View& events, const identity::Identity::View& ids, base::Timestamp now)
    {
        while (!m_waiting.empty() && m_waiting.begin()->first < now) {
            const base::SagaId id = m_waiting.begin()->second;
            const auto members = m_sagas[id.value].events;
            m_waiting.erase(m_waiting.begin());
            m_deadlines[id.value] = base::kNoTime;
            retell(id, *members, events, ids, now);
        }
    }

    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::unordered_map<identity::Identity::GroupId, base::SagaId> m_slots;
    std::vector<base::Timestamp> m_deadlines; ///< by saga
    std::set<std::pair<base::Timestamp, base::SagaId>> m_waiting;
    std::vector<base::SagaId> m_dissolved;
};

SagaTracker::SagaTracker(std::shared_ptr<const catalog::Catalog> catalog)
    : m_impl(std::make_unique<Impl>(std::move(catalog)))
{
}
SagaTracker::~SagaTracker() = default;

void SagaTracker::update(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now)
{
    m_impl->update(identity, events, now);
}

const std::array<std::uint64_t, kSagaStateCount>& SagaTracker::countByState() const
{
    return m_impl->countByState;
}

std::uint64_t SagaTracker::memberCount() const
{
    return m_impl->memberCount;
}

SagaTracker::View SagaTracker::view() const
{
    View view;
    view.m_sagas = m_impl->m_sagas.view();
    view.m_sagaOf = m_impl->m_sagaOf.view();
    return view;
}

base::SagaId SagaTracker::View::sagaOf(base::EventIndex event) const
{
    return event.value < m_sagaOf.size() ? m_sagaOf[event.value] : base::SagaId();
}

} // namespace sagascope::saga
