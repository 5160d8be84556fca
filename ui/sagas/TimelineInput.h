// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Rule.h"
#include "core/base/Time.h"
#include "core/identity/Evidence.h"
#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

struct TimelineEvent
{
    base::EventIndex event;
    base::Timestamp time = base::kNoTime;
    QString lane;
    QString label;
    identity::Evidence evidence = identity::Evidence::Declared;
    identity::Repeat repeat = identity::Repeat::None;
    int repeatOf = -1; ///< position in TimelineInput::events; -1 when it repeats nothing
    bool isFailure = false;
    bool isCompensation = false;
    std::optional<base::Severity> worstFinding;
    bool isSkewed = false; ///< its clock contradicts its declared cause
    bool isOurs = false;
};

struct TimelineEdge
{
    int from = 0; ///< positions in TimelineInput::events
    int to = 0;
    identity::Evidence evidence = identity::Evidence::Declared;
    bool isCompensation = false;

    friend bool operator==(const TimelineEdge&, const TimelineEdge&) = default;
};

/// A step that the definition expects and nobody saw.
struct TimelineGhost
{
    QString lane;
    QString label;
};

struct TimelineLane
{
    QString name;
    QString domain; ///< gives the colour
};

/// What a timeline draws, free of pixels. `lanes` in the order of their first event, retries and dead letters last.
struct TimelineInput
{
    std::vector<TimelineLane> lanes;
    std::vector<TimelineEvent> events; ///< in logical order
    std::vector<TimelineEdge> edges;
    std::vector<TimelineGhost> ghosts;
    base::Timestamp start = base::kNoTime;
    base::Timestamp end = base::kNoTime;
    /// A saga that runs waits from its last event until this moment; kNoTime when it does not.
    base::Timestamp waitingUntil = base::kNoTime;
};

/// Lanes named by what is on them when no service publishes there.
inline constexpr char16_t kRetryLane[] = u"\u21BBretry";
inline constexpr char16_t kDeadLetterLane[] = u"\u2620dead-letter";

/// Pure; any thread.
[[nodiscard]] TimelineInput timelineInput(const saga::Story& story, const session::Snapshot& snapshot);
/// `payment.failed` for `dreamscape.payment.failed`; `booking.created` for `voyage.booking.created`.
[[nodiscard]] QString shortType(std::string_view type);

} // namespace sagascope::ui
