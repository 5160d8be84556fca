// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <unordered_map>
#include <vector>

#include "core/session/Sequence.h"

namespace sagascope::ui {

using session::ParticipantKind;
using session::SequenceDelivery;
using session::SequenceTurn;

struct SequenceParticipant
{
    ParticipantKind kind = ParticipantKind::Service;
    QString name;   ///< topics without `dreamscape.`
    QString domain; ///< gives the colour
};

/// A session::Sequence in the words of the screen.
struct SequenceInput
{
    std::vector<SequenceParticipant> participants;
    std::vector<QString> labels;
    std::vector<SequenceTurn> turns; ///< in logical order
    std::unordered_map<base::EventIndex, int> positions;
    base::Timestamp start = base::kNoTime;

    [[nodiscard]] const QString& labelOf(int turn) const { return labels[std::size_t(turns[std::size_t(turn)].label)]; }
    [[nodiscard]] int positionOf(base::EventIndex event) const
    {
        const auto found = positions.find(event);
        return found == positions.end() ? -1 : found->second;
    }
};

/// Pure; any thread.
[[nodiscard]] SequenceInput sequenceInput(const saga::Story& story, const session::Snapshot& snapshot);

} // namespace sagascope::ui
