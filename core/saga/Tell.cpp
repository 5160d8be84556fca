// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Tell.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "core/catalog/Catalog.h"
#include "core/saga/CauseGraph.h"
#include "core/saga/Member.h"
#include "core/saga/Progress.h"
#include "core/saga/Repeats.h"
#include "core/saga/SagaFindings.h"

namespace sagascope::saga {
namespace {

using identity::Edge;
using identity::Evidence;
using identity::Repeat;

void markRepeats(MemberList& members)
{
    for (Member& member : members) {
        const RepeatMark mark = repeatById(member.event, members.store(), members.identity());
        member.repeat = mark.repeat;
        member.repeatOf = mark.of;
    }
}

void assignSteps(MemberList& members, const catalog::SagaDefinition* definition)
{
    for (Member& member : members)
        member.step = definition ? definition->stepOf(member.type, member.metadataStep) : nullptr;
}

/// Sorts the members and returns every edge inside the saga.
std::vector<Edge> orderAndConnect(MemberList& members, const catalog::SagaDefinition* definition, const InferredLink* link)
{
    const PositionEdges declared = declaredEdges(members);
    std::vector<Edge> edges;
    for (const auto& [from, to] : declared)
        edges.push_back({members[from].event, members[to].event, Evidence::Declared, {}, std::nullopt});
    members.reorder(logicalOrder(members, declared));
    if (definition) {
        const std::vector<Edge> byRule = ruleEdges(members, *definition, link);
        edges.insert(edges.end(), byRule.begin(), byRule.end());
    }
    std::sort(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) {
        return std::pair(members.indexOf(a.to), members.indexOf(a.from)) < std::pair(members.indexOf(b.to), members.indexOf(b.from));
    });
    return edges;
}

/// How many members other than copies carry each identifier.
class Ties
{
public:
    explicit Ties(const MemberList& members) : m_members(members)
    {
        for (const Member& member : members) {
            if (member.isCopy())
                continue;
            std::set<base::IdentifierId> own;
            for (const identity::Link link : member.links)
                own.insert(link.id());
            for (const base::IdentifierId id : own)
                ++m_counts[id];
        }
    }

