// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "core/session/Rate.h"

namespace sagascope::session {

/// How far reading is through the offsets that lay there when it began, and how long the rest will take. It counts what is
/// read, not what is kept: a search keeps little of much. One thread.
class CatchUp
{
public:
    using Steady = Rate::Steady;

    /// `backlog` offsets lay there and `left` of them are still to be read (ConnectionStatus says both). Wants to be told a
    /// few times a second, also while nothing moves.
    void note(std::int64_t backlog, std::int64_t left, Steady::time_point now);

    [[nodiscard]] bool isOver() const { return m_left <= 0; } ///< or there was nothing to catch up with
    [[nodiscard]] int percent() const;                        ///< rounded down: 100 only when it is over
    [[nodiscard]] double perSecond() const { return m_perSecond; } ///< offsets, over the last five seconds
    /// Nothing while reading stands still: nobody knows.
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft() const;

private:
    static constexpr std::chrono::seconds kWindow{5};
    Rate m_rate{kWindow};
    std::int64_t m_backlog = 0;
    std::int64_t m_left = 0;
    double m_perSecond = 0;
};

} // namespace sagascope::session
