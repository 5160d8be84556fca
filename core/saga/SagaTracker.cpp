// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/SagaTracker.h"

#include <algorithm>
#include <future>
#include <optional>
#include <span>
#include <unordered_map>

#include "core/catalog/Catalog.h"
#include "core/saga/DeadlineQueue.h"
#include "core/saga/Inference.h"
#include "core/saga/LateLines.h"
#include "core/saga/Teller.h"

namespace sagascope::saga {
namespace {

using Members = identity::Identity::Members;

Members together(const Members& a, const Members& b)
{
    std::vector<base::EventIndex> all;
    all.reserve(a->size() + b->size());
    std::merge(a->begin(), a->end(), b->begin(), b->end(), std::back_inserter(all));
    return Members(all);
}

/// Whether the list holds what it held before and perhaps more, all of it later.
bool isContinued(const Members& before, const Members& now)
{
    return before && !before->empty() && now->size() >= before->size() && (*now)[before->size() - 1] == before->back();
}

} // namespace

/// Two layers: each group that Identity reports is evaluated by itself, which also says what part it takes in inference;
/// then the groups whose inferred links became others are evaluated once more, joined or with their candidates. A joined
/// saga lives in the slot of the group that has the start.
class SagaTracker::Impl
{
public:
    explicit Impl(std::shared_ptr<const catalog::Catalog> catalog) : m_catalog(std::move(catalog)), m_teller(*m_catalog) {}

    void gather(identity::Identity& identity, const store::EventStore::View& events)
    {
        const std::vector<base::EventIndex> joined = identity.takeJoined();
        m_events = events;
        m_ids = identity.view();
        m_values = m_ids.described().texts();
        for (const base::EventIndex event : m_teller.repeats().join(joined, m_events, m_ids))
            identity.touchSameIds(event);
        identity.takeChanges([&](GroupId group, const Members& members) { m_changes.push_back({group, members}); });
    }

    void tell(base::Timestamp now, Lag lag)
    {
        const Moment at{m_events, m_ids, now};
        while (m_sagaOf.size() < m_events.size())
            m_sagaOf.append({});
        m_dissolved.clear();
        m_unsettled.clear();
        for (std::size_t first = 0; first < m_changes.size(); first += kGroupsAtOnce)
            takeChanges(std::span(m_changes).subspan(first, std::min(kGroupsAtOnce, m_changes.size() - first)), at, lag);
        catchUp(at, lag);
        settle(at);
        followMerged();
        passDeadlines(at);
        m_changes.clear();
        m_events = {};
        m_ids = {};
    }

    std::array<std::uint64_t, kSagaStateCount> countByState{};
    std::uint64_t memberCount = 0;
    base::PersistentVector<SagaSummary, kSagasPerChunk> m_sagas;
    base::PersistentVector<base::SagaId, 4096> m_sagaOf;
    /// In which the lines' keys lie that no identifier gave.
    [[nodiscard]] std::shared_ptr<const void> keys() const
    {
        if (!m_otherTeller)
            return m_teller.keys();
        using Both = std::pair<std::shared_ptr<const void>, std::shared_ptr<const void>>;
        return std::make_shared<const Both>(m_teller.keys(), m_otherTeller->keys());
    }
    std::shared_ptr<const void> m_values; ///< of identifiers, which are keys

private:
    /// What is told before it is published.
    static constexpr std::size_t kGroupsAtOnce = 8'192;
    /// Fewer are told by this thread alone.
    static constexpr std::size_t kWorthAThread = 2'048;
    using GroupId = identity::Identity::GroupId;
    struct Dissolved
    {
        base::SagaId saga;
        Members members; ///< that its group had
    };

