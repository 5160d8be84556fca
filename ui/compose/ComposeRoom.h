// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <optional>
#include <string>

#include <QTimer>

#include "core/compose/Draft.h"
#include "core/compose/RecordPreview.h"
#include "ui/common/LatestWins.h"
#include "ui/compose/DraftShelf.h"
#include "ui/compose/PublishFlow.h"
#include "ui/compose/PublishTarget.h"
#include "ui/compose/ReplyParent.h"
#include "ui/shell/Room.h"
#include "ui/state/ViewState.h"

class QToolButton;

namespace sagascope::ui {

class EmptyState;
class EnvelopeForm;
class EventTypePanel;
class FormDocument;
class MessageBar;
class Panel;
class PartitionCounts;
class PayloadForm;
class PublishBar;
class RecordView;
class ReplyBar;
class SentPanel;

/// Crafts an event and publishes it: event types, a form made from the type's JSON Schema, the record as it will lie
/// on the wire, and what became of those already sent. Drafts stay when the room or the type is left.
///
/// Without a catalog the room takes the one that comes with the first snapshot. GUI thread; replies are decoded and
/// partitions counted in workers.
class ComposeRoom : public Room
{
    Q_OBJECT

public:
    ComposeRoom(ViewState& state, std::shared_ptr<const catalog::Catalog> catalog, QWidget* parent = nullptr);
    ~ComposeRoom() override;

    [[nodiscard]] static QString roomName() { return QStringLiteral("compose"); }
    [[nodiscard]] static QString roomTitle() { return tr("Compose"); }
    [[nodiscard]] QString name() const override { return roomName(); }
    [[nodiscard]] QString title() const override { return roomTitle(); }
    void refresh() override;
    void attach(const StartedSession& session) override;
    [[nodiscard]] bool isSettled() const override;

    /// A session runs whose cluster may be published to (or is read-only: then the button says so).
    void setTarget(PublishTarget target);
    void clearTarget(NoTarget reason = NoTarget::NoSession);

    void chooseType(const std::string& eventType);
    /// Prefills an answer to this event of the current session; the likeliest type is chosen.
    void replyTo(base::EventIndex event);
    void publish();

    [[nodiscard]] const compose::Draft& draft() const { return m_draft; }
    [[nodiscard]] const compose::RecordPreview& preview() const { return m_preview; }
    /// Why nothing can be published now, in words; empty when it can.
    [[nodiscard]] QString obstacle() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void setupLayout();
    void connectParts();
    void connectFlow();
    void retranslate();
    void setCatalog(std::shared_ptr<const catalog::Catalog> catalog);
    void takeParent(std::optional<ReplyParent> parent);
    void dropReply();
    void startOver();
    [[nodiscard]] std::string answered() const; ///< id of the event that the draft answers; empty when none
    void loadDraft();
    void takeEdits();
    void updatePreview();
    void showHead();
    void showSaga();
    void showObstacle();
    void setJsonShown(bool isJson);
    [[nodiscard]] base::Timestamp moment() const;
    [[nodiscard]] base::Result<std::vector<Outgoing>> outgoing();
    void tellFailure(const base::Error& error);
    void takeAcknowledgement(const Outgoing& sent, const kafka::Delivery& delivery);

    ViewState& m_state;
    std::shared_ptr<const catalog::Catalog> m_catalog;
    std::optional<PublishTarget> m_target;
    NoTarget m_noTarget = NoTarget::NoSession;
    compose::SampleValues m_samples;
    compose::Draft m_draft;
    compose::RecordPreview m_preview;
    DraftShelf m_shelf;
    std::optional<ReplyParent> m_parent;
    std::optional<base::Timestamp> m_sentMoment; ///< kept for byte-identical copies
    bool m_isLoading = false;

    EventTypePanel* m_types;
    Panel* m_panel;
    MessageBar* m_messages;
    ReplyBar* m_reply;
    FormDocument* m_document;
    PayloadForm* m_payload;
    EnvelopeForm* m_envelope;
    PublishBar* m_bar;
    SentPanel* m_sent;
    RecordView* m_record;
    QToolButton* m_fresh;
    QToolButton* m_json;
    PartitionCounts* m_partitions;
    PublishFlow* m_flow;
    QTimer m_pace;
    LatestWins<std::optional<ReplyParent>> m_reader;
};

} // namespace sagascope::ui
