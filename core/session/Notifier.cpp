// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Notifier.h"

#include <utility>

namespace sagascope::session {

Notifier::Notifier() : m_thread([this] { run(); }) {}

Notifier::~Notifier()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void Notifier::setListener(std::function<void()> listener)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_isCalling; });
    m_listener = std::move(listener);
}

void Notifier::notify()
{
    {
        const std::lock_guard lock(m_mutex);
        m_hasNews = true;
    }
    m_changed.notify_all();
}

void Notifier::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_isStopping) {
        m_changed.wait(lock, [this] { return m_isStopping || m_hasNews; });
        if (m_isStopping)
            return;
        m_hasNews = false;
        if (!m_listener)
            continue;
        m_isCalling = true;
        const std::function<void()> listener = m_listener;
        lock.unlock();
        listener();
        lock.lock();
        m_isCalling = false;
        m_changed.notify_all();
    }
}

} // namespace sagascope::session
