// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace sagascope::session {

/// Tells one listener that there is something new, on a thread of its own, so that a slow listener can't hold up
/// whoever has the news. News that come while the listener is busy become one call.
///
/// Any thread may notify(); setListener() waits for a call that is under way. The destructor makes no further call.
class Notifier
{
public:
    Notifier();
    ~Notifier();
    Notifier(const Notifier&) = delete;
    Notifier& operator=(const Notifier&) = delete;

    void setListener(std::function<void()> listener);
    void notify();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_listener;
    bool m_hasNews = false;
    bool m_isCalling = false;
    bool m_isStopping = false;
    std::thread m_thread;
};

} // namespace sagascope::session
