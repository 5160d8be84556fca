// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/SagaLine.h"

#include <algorithm>
#include <array>

#include "core/saga/Tell.h"

namespace sagascope::saga {
namespace {

/// The last two steps that were taken, e.g. `payment.failed → voyage.booking.cancelled`.
std::string captionOf(const Evaluation& evaluation)
{
    const MemberList& members = evaluation.members();
    std::array<std::string_view, 2> types; // the later one first
    std::size_t count = 0;
    for (std::size_t i = members.size(); i-- > 0 && count < types.size();) {
        const Member& member = members[i];
        const bool isCopy = member.repeat == identity::Repeat::Redelivery || member.repeat == identity::Repeat::SameFact;
        const std::string_view type = members.store().text(member.row->type);
        const bool counts = !isCopy && (member.step || !evaluation.definition());
        if (counts && (count == 0 || types[0] != type))
            types[count++] = type;
    }
    std::string caption;
    for (std::size_t i = count; i-- > 0;)
        caption.append(caption.empty() ? "" : " → ").append(types[i]);
    return caption;
}

void summariseMembers(const Evaluation& evaluation, SagaSummary& summary)
{
    const MemberList& members = evaluation.members();
    const store::EventStore::View& events = members.store();
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member& member = members[i];
        summary.weakestEvidence = std::max(summary.weakestEvidence, evaluation.evidence(i));
        summary.repeatCount = std::uint16_t(summary.repeatCount + (member.repeat != identity::Repeat::None ? 1 : 0));
        summary.repeatKinds = std::uint8_t(summary.repeatKinds | (1U << static_cast<unsigned>(member.repeat)));
        summary.lastEventAt = std::max(summary.lastEventAt, member.row->time());
        if (!member.row->has(store::EventFlag::HasHits))
            continue;
        for (const store::StoredHit& hit : events.hitsOf(member.event))
            summary.rules.set(static_cast<std::size_t>(hit.rule));
    }
}

} // namespace

SagaSummary lineOf(const Evaluation& evaluation, LineTexts& texts)
{
    SagaSummary fresh;
    fresh.isAlive = true;
    fresh.state = evaluation.state();
    fresh.definition = evaluation.definition();
    fresh.style = styleOf(fresh.definition);
    fresh.startedAt = evaluation.startedAt();
    fresh.endedAt = evaluation.endedAt();
    fresh.key = evaluation.key(texts.keys);
    fresh.caption = texts.captions.share(captionOf(evaluation));
    summariseMembers(evaluation, fresh);
    fresh.findingCount = std::uint16_t(std::min<std::size_t>(evaluation.findings().size(), 0xFFFF));
    for (const StoryFinding& finding : evaluation.findings()) {
        fresh.rules.set(static_cast<std::size_t>(finding.rule));
        const base::Severity severity = base::ruleSeverity(finding.rule);
        fresh.worstFinding = std::max(fresh.worstFinding.value_or(severity), severity);
    }
    return fresh;
}

} // namespace sagascope::saga