    /// Changes one by one: what each comes to is told before, on two threads where there are many.
    void takeChanges(std::span<const ChangedGroup> changes, const Moment& at, Lag lag)
    {
        m_told.clear();
        m_told.resize(changes.size());
        const std::span<Told> told(m_told);
        const auto isLeft = [lag](const Members& members) { return mayWait(members, lag); }; // decided when it is accepted
        if (changes.size() < kWorthAThread) {
            m_teller.tell(changes, told, at, isLeft);
        } else {
            if (!m_otherTeller)
                m_otherTeller.emplace(*m_catalog);
            const std::size_t half = changes.size() / 2;
            const std::future<void> other = std::async(std::launch::async, [&] {
                m_otherTeller->tell(changes.subspan(half), told.subspan(half), at, isLeft);
            }); // its end is waited for
            m_teller.tell(changes.first(half), told.first(half), at, isLeft);
        }
        for (std::size_t i = 0; i < changes.size(); ++i)
            accept(changes[i], std::move(told[i]), at, lag);
    }

    [[nodiscard]] static bool mayWait(const Members& members, Lag lag)
    {
        return lag == Lag::Allowed && LateLines::mayWait(members);
    }

    void accept(const ChangedGroup& change, Told told, const Moment& at, Lag lag)
    {
        const auto& [group, members] = change;
        if (members && mayWait(members, lag)) {
            if (m_teller.isSaga(*members, at) && putOff(group, members, at))
                return;
            told = m_teller.tell(members, at);
        }
        takeOrDissolve(group, std::move(told));
    }

    void takeOrDissolve(GroupId group, Told told)
    {
        if (told.line.isAlive)
            take(group, std::move(told));
        else
            dissolve(group);
    }

    base::SagaId slotOf(GroupId group)
    {
        if (group >= m_slots.size())
            m_slots.resize(group + std::size_t(1));
        if (!m_slots[group].isValid()) {
            m_slots[group] = base::SagaId(std::uint32_t(m_sagas.size()));
            m_sagas.append({});
        }
        return m_slots[group];
    }

    /// A group that is linked or ambiguous waits for the new verdict; any other is published as it stands.
    void take(GroupId group, Told told)
    {
        m_late.forget(group);
        const bool isUnsettled = told.part && !m_inference.verdictOf(group).contenders.empty();
        if (told.part)
            m_partMembers[group] = told.line.events;
        else
            m_partMembers.erase(group);
        m_inference.put(group, std::move(told.part));
        if (isUnsettled)
            m_unsettled.push_back(group);
        else
            publish(slotOf(group), std::move(told));
    }

    void publish(base::SagaId id, Told told)
    {
        for (const base::EventIndex event : *told.line.events)
            assign(event, id);
        SagaSummary& summary = m_sagas.edit(id.value);
        if (summary.isAlive)
            --countByState[static_cast<std::size_t>(summary.state)];
        summary = std::move(told.line);
        ++countByState[static_cast<std::size_t>(summary.state)];
        m_deadlines.set(id, told.nextDeadline);
    }

    /// True when the saga is so big that its line may wait: its events are its own at once, its state comes later.
    bool putOff(GroupId group, const Members& members, const Moment& at)
    {
        if (m_partMembers.contains(group))
            return false;
        const base::SagaId id = slotOf(group);
        const Members before = m_sagas[id.value].events;
        if (!m_sagas[id.value].isAlive || !isContinued(before, members))
            return false;
        m_late.note(group, members, before->size());
        SagaSummary& summary = m_sagas.edit(id.value);
        summary.events = members;
        for (const base::EventIndex event : members->subspan(before->size())) {
            assign(event, id);
            summary.lastEventAt = std::max(summary.lastEventAt, at.events.row(event).time());
        }
        return true;
    }

    void catchUp(const Moment& at, Lag lag)
    {
        for (const LateLines::Line& line : m_late.takeDue(lag == Lag::None))
            takeOrDissolve(line.group, m_teller.tell(line.members, at));
    }

    void assign(base::EventIndex event, base::SagaId id)
    {
        if (m_sagaOf[event.value] == id)
            return;
        memberCount += m_sagaOf[event.value].isValid() ? 0 : 1;
        m_sagaOf.edit(event.value) = id;
    }

    /// The slot tells nothing any more.
    void retire(base::SagaId id, base::SagaId mergedInto)
    {
        SagaSummary& summary = m_sagas.edit(id.value);
        if (summary.isAlive)
            --countByState[static_cast<std::size_t>(summary.state)];
        summary = {};
        summary.mergedInto = mergedInto;
        m_deadlines.set(id, base::kNoTime);
    }

