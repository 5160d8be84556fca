// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/CheckRun.h"

#include <QCoreApplication>
#include <QPointer>
#include <QtConcurrent/QtConcurrentRun>

#include <utility>

namespace sagascope::ui {

CheckRun::~CheckRun()
{
    if (m_isStopped)
        m_isStopped->store(true);
}

void CheckRun::start(const kafka::Profile& profile, const std::vector<std::string>& topics)
{
    stop();
    m_steps.clear();
    m_isStopped = std::make_shared<std::atomic<bool>>(false);
    const Flag run = m_isStopped;
    // The pointer is asked on the GUI thread only: there it cannot go meanwhile.
    const auto post = [self = QPointer(this)](auto work) {
        QMetaObject::invokeMethod(QCoreApplication::instance(), [self, work] {
            if (self)
                work(*self);
        }, Qt::QueuedConnection);
    };
    (void)QtConcurrent::run([profile, topics, run, post] {
        kafka::CheckOptions options;
        options.topics = topics;
        options.isStopped = [run] { return run->load(); };
        options.onStep = [run, post](const kafka::CheckStep& step) { post([run, step](CheckRun& self) { self.take(run, step); }); };
        (void)kafka::checkConnection(profile, options);
        post([run](CheckRun& self) { self.finish(run); });
    });
    Q_EMIT changed();
}

void CheckRun::stop()
{
    if (const Flag run = std::exchange(m_isStopped, nullptr)) {
        run->store(true);
        Q_EMIT changed();
    }
}

void CheckRun::take(const Flag& run, const kafka::CheckStep& step)
{
    if (run != m_isStopped)
        return;
    m_steps.push_back(step);
    Q_EMIT changed();
}

void CheckRun::finish(const Flag& run)
{
    if (run != m_isStopped)
        return;
    m_isStopped = nullptr;
    Q_EMIT changed();
}

} // namespace sagascope::ui
