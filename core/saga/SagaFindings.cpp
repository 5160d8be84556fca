// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/SagaFindings.h"

#include <algorithm>

#include "core/saga/CausationFindings.h"
#include "core/saga/FindingSink.h"
#include "core/saga/OutcomeFindings.h"

namespace sagascope::saga {
namespace {

using base::Rule;
using identity::Repeat;

void findCorrelation(const FindingInput& input, FindingSink& findings)
{
    base::IdHash first;
    bool isBroken = false;
    bool isSplit = false;
    for (const Member& member : input.members) {
        if (member.isCopy())
            continue;
        const base::IdHash& id = member.row->correlationId;
        if (first.isNull())
            first = id;
        isBroken = isBroken || id.isNull();
        isSplit = isSplit || (!id.isNull() && id != first);
    }
    if (first.isNull())
        return;
    if (isBroken)
        findings.add(Rule::CorrelationBroken, findings.eventsWhere([](const Member& member) {
            return !member.isCopy() && member.row->correlationId.isNull();
        }));
    if (isSplit)
        findings.add(Rule::CorrelationSplit, findings.eventsWhere([&](const Member& member) {
            return !member.isCopy() && !member.row->correlationId.isNull() && member.row->correlationId != first;
        }));
}

base::IdentifierId bookingOf(const Member& member)
{
    const auto link = std::find_if(member.links.begin(), member.links.end(), [](identity::Link candidate) {
        return identity::familyOf(candidate.kind()) == identity::IdentifierKind::Booking;
    });
    return link == member.links.end() ? base::IdentifierId() : link->id();
}

void findAliasSplit(const FindingInput& input, FindingSink& findings)
{
    base::IdentifierId first;
    base::IdentifierId other;
    const auto isOther = [&](const Member& member) {
        const base::IdentifierId id = member.isCopy() ? base::IdentifierId() : bookingOf(member);
        if (!first.isValid())
            first = id;
        const bool holds = id.isValid() && id != first;
        if (holds && !other.isValid())
            other = id;
        return holds;
    };
    findings.add(Rule::AliasSplit, findings.eventsWhere(isOther), [&] { return input.members.identity().value(other); });
}

/// A value that too many events share is a placeholder, whatever it reads like.
void findHubs(const FindingInput& input, FindingSink& findings)
{
    const auto& identity = input.members.identity();
    if (!identity.hasHubs())
        return;
    base::IdentifierId hub;
    const auto carriesHub = [&](const Member& member) {
        if (member.links.size() == member.facts->linkCount)
            return false; // members keep the links that are no hubs, so here is none
        const auto links = identity.linksOf(member.event);
        const auto found = std::find_if(links.begin(), links.end(), [&](identity::Link link) { return identity.isHub(link.id()); });
        if (found != links.end() && !hub.isValid())
            hub = found->id();
        return found != links.end();
    };
    findings.add(Rule::PlaceholderId, findings.eventsWhere(carriesHub), [&] { return identity.value(hub); });
}

/// Several sagas fit one another equally well; the number of those that this one may be one with.
void findAmbiguousLink(const FindingInput& input, FindingSink& findings)
{
    if (!input.inferred || input.inferred->candidates.empty())
        return;
    const FindingSink::Events& concerned = input.inferred->concerned;
    findings.add(Rule::AmbiguousLink, findings.eventsWhere([&](const Member& member) {
        return std::find(concerned.begin(), concerned.end(), member.event) != concerned.end();
    }), [&] { return std::to_string(input.inferred->candidates.size()); });
}

void findRepeats(const FindingInput& input, FindingSink& findings)
{
    const auto repeats = [](const Member& member) { return member.repeat != Repeat::None; };
    if (std::none_of(input.members.begin(), input.members.end(), repeats))
        return;
    const auto ofKind = [&](Repeat repeat) {
        return findings.eventsWhere([&](const Member& member) { return member.repeat == repeat; });
    };
    findings.add(Rule::DuplicateRedelivery, ofKind(Repeat::Redelivery));
    findings.add(Rule::DuplicateSemantic, ofKind(Repeat::SameFact));
    findings.add(Rule::EventidCollision, ofKind(Repeat::IdCollision));
}

} // namespace

std::vector<StoryFinding> sagaFindings(const FindingInput& input)
{
    FindingSink findings(input.members);
    findCorrelation(input, findings);
    findAliasSplit(input, findings);
    findHubs(input, findings);
    findAmbiguousLink(input, findings);
    findCausation(input, findings);
    if (input.progress)
        findOutcome(input, findings);
    findRepeats(input, findings);
    return findings.take();
}

} // namespace sagascope::saga
