// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFutureWatcher>
#include <QtConcurrent/QtConcurrentRun>

#include <functional>
#include <optional>

#include "ui/common/StopToken.h"

namespace sagascope::ui {

/// Runs work of one kind in the thread pool, one piece at a time, and hands its result to the GUI thread. What is
/// asked for while a piece runs waits, and only the latest of it is done. Use and destroy on the GUI thread; results
/// never arrive after destruction. The work must hold all that it reads (snapshots), and should watch its token.
template <typename T> class LatestWins
{
public:
    using Work = std::function<T(StopToken)>;
    enum class Running {
        Keep,   ///< the running piece is worth showing until this one is done (a newer snapshot of the same thing)
        Discard ///< it answers a question nobody asks any more (another selection)
    };

    explicit LatestWins(std::function<void(T)> deliver) : m_deliver(std::move(deliver))
    {
        QObject::connect(&m_watcher, &QFutureWatcher<T>::finished, &m_watcher, [this] { finish(); });
    }

    ~LatestWins()
    {
        m_stop.requestStop();
        m_watcher.disconnect();
        if (m_isRunning) // a future whose result was taken would be waited for in vain
            m_watcher.waitForFinished();
    }

    LatestWins(const LatestWins&) = delete;
    LatestWins& operator=(const LatestWins&) = delete;

    void start(Work work, Running running = Running::Discard)
    {
        if (running == Running::Discard) {
            m_stop.requestStop();
            m_isDiscarded = true;
        }
        m_next = std::move(work);
        if (!m_isRunning)
            launch();
    }

    /// Forgets what waits and drops the result of what runs.
    void cancel()
    {
        m_next.reset();
        m_stop.requestStop();
        m_isDiscarded = true;
    }

    [[nodiscard]] bool isBusy() const { return m_isRunning; }

private:
    void launch()
    {
        m_isRunning = true;
        m_isDiscarded = false;
        m_stop = StopSource();
        m_watcher.setFuture(
            QtConcurrent::run([work = std::move(*std::exchange(m_next, std::nullopt)),
                               token = m_stop.token()] { return work(token); }));
    }

    void finish()
    {
        const bool isDiscarded = m_isDiscarded;
        std::optional<T> result;
        if (!isDiscarded)
            result = m_watcher.future().takeResult();
        m_isRunning = false;
        if (m_next)
            launch();
        if (result)
            m_deliver(std::move(*result));
    }

    std::function<void(T)> m_deliver;
    std::optional<Work> m_next;
    StopSource m_stop;
    QFutureWatcher<T> m_watcher;
    bool m_isRunning = false;
    bool m_isDiscarded = false;
};

} // namespace sagascope::ui
