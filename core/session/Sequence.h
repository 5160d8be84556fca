// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Rule.h"
#include "core/base/Time.h"
#include "core/identity/Evidence.h"
#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

// A saga as messages between services and topics, free of pixels and words: what the sequence diagram draws and what
// goes into Mermaid and PlantUML. Participants, labels and turns name one another by position; -1 is none.

enum class ParticipantKind : std::uint8_t { Service, Topic };

struct SequenceParticipant
{
    ParticipantKind kind = ParticipantKind::Service;
    std::string name; ///< topics in full
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
    int step = -1; ///< of the story
    identity::Repeat repeat = identity::Repeat::None;
    std::optional<base::Severity> worstFinding;
    bool isFailure = false;
    bool isCompensation = false;
    bool isRetry = false;
    bool isDeadLetter = false;
    std::uint64_t likeness = 0; ///< equal for turns that tell the same between the same participants
    std::vector<SequenceDelivery> deliveries;
};

/// Participants and labels (event types in full) in order of first appearance.
struct Sequence
{
    std::vector<SequenceParticipant> participants;
    std::vector<std::string> labels;
    std::vector<SequenceTurn> turns; ///< in logical order
    std::unordered_map<base::EventIndex, int> positions;
    base::Timestamp start = base::kNoTime;
};

/// Pure; any thread.
[[nodiscard]] Sequence sequenceOf(const saga::Story& story, const Snapshot& snapshot);
/// Sets `likeness` of every turn.
void compareTurns(std::vector<SequenceTurn>& turns);

/// `period` turns that come `count` times in a row; a turn by itself is a block of one.
struct SequenceBlock
{
    int first = 0; ///< turn
    int period = 1;
    int count = 1;

    [[nodiscard]] int last() const { return first + period * count - 1; }
};

/// All turns as blocks, the longest runs of equal ones folded. Linear in their number.
[[nodiscard]] std::vector<SequenceBlock> foldRepeats(const std::vector<SequenceTurn>& turns);

/// From this wait on a person would notice that nothing happened.
inline constexpr base::Duration kNoticedWait = std::chrono::seconds(1);

} // namespace sagascope::session
