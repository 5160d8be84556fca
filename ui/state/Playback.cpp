// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/Playback.h"

#include <algorithm>
#include <utility>

namespace sagascope::ui {
namespace {

using namespace std::chrono_literals;

constexpr auto kPace = 50ms; ///< twenty moves a second, however fast the play
/// Counted for one move at most: a stall of the program is no reason to leave something out.
constexpr auto kMostPerMove = 200ms;
constexpr auto kPause = 1s; ///< of wall time without any event

base::Duration scaled(base::Duration duration, double factor)
{
    return std::chrono::duration_cast<base::Duration>(std::chrono::duration<double, std::nano>(double(duration.count()) * factor));
}

} // namespace

Playback::Playback(ViewState& state, QObject* parent) : QObject(parent), m_state(state)
{
    m_timer.setInterval(kPace);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Playback::tick);
    connect(&state, &ViewState::asOfChanged, this, &Playback::follow);
    connect(&state, &ViewState::sessionReplaced, this, [this] {
        m_waitingSteps = 0;
        setPlaying(false);
    });
}

void Playback::setPlaying(bool isPlaying)
{
    if (isPlaying == m_timer.isActive())
        return;
    if (!isPlaying) {
        m_timer.stop();
        Q_EMIT changed();
        return;
    }
    if (m_state.live()->throughput.first() == base::kNoTime)
        return;
    m_waitingSteps = 0;
    const bool isAtEnd = m_state.asOf() && !m_state.isTravelling() && m_state.snapshot()->nextEventAt == base::kNoTime;
    if (!m_state.asOf() || isAtEnd)
        m_state.setAsOf(beginning());
    m_sinceMove.start();
    m_timer.start();
    Q_EMIT changed();
}

void Playback::setSpeed(double speed)
{
    if (speed == m_speed)
        return;
    m_speed = speed;
    Q_EMIT changed();
}

void Playback::setSkipsPauses(bool skips)
{
    if (skips == m_skipsPauses)
        return;
    m_skipsPauses = skips;
    Q_EMIT changed();
}

void Playback::step(int count, Among among)
{
    setPlaying(false);
    if (m_state.isTravelling()) {
        m_waitingSteps = among == m_among ? m_waitingSteps + count : count;
        m_among = among;
        return;
    }
    go(count, among);
}

void Playback::goToStart()
{
    setPlaying(false);
    go(-session::Destination::kAllSteps, Among::Saga);
}

void Playback::goToEnd()
{
    setPlaying(false);
    go(session::Destination::kAllSteps, Among::Saga);
}

void Playback::go(int steps, Among among)
{
    m_waitingSteps = 0;
    m_state.travel({here(), steps, among == Among::Saga ? m_state.eventOfChosenSaga() : base::EventIndex()});
}

void Playback::tick()
{
    if (m_state.isTravelling() || !m_state.asOf())
        return;
    const base::Timestamp next = m_state.snapshot()->nextEventAt;
    if (next == base::kNoTime) {
        endReached();
        return;
    }
    const auto passed = std::min<base::Duration>(std::chrono::nanoseconds(m_sinceMove.nsecsElapsed()), kMostPerMove);
    m_sinceMove.start();
    const base::Timestamp here = *m_state.asOf();
    const bool isPause = next - here > scaled(kPause, m_speed);
    m_state.setAsOf(m_skipsPauses && isPause ? next : here + scaled(passed, m_speed));
}

void Playback::endReached()
{
    setPlaying(false);
    const session::Snapshot& live = *m_state.live();
    if (!live.isFinished && !live.isPaused)
        m_state.setAsOf({});
}

void Playback::follow()
{
    if (!m_state.asOf()) {
        m_waitingSteps = 0;
        setPlaying(false);
    } else if (!m_state.isTravelling() && m_waitingSteps != 0) {
        go(std::exchange(m_waitingSteps, 0), m_among);
    }
}

base::Timestamp Playback::here() const
{
    const session::Snapshot& live = *m_state.live();
    return m_state.asOf().value_or(std::max(live.takenAt, live.throughput.last()));
}

base::Timestamp Playback::beginning() const
{
    return m_state.timeWindow() ? m_state.timeWindow()->from : m_state.live()->throughput.first();
}

} // namespace sagascope::ui