    /// The identifiers that tie the member to the rest. A copy is tied to its original.
    [[nodiscard]] std::vector<identity::Link> of(const Member& member) const
    {
        const int needed = member.isCopy() ? 1 : 2;
        std::vector<identity::Link> ties;
        for (const identity::Link link : member.links) {
            const auto found = m_counts.find(link.id());
            if (found != m_counts.end() && found->second >= needed)
                ties.push_back(link);
        }
        return ties;
    }

private:
    const MemberList& m_members;
    std::unordered_map<base::IdentifierId, int> m_counts;
};

bool hasDeclared(const std::vector<identity::Link>& links)
{
    return std::any_of(links.begin(), links.end(), [](identity::Link link) { return isDeclaredKind(link.kind()); });
}

/// One kind per identifier: a booking's value is a reference as soon as one event calls it so.
std::map<base::IdentifierId, identity::IdentifierKind> kindsOf(const MemberList& members)
{
    std::map<base::IdentifierId, identity::IdentifierKind> kinds;
    for (const Member& member : members) {
        for (const identity::Link link : member.links) {
            const auto [found, isNew] = kinds.try_emplace(link.id(), link.kind());
            if (!isNew)
                found->second = std::max(found->second, link.kind());
        }
    }
    return kinds;
}

using Kinds = std::map<base::IdentifierId, identity::IdentifierKind>;

std::vector<Why> whyOf(const std::vector<identity::Link>& links, const Kinds& kinds, const identity::Identity::View& identity)
{
    std::vector<Why> why;
    for (const identity::Link link : links)
        why.push_back({kinds.at(link.id()), std::string(identity.value(link.id()))});
    std::sort(why.begin(), why.end());
    why.erase(std::unique(why.begin(), why.end()), why.end());
    return why;
}

std::vector<StoryEvent> storyEvents(const MemberList& members, const catalog::SagaDefinition* definition, const Kinds& kinds)
{
    const Ties ties(members);
    std::vector<StoryEvent> events;
    events.reserve(members.size());
    for (const Member& member : members) {
        StoryEvent event;
        event.event = member.event;
        const std::vector<identity::Link> shared = ties.of(member);
        const bool isFirst = events.empty();
        event.evidence = hasDeclared(isFirst ? member.links : shared) ? Evidence::Declared : Evidence::Aliased;
        event.why = whyOf(shared, kinds, members.identity());
        event.repeat = member.repeat;
        event.repeatOf = member.repeatOf;
        if (member.step)
            event.step = int(member.step - definition->steps.data());
        events.push_back(std::move(event));
    }
    return events;
}

/// What was joined shares identifiers only with what was joined with it: the link is what ties it to the saga.
void markInferred(std::vector<StoryEvent>& events, const InferredLink& link)
{
    for (StoryEvent& event : events) {
        if (!std::binary_search(link.events.begin(), link.events.end(), event.event))
            continue;
        event.evidence = Evidence::Inferred;
        event.score = link.score;
    }
}

std::vector<Why> identifiersOf(const Kinds& kinds, const identity::Identity::View& identity)
{
    std::vector<Why> identifiers;
    for (const auto& [id, kind] : kinds)
        identifiers.push_back({kind, std::string(identity.value(id))});
    std::sort(identifiers.begin(), identifiers.end());
    return identifiers;
}

/// Kinds to take the key from where no definition says: business ids before the technical ones.
std::vector<identity::IdentifierKind> genericKeyKinds()
{
    std::vector<identity::IdentifierKind> kinds;
    for (int kind = int(identity::IdentifierKind::Booking); kind <= int(identity::IdentifierKind::Entity); ++kind)
        kinds.push_back(static_cast<identity::IdentifierKind>(kind));
    for (const auto kind : {identity::IdentifierKind::Saga, identity::IdentifierKind::Correlation, identity::IdentifierKind::Trace})
        kinds.push_back(kind);
    return kinds;
}

/// The smallest value of the first kind that there is; identifiers are sorted by kind and value.
std::string keyOf(const std::vector<Why>& identifiers, const catalog::SagaDefinition* definition, const MemberList& members)
{
    std::vector<identity::IdentifierKind> kinds;
    if (definition) {
        for (const std::string& name : definition->keyKinds) {
            if (const auto kind = identity::kindFromName(name))
                kinds.push_back(*kind);
        }
    }
    const std::vector<identity::IdentifierKind> generic = genericKeyKinds();
    kinds.insert(kinds.end(), generic.begin(), generic.end());
    for (const identity::IdentifierKind kind : kinds) {
        const auto found = std::find_if(identifiers.begin(), identifiers.end(), [&](const Why& id) { return id.kind == kind; });
        if (found != identifiers.end())
            return found->value;
    }
    const Member& first = members[0];
    return std::string(members.store().topicName(first.row->topic)) + "[" + std::to_string(first.row->partition) + "]@"
        + std::to_string(first.row->offset);
}

SagaStyle styleOf(const catalog::SagaDefinition* definition)
{
    if (!definition)
        return SagaStyle::Unknown;
    return definition->style == catalog::DefinitionStyle::Orchestrated ? SagaStyle::Orchestrated : SagaStyle::Choreographed;
}

/// The event that a chain of attempts starts from, and the attempt that came last.
struct Attempts
{
    const Member* last = nullptr;
    std::vector<base::EventIndex> all;
};

/// Members with one event id, told apart by the first of them.
std::map<base::EventIndex, Attempts> attemptsByOriginal(const MemberList& members)
{
    std::map<base::EventIndex, Attempts> byOriginal;
    for (const Member& member : members) {
        const bool isCopy = member.repeat == Repeat::Attempt || member.repeat == Repeat::Redelivery;
        Attempts& attempts = byOriginal[isCopy ? member.repeatOf : member.event];
        attempts.all.push_back(member.event);
        if (!attempts.last || !isBefore(member.event, attempts.last->event, members.store()))
            attempts.last = &member;
    }
    return byOriginal;
}

/// Some member's last attempt is a dead letter, and nothing that it caused came after that.
bool isDeadLettered(const MemberList& members, const std::vector<Edge>& edges)
{
    for (const auto& [original, attempts] : attemptsByOriginal(members)) {
        if (!attempts.last->row->has(store::EventFlag::DeadLetter))
            continue;
        const bool hasLaterEffect = std::any_of(edges.begin(), edges.end(), [&](const Edge& edge) {
            const bool isOurs = std::find(attempts.all.begin(), attempts.all.end(), edge.from) != attempts.all.end();
            return isOurs && attempts.last->clock() < members[members.indexOf(edge.to)].clock();
        });
        if (!hasLaterEffect)
            return true;
    }
    return false;
}

bool isEnded(SagaState state)
{
    return state != SagaState::Running && state != SagaState::Stalled;
}

void setTimes(Story& story, const MemberList& members)
{
    base::Timestamp lastStep = base::kNoTime;
    for (const Member& member : members) {
        const base::Timestamp at = member.row->time();
        if (at != base::kNoTime && (story.startedAt == base::kNoTime || at < story.startedAt))
            story.startedAt = at;
        const bool counts = !member.isCopy() || story.state == SagaState::DeadLettered;
        if (counts && (member.step || !story.definition))
            lastStep = std::max(lastStep, at);
    }
    if (isEnded(story.state))
        story.endedAt = lastStep;
}

} // namespace

