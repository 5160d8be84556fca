// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metrics/Verdict.h"

#include <algorithm>
#include <array>
#include <vector>

namespace sagascope::metrics {
namespace {

using Window = std::span<const PartitionLook>;

/// The looks in which the position was another than in the look before.
std::vector<std::size_t> movesIn(Window window)
{
    std::vector<std::size_t> moves;
    for (std::size_t i = 1; i < window.size(); ++i) {
        if (window[i].position != window[i - 1].position)
            moves.push_back(i);
    }
    return moves;
}

std::optional<Judgement> rewound(Window window)
{
    for (std::size_t i = window.size(); i-- > 1;) {
        const auto before = window[i - 1].position;
        const auto after = window[i].position;
        if (!before || !after || *after >= *before)
            continue;
        const PartitionLook& last = window.back();
        if (last.position && *last.position < *before)
            return Judgement{Verdict::Rewound, VerdictReason::WentBack, *before, *after, window[i].at};
    }
    return std::nullopt;
}

/// The first of the latest looks in a row for which `holds`.
template <typename Holds> std::size_t runStart(Window window, Holds holds)
{
    std::size_t start = window.size();
    while (start > 0 && holds(window[start - 1]))
        --start;
    return start;
}

std::optional<Judgement> unread(Window window)
{
    const PartitionLook& last = window.back();
    const std::size_t first = runStart(window, [&](const PartitionLook& look) {
        return look.hasReader == false && look.position == last.position && look.lag() > 0;
    });
    if (window.size() - first < kEnoughLooks)
        return std::nullopt;
    return Judgement{Verdict::Stopped, VerdictReason::NobodyReads, *last.position, last.lag(), window[first].at};
}

/// Burrow's rule: it has been silent for longer than it was seen moving.
std::optional<Judgement> ceased(Window window, const std::vector<std::size_t>& moves)
{
    const PartitionLook& last = window.back();
    if (last.hasReader || moves.size() < 2 || window.size() - moves.back() < kEnoughLooks)
        return std::nullopt;
    const PartitionLook& latest = window[moves.back()];
    if (last.at - latest.at <= latest.at - window[moves.front()].at)
        return std::nullopt;
    return Judgement{Verdict::Stopped, VerdictReason::CommitsCeased, *last.position, last.lag(), latest.at};
}

std::optional<Judgement> stands(Window window, const std::vector<std::size_t>& moves)
{
    const PartitionLook& last = window.back();
    if (!moves.empty())
        return std::nullopt;
    if (window.size() < kWindowLooks)
        return Judgement{Verdict::Unknown, VerdictReason::TooFewLooks, std::int64_t(window.size()),
                         std::int64_t(kWindowLooks), window.front().at};
    return Judgement{Verdict::Stalled, VerdictReason::PositionStands, *last.position, last.lag(), window.front().at};
}

std::optional<Judgement> slowing(Window window, const std::vector<std::size_t>& moves)
{
    if (moves.size() < kEnoughLooks)
        return std::nullopt;
    for (std::size_t i = 1; i < moves.size(); ++i) {
        if (window[moves[i]].lag() < window[moves[i - 1]].lag())
            return std::nullopt;
    }
    return Judgement{Verdict::Slowing, VerdictReason::LagNeverShrinks, window[moves.front()].lag(), window.back().lag(),
                     window[moves.front()].at};
}

Judgement ok(VerdictReason reason, std::int64_t from, std::int64_t to, base::Timestamp since)
{
    return {Verdict::Ok, reason, from, to, since};
}

} // namespace

std::string_view verdictName(Verdict verdict)
{
    constexpr std::array<std::string_view, 6> kNames{"unknown", "ok", "slowing", "rewound", "stopped", "stalled"};
    return kNames[static_cast<std::size_t>(verdict)];
}

Judgement judge(Window window)
{
    if (window.empty() || !window.back().position)
        return {};
    const auto known = runStart(window, [](const PartitionLook& look) { return look.position.has_value(); });
    window = window.subspan(known);
    const PartitionLook& last = window.back();
    if (auto found = rewound(window))
        return *found;
    if (last.lag() == 0)
        return ok(VerdictReason::NothingUnread, 0, 0, window.front().at);
    if (last.isNothingReadable)
        return ok(VerdictReason::NothingReadable, *last.position, last.lag(), window.front().at);
    if (auto found = unread(window))
        return *found;
    const auto atEnd = std::find_if(window.begin(), window.end(), [](const auto& look) { return look.lag() == 0; });
    if (atEnd != window.end())
        return ok(VerdictReason::WasAtEnd, 0, last.lag(), atEnd->at);
    const auto moves = movesIn(window);
    for (const auto& found : {ceased(window, moves), stands(window, moves), slowing(window, moves)}) {
        if (found)
            return *found;
    }
    if (window.size() < kEnoughLooks)
        return {Verdict::Unknown, VerdictReason::TooFewLooks, std::int64_t(window.size()), std::int64_t(kEnoughLooks),
                window.front().at};
    return ok(VerdictReason::LagVaries, window.front().lag(), last.lag(), window.front().at);
}

} // namespace sagascope::metrics
