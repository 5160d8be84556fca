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

// Lanes, labels and events name one another by position in the lists of TimelineInput; -1 is none.

struct TimelineEvent
{
    base::EventIndex event;
    base::Timestamp time = base::kNoTime; ///< by the clock of whoever sent it
    int lane = 0;
    int label = 0;
    identity::Evidence evidence = identity::Evidence::Declared;
    identity::Repeat repeat = identity::Repeat::None;
    int repeatOf = -1;
    int undoNumber = 0; ///< compensations in the order in which they came, and what each undid; 0: none
    bool isFailure = false;
    bool isCompensation = false;
    bool isUndoneOutOfOrder = false; ///< a later step was undone after this one's
    bool isOurs = false;
    std::optional<base::Severity> worstFinding;
    base::Duration beforeCause{};  ///< how much earlier than its latest declared cause it claims to be; 0 when it does not
    base::Duration causalShift{};  ///< how far causal order moves it
};

enum class TimelineLink : std::uint8_t {
    Cause,       ///< cause to effect
    Compensates, ///< cause to a compensation of which nobody saw what it undoes
    Undoes,      ///< compensation to the step that it undoes
    Wait,        ///< what came before a step to the step: the time it took
};

struct TimelineEdge
{
    int from = 0;
    int to = 0;
    TimelineLink link = TimelineLink::Cause;
    identity::Evidence evidence = identity::Evidence::Declared;
    std::optional<double> score; ///< of inferred edges

    friend bool operator==(const TimelineEdge&, const TimelineEdge&) = default;
};

/// A step that the definition expects and nobody saw.
struct TimelineGhost
{
    int lane = 0;
    int label = 0;
    base::Timestamp since = base::kNoTime; ///< when what it follows was seen: it is awaited since then
    base::Timestamp due = base::kNoTime;   ///< its time limit
    int undoes = -1;                       ///< a compensation that is missing: the event that stays in force
};

struct TimelineLane
{
    QString name;
    QString domain; ///< gives the colour
};

/// One step of a coordinator's work. Phases follow one another without gaps.
struct TimelinePhase
{
    QString name;
    base::Timestamp from = base::kNoTime;
    base::Timestamp to = base::kNoTime;
    int event = -1; ///< the event that ended it
    saga::StepStatus status = saga::StepStatus::Done;
    bool isCompensation = false;
    bool isCurrent = false;
};

/// What declared causes say about two services' clocks.
struct TimelineSkew
{
    int cause = 0; ///< lanes
    int effect = 0;
    base::Duration atLeast{};               ///< by which the effect's clock is behind the cause's
    std::optional<base::Duration> estimate; ///< where messages go both ways: half the difference, as NTP does
    int edges = 0;                          ///< how many declared edges say so
};

/// What a timeline draws, free of pixels. `lanes`: the coordinator, services by their first event, retries, dead letters.
struct TimelineInput
{
    std::vector<TimelineLane> lanes;
    std::vector<QString> labels;
    std::vector<TimelineEvent> events; ///< in logical order
    std::vector<TimelineEdge> edges;
    std::vector<TimelineGhost> ghosts;
    std::vector<TimelinePhase> phases; ///< in lane 0; empty when nobody coordinates
    std::vector<TimelineSkew> skews;
    base::Timestamp start = base::kNoTime;
    base::Timestamp end = base::kNoTime;
    /// A saga that runs waits until this moment; kNoTime when it does not.
    base::Timestamp waitingUntil = base::kNoTime;

    [[nodiscard]] const QString& labelOf(const TimelineEvent& event) const { return labels[std::size_t(event.label)]; }
    [[nodiscard]] const TimelineEvent& eventAt(int position) const { return events[std::size_t(position)]; }
    [[nodiscard]] bool hasCoordinator() const { return !phases.empty(); }
};

/// Lanes named by what is on them when no service publishes there.
inline constexpr char16_t kRetryLane[] = u"\u21BBretry";
inline constexpr char16_t kDeadLetterLane[] = u"\u2620dead-letter";
inline constexpr char16_t kCoordinatorLane[] = u"\u2699coordinator";

/// Pure; any thread.
[[nodiscard]] TimelineInput timelineInput(const saga::Story& story, const session::Snapshot& snapshot);
/// `payment.failed` for `dreamscape.payment.failed`; `booking.created` for `voyage.booking.created`.
[[nodiscard]] QString shortType(std::string_view type);

} // namespace sagascope::ui
