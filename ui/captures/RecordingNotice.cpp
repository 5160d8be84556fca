// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/RecordingNotice.h"

#include "ui/common/CodeText.h"
#include "ui/shell/MessageBar.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

RecordingNotice::RecordingNotice(const ViewState& state, MessageBar& messages, QObject* parent)
    : QObject(parent), m_state(state), m_messages(messages)
{
    connect(&state, &ViewState::sessionReplaced, this, [this] { m_hasLooked = false; });
    connect(&state, &ViewState::liveChanged, this, &RecordingNotice::look, Qt::QueuedConnection); // a start clears messages
}

void RecordingNotice::look()
{
    if (m_hasLooked || !m_state.live()->isFinished)
        return;
    m_hasLooked = true;
    if (const QString found = sentence(); !found.isEmpty())
        m_messages.tell(MessageBar::Kind::Warning, found);
}

QString RecordingNotice::sentence() const
{
    const session::Snapshot& live = *m_state.live();
    const session::ConnectionStatus& recording = live.connection;
    const QString name = toQString(recording.name);
    if (recording.fault)
        return faultSentence(*recording.fault, name);
    if (!recording.isReadOnly || live.counts.records > 0)
        return {};
    return live.counts.unreadableLines > 0
        ? tr("Nothing in %1 could be read: it is neither a capture nor JSON lines as kcat -J prints them.").arg(name)
        : tr("%1 holds no records.").arg(name);
}

} // namespace sagascope::ui
