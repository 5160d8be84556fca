// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/SagaTracker.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "core/catalog/Catalog.h"
#include "core/saga/Inference.h"

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

/// What a telling needs besides the members.
struct Moment
{
    const store::EventStore::View& events;
    const identity::Identity::View& ids;
    base::Timestamp now;
};

using Members = std::shared_ptr<const std::vector<base::EventIndex>>;

Members together(const Members& a, const Members& b)
{
    auto all = std::make_shared<std::vector<base::EventIndex>>();
    all->reserve(a->size() + b->size());
    std::merge(a->begin(), a->end(), b->begin(), b->end(), std::back_inserter(*all));
    return all;
}

} // namespace

/// Two layers: each group that Identity reports is told by itself, which also says what part it takes in inference; then
/// the groups whose inferred links became others are told once more, joined or with their candidates. A joined saga
/// lives in the slot of the group that has the start.
class SagaTracker::Impl
{
public:
    explicit Impl(std::shared_ptr<const catalog::Catalog> catalog) : m_catalog(std::move(catalog)) {}

    void update(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now)
    {
        const identity::Identity::View ids = identity.view();
        const Moment at{events, ids, now};
        while (m_sagaOf.size() < events.size())
            m_sagaOf.append({});
        m_dissolved.clear();
        m_unsettled.clear();
        identity.takeChanges([&](GroupId group, std::span<const base::EventIndex> members) {
            if (members.empty() || !formsSaga(members, events, ids))
                dissolve(group);
            else
                take(group, members, at);
        });
        settle(at);
        followMerged();
        passDeadlines(at);
    }

    std::array<std::uint64_t, kSagaStateCount> countByState{};
    std::uint64_t memberCount = 0;
    base::PersistentVector<SagaSummary> m_sagas;
    base::PersistentVector<base::SagaId, 4096> m_sagaOf;

private:
    using GroupId = identity::Identity::GroupId;
    struct Dissolved
    {
        base::SagaId saga;
        Members members; ///< that its group had
    };

    base::SagaId slotOf(GroupId group)
    {
        const auto [found, isNew] = m_slots.try_emplace(group, base::SagaId(std::uint32_t(m_sagas.size())));
        if (isNew) {
            m_sagas.append({});
            m_deadlines.push_back(base::kNoTime);
        }
        return found->second;
    }

    [[nodiscard]] Story tellNow(const std::vector<base::EventIndex>& members, const Inferred* inferred, const Moment& at) const
    {
        return tell(members, at.events, at.ids, *m_catalog, at.now, inferred);
    }

    /// A group that is linked or ambiguous waits for the new verdict; any other is published as it stands.
    void take(GroupId group, std::span<const base::EventIndex> members, const Moment& at)
    {
        auto own = std::make_shared<const std::vector<base::EventIndex>>(members.begin(), members.end());
        const Story story = tellNow(*own, nullptr, at);
        auto part = inferencePartOf(story, at.events, at.ids);
        const bool isUnsettled = part && !m_inference.verdictOf(group).contenders.empty();
        if (part)
            m_partMembers[group] = own;
        else
            m_partMembers.erase(group);
        m_inference.put(group, std::move(part));
        if (isUnsettled)
            m_unsettled.push_back(group);
        else
            publish(slotOf(group), story, std::move(own), nullptr, at);
    }

