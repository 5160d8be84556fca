// SPDX-License-Identifier: GPL-3.0-or-later
// Where the room publishes to, what holds it back, and what became of what was sent.
#include <utility>

#include "ui/common/CodeText.h"
#include "ui/compose/ComposeRoom.h"
#include "ui/compose/ComposeText.h"
#include "ui/compose/EnvelopeForm.h"
#include "ui/compose/PartitionCounts.h"
#include "ui/compose/PayloadForm.h"
#include "ui/compose/PublishBar.h"
#include "ui/compose/PublishObstacle.h"
#include "ui/compose/SentPanel.h"
#include "ui/shell/MessageBar.h"
#include "ui/shell/SessionHost.h"

namespace sagascope::ui {

void ComposeRoom::connectFlow()
{
    connect(m_bar, &PublishBar::publishWanted, this, &ComposeRoom::publish);
    connect(m_bar, &PublishBar::cancelWanted, m_flow, &PublishFlow::cancel);
    connect(m_bar, &PublishBar::optionsChanged, this, [this] {
        m_draft.isValidationOverridden = m_bar->isOverridden();
        if (!m_bar->isSameIdAgain())
            m_sentMoment.reset();
        updatePreview();
    });
    connect(m_flow, &PublishFlow::busyChanged, this, [this] { m_bar->setBusy(m_flow->isBusy()); });
    connect(m_flow, &PublishFlow::acknowledged, this, &ComposeRoom::takeAcknowledgement);
    connect(m_flow, &PublishFlow::failed, this, &ComposeRoom::tellFailure);
}

void ComposeRoom::attach(const StartedSession& session)
{
    if (!session.profile)
        clearTarget(session.session ? NoTarget::File : NoTarget::NoSession);
    else
        setTarget({*session.profile, session.publisher, session.published});
}

void ComposeRoom::setTarget(PublishTarget target)
{
    m_target = std::move(target);
    m_partitions->setCluster(m_target->profile);
    m_messages->clear();
    updatePreview();
}

void ComposeRoom::clearTarget(NoTarget reason)
{
    m_target.reset();
    m_noTarget = reason;
    m_partitions->setCluster({});
    updatePreview();
}

QString ComposeRoom::obstacle() const
{
    return publishObstacle(m_target, m_noTarget, m_payload->isReadable() && m_envelope->isReadable(), m_preview);
}

void ComposeRoom::showObstacle()
{
    m_bar->setCluster(m_target ? clusterName(m_target->profile) : QString());
    const catalog::DeclaredTopic* topic = m_catalog ? m_catalog->eventType(m_draft.eventType) : nullptr;
    const bool hasSchema = topic != nullptr && topic->schema;
    m_bar->setVerdict(int(m_preview.violations.size()), hasSchema ? toQString(m_draft.version) : QString(), obstacle());
}

base::Result<std::vector<Outgoing>> ComposeRoom::outgoing()
{
    std::vector<Outgoing> all;
    compose::Draft draft = m_draft;
    const base::Timestamp now = moment();
    for (int i = 0; i < m_bar->repeats(); ++i) {
        if (i > 0 && !m_bar->isSameIdAgain())
            draft.renew(m_samples);
        auto record = compose::RecordPreview::of(draft, *m_catalog, now).outgoing();
        if (!record)
            return record.error();
        all.push_back({std::move(record).value(), draft.eventType, draft.eventId, base::kNoTime, m_state.snapshot()->events.size()});
    }
    if (m_bar->isSameIdAgain())
        m_sentMoment = now;
    return all;
}

void ComposeRoom::publish()
{
    updatePreview();
    if (m_flow->isBusy() || !obstacle().isEmpty())
        return;
    auto records = outgoing();
    if (!records)
        return tellFailure(records.error());
    updatePreview(); // shows the moment that goes out
    m_messages->clear();
    m_flow->start(*m_target, std::move(records).value());
}

void ComposeRoom::tellFailure(const base::Error& error)
{
    const QString cluster = m_target ? clusterName(m_target->profile) : tr("The cluster");
    std::vector<MessageBar::Fix> fixes;
    if (obstacle().isEmpty())
        fixes.push_back({tr("Publish again"), [this] { publish(); }});
    m_messages->tell(MessageBar::Kind::Error, publishFailureSentence(error, cluster), fixes, toQString(error.text()));
}

void ComposeRoom::takeAcknowledgement(const Outgoing& sent, const kafka::Delivery& delivery)
{
    SentModel::Sent entry;
    entry.time = sent.time;
    entry.eventType = toQString(sent.eventType);
    entry.eventId = toQString(sent.eventId);
    entry.delivery = delivery;
    m_sent->model().add(std::move(entry), sent.seen);
    m_sent->follow();
    if (m_bar->isSameIdAgain() || sent.eventId != m_draft.eventId)
        return;
    m_draft.renew(m_samples); // the next one is another event
    m_isLoading = true;
    m_envelope->setDraft(m_draft);
    m_isLoading = false;
    updatePreview();
}

} // namespace sagascope::ui
