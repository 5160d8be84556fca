// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/Tell.h"

#include <algorithm>

#include "core/catalog/Catalog.h"
#include "core/saga/Evaluation.h"
#include "core/saga/RepeatIndex.h"

namespace sagascope::saga {
namespace {

using identity::Evidence;
using identity::Repeat;

Why whyOf(const Evaluation::Carried& carried, const identity::Identity::View& identity)
{
    return {carried.kind, std::string(identity.value(carried.id))};
}

/// The identifiers that tie the member to the rest.
std::vector<Why> whysOf(const Member& member, const Evaluation& evaluation)
{
    std::vector<Why> why;
    for (const identity::Link link : member.links) {
        if (evaluation.isTie(member, link.id()))
            why.push_back(whyOf(*evaluation.identifier(link.id()), evaluation.members().identity()));
    }
    std::sort(why.begin(), why.end());
    why.erase(std::unique(why.begin(), why.end()), why.end());
    return why;
}

std::vector<StoryEvent> storyEvents(const Evaluation& evaluation, const InferredLink* link)
{
    const MemberList& members = evaluation.members();
    std::vector<StoryEvent> events;
    events.reserve(members.size());
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member& member = members[i];
        StoryEvent event;
        event.event = member.event;
        event.evidence = evaluation.evidence(i);
        if (event.evidence == Evidence::Inferred)
            event.score = link->score;
        event.why = whysOf(member, evaluation);
        event.repeat = member.repeat;
        event.repeatOf = member.repeatOf;
        if (member.step)
            event.step = int(member.step - evaluation.definition()->steps.data());
        events.push_back(std::move(event));
    }
    return events;
}

std::vector<Why> identifiersOf(const Evaluation& evaluation)
{
    std::vector<Why> identifiers;
    for (const Evaluation::Carried& carried : evaluation.identifiers())
        identifiers.push_back(whyOf(carried, evaluation.members().identity()));
    std::sort(identifiers.begin(), identifiers.end());
    return identifiers;
}

} // namespace

bool formsSaga(std::span<const base::EventIndex> members, const store::EventStore::View& events,
               const identity::Identity::View& identity, RepeatIndex& repeats)
{
    if (std::any_of(members.begin(), members.end(), [&](base::EventIndex event) { return identity.facts(event).isStep(); }))
        return true;
    int distinct = 0;
    for (const base::EventIndex event : members) {
        const Repeat repeat = repeats.markOf(event, events, identity).repeat;
        distinct += repeat == Repeat::None || repeat == Repeat::IdCollision ? 1 : 0;
        if (distinct > 1)
            return true;
    }
    return false;
}

SagaStyle styleOf(const catalog::SagaDefinition* definition)
{
    if (!definition)
        return SagaStyle::Unknown;
    return definition->style == catalog::DefinitionStyle::Orchestrated ? SagaStyle::Orchestrated : SagaStyle::Choreographed;
}

Story tell(std::span<const base::EventIndex> events, const store::EventStore::View& store,
           const identity::Identity::View& identity, const catalog::Catalog& catalog, base::Timestamp now,
           const Inferred* inferred)
{
    Evaluation evaluation(catalog);
    return tell(evaluation, events, store, identity, now, inferred);
}

Story tell(Evaluation& evaluation, std::span<const base::EventIndex> events, const store::EventStore::View& store,
           const identity::Identity::View& identity, base::Timestamp now, const Inferred* inferred)
{
    Story story;
    if (events.empty())
        return story;
    evaluation.arrange(events, store, identity, inferred);
    evaluation.judge(now);
    story.definition = evaluation.definition();
    story.style = styleOf(story.definition);
    story.state = evaluation.state();
    story.startedAt = evaluation.startedAt();
    story.endedAt = evaluation.endedAt();
    story.nextDeadline = evaluation.nextDeadline();
    if (inferred) {
        story.link = inferred->link;
        story.candidates = inferred->candidates;
    }
    story.identifiers = identifiersOf(evaluation);
    base::TextPool texts;
    story.key = evaluation.key(texts);
    story.events = storyEvents(evaluation, story.link ? &*story.link : nullptr);
    story.edges = evaluation.edges();
    if (evaluation.progress())
        story.steps = evaluation.progress()->steps();
    story.findings = evaluation.takeFindings();
    return story;
}

} // namespace sagascope::saga
