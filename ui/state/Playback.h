// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>

#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// Moves the ViewState's clock: plays it on with the wall clock, so many times as fast, and walks it from event to event.
/// While the time machine is busy the clock stands, so that a slow journey delays the play and skips nothing. At the end of
/// what was read it stops; a session that is still read goes back to live. GUI thread only; the state outlives it.
class Playback : public QObject
{
    Q_OBJECT

public:
    static constexpr std::array<double, 8> kSpeeds{0.1, 0.5, 1, 2, 5, 10, 50, 100};
    enum class Among { Saga, Everything };

    explicit Playback(ViewState& state, QObject* parent = nullptr);

    [[nodiscard]] bool isPlaying() const { return m_timer.isActive(); }
    [[nodiscard]] double speed() const { return m_speed; }
    [[nodiscard]] bool skipsPauses() const { return m_skipsPauses; }

    /// From live, playing starts at the chosen time window, else at the first event; so it does from the end.
    void setPlaying(bool isPlaying);
    void setSpeed(double speed);
    /// Jumps over what would be more than a second without any event.
    void setSkipsPauses(bool skips);
    /// Goes `count` events on (back, when negative), and pauses. Among the chosen saga's events, or all where none is chosen.
    void step(int count, Among among);
    /// To the chosen saga's first or last event (of all, where none is chosen), and pauses.
    void goToStart();
    void goToEnd();

Q_SIGNALS:
    void changed(); ///< playing, speed or skipsPauses()

private:
    void tick();
    void follow();
    void endReached();
    void go(int steps, Among among);
    [[nodiscard]] base::Timestamp here() const;
    [[nodiscard]] base::Timestamp beginning() const;

    ViewState& m_state;
    QTimer m_timer;
    QElapsedTimer m_sinceMove;
    double m_speed = 1;
    bool m_skipsPauses = false;
    int m_waitingSteps = 0; ///< asked for while a journey was under way
    Among m_among = Among::Saga;
};

} // namespace sagascope::ui
