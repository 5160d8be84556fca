// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Rule.h"
#include "core/base/Time.h"
#include "core/identity/Evidence.h"
#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

// Participants, labels and turns name one another by position; -1 is none.

enum class ParticipantKind : std::uint8_t { Service, Topic };

struct SequenceParticipant
{
    ParticipantKind kind = ParticipantKind::Service;
    QString name;   ///< topics without `dreamscape.`
    QString domain; ///< gives the colour
};

/// What brought an event about: its cause's topic, read by the service that then published.
struct SequenceDelivery
{
    int cause = -1; ///< turn
    identity::Evidence evidence = identity::Evidence::Declared;
    std::optional<double> score;  ///< of inferred edges
    bool isWithin = false;        ///< the service followed itself, and is not known to read the topic
    bool isUndeclared = false;    ///< the catalog does not know that the service reads the topic
};

/// One event: what it was told by, and its publication.
struct SequenceTurn
{
    base::EventIndex event;
    base::Timestamp time = base::kNoTime;
    int service = -1; ///< -1: nobody says who published it
    int topic = 0;
    int label = 0;
    identity::Repeat repeat = identity::Repeat::None;
    std::optional<base::Severity> worstFinding;
    bool isFailure = false;
    bool isCompensation = false;
    bool isRetry = false;
    bool isDeadLetter = false;
    std::uint64_t likeness = 0; ///< equal for turns that tell the same between the same participants
    std::vector<SequenceDelivery> deliveries;
};

/// A saga as messages between services and topics, free of pixels. Participants in order of first appearance.
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
/// Sets `likeness` of every turn.
void compareTurns(SequenceInput& input);

} // namespace sagascope::ui