bool formsSaga(std::span<const base::EventIndex> members, const store::EventStore::View& events,
               const identity::Identity::View& identity)
{
    if (std::any_of(members.begin(), members.end(), [&](base::EventIndex event) { return identity.facts(event).isStep(); }))
        return true;
    int distinct = 0;
    for (const base::EventIndex event : members) {
        const Repeat repeat = repeatById(event, events, identity).repeat;
        distinct += repeat == Repeat::None || repeat == Repeat::IdCollision ? 1 : 0;
        if (distinct > 1)
            return true;
    }
    return false;
}

Story tell(std::span<const base::EventIndex> events, const store::EventStore::View& store,
           const identity::Identity::View& identity, const catalog::Catalog& catalog, base::Timestamp now,
           const Inferred* inferred)
{
    Story story;
    if (events.empty())
        return story;
    MemberList members(events, store, identity);
    markRepeats(members);
    story.definition = chooseDefinition(members, catalog.definitions());
    story.style = styleOf(story.definition);
    assignSteps(members, story.definition);
    if (inferred) {
        story.link = inferred->link;
        story.candidates = inferred->candidates;
    }
    story.edges = orderAndConnect(members, story.definition, story.link ? &*story.link : nullptr);
    markSameFacts(members);

    const Kinds kinds = kindsOf(members);
    story.identifiers = identifiersOf(kinds, identity);
    story.key = keyOf(story.identifiers, story.definition, members);
    story.events = storyEvents(members, story.definition, kinds);
    if (story.link)
        markInferred(story.events, *story.link);

    const bool isDead = isDeadLettered(members, story.edges);
    std::optional<Progress> progress;
    if (story.definition) {
        progress.emplace(members, *story.definition, now);
        story.state = progress->state(isDead);
        story.steps = progress->steps();
        story.nextDeadline = progress->nextDeadline();
    } else {
        story.state = isDead ? SagaState::DeadLettered : SagaState::Running;
    }
    setTimes(story, members);
    story.findings =
        sagaFindings({members, story.edges, story.definition, progress ? &*progress : nullptr, story.state, inferred});
    return story;
}

} // namespace sagascope::saga
