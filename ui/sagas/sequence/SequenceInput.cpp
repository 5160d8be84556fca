// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/sequence/SequenceInput.h"

#include <utility>

#include "ui/common/CodeText.h"
#include "ui/common/SecretMask.h"
#include "ui/sagas/TimelineInput.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

SequenceParticipant participantOf(const session::SequenceParticipant& participant)
{
    const std::string_view name = participant.name;
    if (participant.kind == ParticipantKind::Service)
        return {participant.kind, shownText(name), toQString(name.substr(0, name.find("-service")))};
    constexpr std::string_view kPrefix = "dreamscape.";
    return {participant.kind, shownText(name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name), domainOf(name)};
}

} // namespace

SequenceInput sequenceInput(const saga::Story& story, const session::Snapshot& snapshot)
{
    session::Sequence sequence = session::sequenceOf(story, snapshot);
    SequenceInput input;
    for (const session::SequenceParticipant& participant : sequence.participants)
        input.participants.push_back(participantOf(participant));
    for (const std::string& type : sequence.labels)
        input.labels.push_back(shortType(type));
    input.turns = std::move(sequence.turns);
    input.positions = std::move(sequence.positions);
    input.start = sequence.start;
    return input;
}

} // namespace sagascope::ui
