// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SessionLink.h"

#include <QtConcurrent/QtConcurrentRun>

#include <utility>

#include "core/kafka/Publisher.h"
#include "core/session/Session.h"

namespace sagascope::ui {

SessionLink::SessionLink(ViewState& state, QObject* parent) : QObject(parent), m_state(state) {}

SessionLink::~SessionLink()
{
    discard(std::exchange(m_started, {}));
    for (QFuture<void>& ending : m_retiring)
        ending.waitForFinished();
}

void SessionLink::attach(StartedSession started)
{
    detach();
    m_started = std::move(started);
    m_hasToldFailure = false;
    if (!m_started.session)
        return;
    m_started.session->setListener([this] {
        if (!m_isPosted.exchange(true))
            QMetaObject::invokeMethod(this, &SessionLink::deliver, Qt::QueuedConnection);
    });
    deliver();
}

void SessionLink::detach()
{
    discard(std::exchange(m_started, {}));
    m_state.reset();
    Q_EMIT pausedChanged();
}

void SessionLink::discard(StartedSession session)
{
    if (!session.session)
        return;
    session.session->setListener({});
    std::erase_if(m_retiring, [](const QFuture<void>& ending) { return ending.isFinished(); });
    m_retiring.push_back(QtConcurrent::run([ending = std::make_shared<StartedSession>(std::move(session))] {
        ending->session->stop();
        ending->publisher.reset();
        ending->session.reset();
        ending->keepAlive.reset();
    }));
}

void SessionLink::deliver()
{
    m_isPosted = false;
    if (!m_started.session)
        return;
    m_state.setSnapshot(m_started.session->snapshot());
    const auto failure = m_hasToldFailure ? std::nullopt : m_started.session->failure();
    if (failure) {
        m_hasToldFailure = true;
        Q_EMIT failed(*failure);
    }
}

bool SessionLink::isPaused() const
{
    return m_started.session && m_started.session->isPaused();
}

void SessionLink::setPaused(bool paused)
{
    if (!m_started.session || paused == isPaused())
        return;
    m_started.session->setPaused(paused);
    Q_EMIT pausedChanged();
}

void SessionLink::setCatalog(const std::shared_ptr<const catalog::Catalog>& catalog)
{
    if (m_started.session)
        m_started.session->setCatalog(catalog);
}

} // namespace sagascope::ui
