// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/SourceSwitch.h"

#include <QFileInfo>
#include <QPointer>

#include "ui/common/CodeText.h"

namespace sagascope::ui {

SourceSwitch::SourceSwitch(SessionHost& host, SessionLink& link, QObject* parent)
    : QObject(parent), m_host(host), m_link(link)
{
}

void SourceSwitch::start(const SourceRequest& request)
{
    m_last = request;
    run(request);
}

void SourceSwitch::restart()
{
    if (m_last)
        run(*m_last);
}

QString SourceSwitch::clusterName() const
{
    return m_last && std::holds_alternative<KafkaRequest>(*m_last) ? nameOf(*m_last) : QString();
}

QString SourceSwitch::nameOf(const SourceRequest& request)
{
    if (const auto* kafka = std::get_if<KafkaRequest>(&request))
        return toQString(kafka->profile.name.empty() ? kafka->profile.bootstrap : kafka->profile.name);
    if (const auto* file = std::get_if<FileRequest>(&request))
        return QFileInfo(toQString(file->path)).fileName();
    return tr("demo");
}

QCoro::Task<> SourceSwitch::run(SourceRequest request)
{
    const int turn = ++m_turn;
    const QPointer self(this);
    m_isStarting = true;
    Q_EMIT starting(nameOf(request));
    // A call of its own: GCC 12 destroys the temporaries of an awaiting expression twice, and the argument is one.
    QCoro::Task<base::Result<StartedSession>> answer = m_host.start(std::move(request));
    base::Result<StartedSession> result = co_await answer;
    if (!self)
        co_return;
    if (turn != m_turn) {
        if (result)
            m_link.discard(std::move(*result));
        co_return;
    }
    m_isStarting = false;
    if (!result) {
        Q_EMIT failed(result.error());
        co_return;
    }
    m_link.attach(std::move(*result));
    Q_EMIT started();
}

} // namespace sagascope::ui
