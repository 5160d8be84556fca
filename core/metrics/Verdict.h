// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/base/Time.h"

namespace sagascope::metrics {

/// How a group does on a partition, without any limit that somebody would have to set. From good to bad.
enum class Verdict : std::uint8_t {
    Unknown, ///< nothing committed, or not watched for long enough
    Ok,
    Slowing, ///< reads, but falls behind with every commit
    Rewound, ///< its position went back
    Stopped, ///< there is something to read, and nobody reads it
    Stalled, ///< somebody is there to read it, and does not get on
};
[[nodiscard]] std::string_view verdictName(Verdict verdict);

/// Why; what `from` and `to` are stands behind each.
enum class VerdictReason : std::uint8_t {
    NothingCommitted,
    TooFewLooks,     ///< `from` looks so far, `to` are wanted
    NothingUnread,   ///< at the end
    NothingReadable, ///< only transaction markers and holes are left before the end
    WasAtEnd,        ///< at the end at some moment of the window; `to` unread now
    LagVaries,       ///< read on, the lag was smaller at some commit than before; lag `from` → `to`
    LagNeverShrinks, ///< lag `from` → `to`, not smaller at any commit between
    WentBack,        ///< position `from` → `to`
    NobodyReads,     ///< no member holds the partition; position `from`, `to` unread
    CommitsCeased,   ///< silent for longer than commits were seen before; position `from`, `to` unread
    PositionStands,  ///< position `from` all the time, `to` unread
};

/// What one look at one partition saw.
struct PartitionLook
{
    base::Timestamp at = base::kNoTime;
    std::optional<std::int64_t> position;
    std::int64_t end = 0;
    std::optional<std::int64_t> lagMs;
    std::optional<bool> hasReader{}; ///< a member holds the partition; nothing: members are not known
    bool isNothingReadable = false;

    [[nodiscard]] std::int64_t lag() const { return position && end > *position ? end - *position : 0; }
};

struct Judgement
{
    Verdict verdict = Verdict::Unknown;
    VerdictReason reason = VerdictReason::NothingCommitted;
    std::int64_t from = 0;
    std::int64_t to = 0;
    base::Timestamp since = base::kNoTime; ///< when this began, as far as the window goes back

    friend bool operator==(const Judgement&, const Judgement&) = default;
};

/// How many looks a window holds.
inline constexpr std::size_t kWindowLooks = 30;
/// So many looks, or commits, at least before something is said against a group.
inline constexpr std::size_t kEnoughLooks = 5;

/// Judges a sliding window of looks, oldest first. The idea is that of LinkedIn's Burrow (https://github.com/linkedin/Burrow,
/// "Consumer Lag Evaluation Rules"): whether a consumer is well shows in how its position and its lag move, not in how
/// large the lag is. Where we depart from it, and why:
/// - Burrow reads every commit; we see positions from time to time, so a commit that repeats its offset is invisible. A
///   position that stands is told *stalled* from *stopped* by whether a member holds the partition; only where members
///   cannot be known Burrow's rule decides (silent for longer than it moved before).
/// - A position that went back is said even where the lag was zero before: that is just when people rewind. It is over once
///   the old position is reached again.
/// Needs kEnoughLooks for anything bad, and a full window before a position that stands is called stalled, since
/// groups may commit rarely.
[[nodiscard]] Judgement judge(std::span<const PartitionLook> window);

} // namespace sagascope::metrics