    void publish(base::SagaId id, const Story& story, Members members, std::shared_ptr<const Inferred> inferred, const Moment& at)
    {
        SagaSummary summary = summarise(story, at.events);
        for (const base::EventIndex event : *members)
            assign(event, id);
        summary.events = std::move(members);
        summary.inferred = std::move(inferred);
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

    void dissolve(GroupId group)
    {
        const auto found = m_slots.find(group);
        if (found == m_slots.end())
            return;
        const base::SagaId id = found->second;
        const auto part = m_partMembers.find(group);
        const Members members = part == m_partMembers.end() ? m_sagas[id.value].events : part->second;
        if (!members)
            return; // it dissolved before
        m_partMembers.erase(group);
        m_inference.put(group, std::nullopt);
        replace(id, {});
        setDeadline(id, base::kNoTime);
        m_dissolved.push_back({id, members});
    }

    void settle(const Moment& at)
    {
        const std::vector<GroupId> judged = m_inference.judge(at.ids);
        std::vector<GroupId>& groups = m_unsettled;
        groups.insert(groups.end(), judged.begin(), judged.end());
        for (std::size_t i = groups.size(); i-- > 0;) {
            if (const Inference::Verdict& verdict = m_inference.verdictOf(groups[i]); verdict.isLinked)
                groups.push_back(verdict.contenders.front().group);
        }
        std::sort(groups.begin(), groups.end());
        groups.erase(std::unique(groups.begin(), groups.end()), groups.end());
        for (const GroupId group : groups) {
            const InferencePart* part = m_inference.partOf(group);
            const Inference::Verdict& verdict = m_inference.verdictOf(group);
            if (part && verdict.isLinked && !part->isHead)
                absorb(group, verdict.contenders.front().group);
            else if (part)
                retell(group, verdict, at);
        }
    }

    /// The slot of a joined group points at the saga that tells its events now.
    void absorb(GroupId tail, GroupId head)
    {
        SagaSummary summary;
        summary.mergedInto = slotOf(head);
        const base::SagaId id = slotOf(tail);
        if (!m_sagas[id.value].isAlive && m_sagas[id.value].mergedInto == summary.mergedInto)
            return;
        replace(id, std::move(summary));
        setDeadline(id, base::kNoTime);
    }

    void retell(GroupId group, const Inference::Verdict& verdict, const Moment& at)
    {
        Members members = m_partMembers.at(group);
        std::shared_ptr<Inferred> inferred;
        if (!verdict.contenders.empty())
            inferred = std::make_shared<Inferred>();
        if (verdict.isLinked) {
            const Inference::Contender& tail = verdict.contenders.front();
            const Members& joined = m_partMembers.at(tail.group);
            inferred->link = {tail.score, tail.parts, *joined};
            members = together(members, joined);
        } else if (inferred) {
            for (const Inference::Contender& other : verdict.contenders) {
                inferred->candidates.push_back({slotOf(other.group), other.score, other.parts});
                inferred->concerned.push_back(other.compared);
            }
        }
        const Story story = tellNow(*members, inferred.get(), at);
        publish(slotOf(group), story, std::move(members), std::move(inferred), at);
    }

    /// A dissolved saga's members are in other sagas by now, or in none.
    void followMerged()
    {
        for (const Dissolved& dissolved : m_dissolved) {
            for (const base::EventIndex event : *dissolved.members) {
                const base::SagaId now = m_sagaOf[event.value];
                if (!now.isValid())
                    continue;
                if (!holds(m_sagas[now.value], event)) {
                    m_sagaOf.edit(event.value) = {};
                    --memberCount;
                } else if (!m_sagas[dissolved.saga.value].mergedInto.isValid()) {
                    m_sagas.edit(dissolved.saga.value).mergedInto = now;
                }
            }
        }
    }

    [[nodiscard]] static bool holds(const SagaSummary& saga, base::EventIndex event)
    {
        return saga.isAlive && std::binary_search(saga.events->begin(), saga.events->end(), event);
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
    void passDeadlines(const Moment& at)
    {
        while (!m_waiting.empty() && m_waiting.begin()->first < at.now) {
            const base::SagaId id = m_waiting.begin()->second;
            const SagaSummary& saga = m_sagas[id.value];
            const Members members = saga.events;
            const std::shared_ptr<const Inferred> inferred = saga.inferred;
            m_waiting.erase(m_waiting.begin());
            m_deadlines[id.value] = base::kNoTime;
            publish(id, tellNow(*members, inferred.get(), at), members, inferred, at);
        }
    }

    std::shared_ptr<const catalog::Catalog> m_catalog;
    Inference m_inference;
    std::unordered_map<GroupId, Members> m_partMembers; ///< of groups that take part in inference
    std::vector<GroupId> m_unsettled;                   ///< changed, and to be published with their verdict
    std::unordered_map<GroupId, base::SagaId> m_slots;
    std::vector<base::Timestamp> m_deadlines; ///< by saga
    std::set<std::pair<base::Timestamp, base::SagaId>> m_waiting;
    std::vector<Dissolved> m_dissolved;
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

base::SagaId SagaTracker::View::alive(base::SagaId id) const
{
    while (!m_sagas[id.value].isAlive && m_sagas[id.value].mergedInto.isValid())
        id = m_sagas[id.value].mergedInto;
    return id;
}

base::SagaId SagaTracker::View::sagaOf(base::EventIndex event) const
{
    return event.value < m_sagaOf.size() ? m_sagaOf[event.value] : base::SagaId();
}

} // namespace sagascope::saga