    void dissolve(GroupId group)
    {
        if (group >= m_slots.size() || !m_slots[group].isValid())
            return;
        m_late.forget(group);
        const base::SagaId id = m_slots[group];
        const auto part = m_partMembers.find(group);
        const Members members = part == m_partMembers.end() ? m_sagas[id.value].events : part->second;
        if (!members)
            return; // it dissolved before
        if (part != m_partMembers.end())
            m_partMembers.erase(part);
        m_inference.put(group, std::nullopt);
        retire(id, {});
        m_dissolved.push_back({id, members});
    }

    void settle(const Moment& at)
    {
        const std::vector<GroupId> judged = m_inference.judge();
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
                retell(group, *part->definition, verdict, at);
        }
    }

    /// The slot of a joined group points at the saga that tells its events now.
    void absorb(GroupId tail, GroupId head)
    {
        const base::SagaId into = slotOf(head);
        const base::SagaId id = slotOf(tail);
        if (m_sagas[id.value].isAlive || m_sagas[id.value].mergedInto != into)
            retire(id, into);
    }

    void retell(GroupId group, const catalog::SagaDefinition& definition, const Inference::Verdict& verdict, const Moment& at)
    {
        Members members = m_partMembers.at(group);
        std::shared_ptr<Inferred> inferred;
        if (!verdict.contenders.empty())
            inferred = std::make_shared<Inferred>();
        if (verdict.isLinked) {
            const Inference::Contender& tail = verdict.contenders.front();
            const Members& joined = m_partMembers.at(tail.group);
            inferred->link = {tail.match.score, explainMatch(tail.match, definition, at.ids), {joined->begin(), joined->end()}};
            members = together(members, joined);
        } else if (inferred) {
            for (const Inference::Contender& other : verdict.contenders) {
                inferred->candidates.push_back({slotOf(other.group), other.match.score, explainMatch(other.match, definition, at.ids)});
                inferred->concerned.push_back(other.compared);
            }
        }
        publish(slotOf(group), m_teller.tell(members, std::move(inferred), at));
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

    /// The clock may also go back: a session opened as of another moment starts anew, so only forward matters here.
    void passDeadlines(const Moment& at)
    {
        for (base::SagaId id = m_deadlines.takeBefore(at.now); id.isValid(); id = m_deadlines.takeBefore(at.now)) {
            const SagaSummary& summary = m_sagas[id.value];
            publish(id, m_teller.tell(summary.events, summary.inferred, at));
        }
    }

    std::shared_ptr<const catalog::Catalog> m_catalog;
    Teller m_teller;
    std::optional<Teller> m_otherTeller; ///< on another thread, once many sagas changed at once
    std::vector<Told> m_told;            ///< reused
    Inference m_inference;
    std::unordered_map<GroupId, Members> m_partMembers; ///< of groups that take part in inference
    std::vector<GroupId> m_unsettled;                   ///< changed, and to be published with their verdict
    LateLines m_late;
    std::vector<base::SagaId> m_slots; ///< by group
    DeadlineQueue m_deadlines;
    std::vector<Dissolved> m_dissolved;
    // Of the update under way, between gather() and the end of tell():
    store::EventStore::View m_events;
    identity::Identity::View m_ids;
    std::vector<ChangedGroup> m_changes;
};

SagaTracker::SagaTracker(std::shared_ptr<const catalog::Catalog> catalog)
    : m_impl(std::make_unique<Impl>(std::move(catalog)))
{
}
SagaTracker::~SagaTracker() = default;

void SagaTracker::update(identity::Identity& identity, const store::EventStore::View& events, base::Timestamp now, Lag lag)
{
    gather(identity, events);
    tell(now, lag);
}

void SagaTracker::gather(identity::Identity& identity, const store::EventStore::View& events)
{
    m_impl->gather(identity, events);
}

void SagaTracker::tell(base::Timestamp now, Lag lag)
{
    m_impl->tell(now, lag);
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
    view.m_keys = m_impl->keys();
    view.m_values = m_impl->m_values;
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
