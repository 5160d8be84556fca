// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compose/ComposeRoom.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QToolButton>

#include <utility>

#include "ui/common/CodeText.h"
#include "ui/common/Panel.h"
#include "ui/compose/ComposeLayout.h"
#include "ui/compose/ComposeText.h"
#include "ui/compose/EnvelopeForm.h"
#include "ui/compose/EventTypePanel.h"
#include "ui/compose/FormDocument.h"
#include "ui/compose/PartitionCounts.h"
#include "ui/compose/PayloadForm.h"
#include "ui/compose/PublishBar.h"
#include "ui/compose/RecordView.h"
#include "ui/compose/ReplyBar.h"
#include "ui/compose/SentPanel.h"
#include "ui/shell/MessageBar.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr const char* kSource = "qa-sagascope";
constexpr const char* kFirstType = "voyage.booking.created";
constexpr int kPaceMs = 30; ///< between typing and the record that follows

} // namespace

ComposeRoom::ComposeRoom(ViewState& state, std::shared_ptr<const catalog::Catalog> catalog, QWidget* parent)
    : Room(parent), m_state(state), m_samples(compose::SampleValues::unseeded()), m_types(new EventTypePanel),
      m_panel(new Panel), m_messages(new MessageBar), m_reply(new ReplyBar), m_document(new FormDocument(m_samples, this)),
      m_payload(new PayloadForm(*m_document)), m_envelope(new EnvelopeForm(m_payload, m_samples)), m_bar(new PublishBar),
      m_sent(new SentPanel(state)), m_record(new RecordView), m_fresh(new QToolButton), m_json(new QToolButton),
      m_partitions(new PartitionCounts(this)), m_flow(new PublishFlow(this)),
      m_reader([this](std::optional<ReplyParent> read) { takeParent(std::move(read)); })
{
    setObjectName(QStringLiteral("room"));
    m_pace.setSingleShot(true);
    m_pace.setInterval(kPaceMs);
    setupLayout();
    connectParts();
    connectFlow();
    retranslate();
    setCatalog(std::move(catalog));
}

ComposeRoom::~ComposeRoom() = default;

void ComposeRoom::setupLayout()
{
    m_json->setCheckable(true);
    m_panel->addAction(m_json);
    m_panel->addAction(m_fresh);
    m_panel->setBody(composeForm(m_reply, m_envelope, m_messages, m_bar));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(Theme::kGap, Theme::kGap, Theme::kGap, Theme::kGap);
    row->addWidget(composeSplitters(m_types, m_panel, m_record, m_sent));
}

void ComposeRoom::connectParts()
{
    connect(m_types, &EventTypePanel::typeChosen, this, [this](const QString& type) { chooseType(type.toStdString()); });
    connect(m_document, &FormDocument::edited, this, &ComposeRoom::takeEdits);
    connect(m_envelope, &EnvelopeForm::edited, this, &ComposeRoom::takeEdits);
    connect(&m_pace, &QTimer::timeout, this, &ComposeRoom::updatePreview);
    connect(m_partitions, &PartitionCounts::changed, this, &ComposeRoom::updatePreview);
    connect(m_fresh, &QToolButton::clicked, this, &ComposeRoom::startOver);
    connect(m_json, &QToolButton::toggled, this, &ComposeRoom::setJsonShown);
    connect(m_reply, &ReplyBar::typeChosen, this, [this](const QString& type) { chooseType(type.toStdString()); });
    connect(m_reply, &ReplyBar::dropped, this, &ComposeRoom::dropReply);
    connect(m_reply, &ReplyBar::parentWanted, this, [this] {
        if (m_parent && m_parent->index.isValid())
            m_state.selectEvent(m_parent->index);
        Q_EMIT m_state.roomRequested(QStringLiteral("sagas"));
    });
    connect(&m_state, &ViewState::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_reader.cancel();
        if (m_parent)
            m_parent->index = {}; // the answer stays, what it answered is of another session
        clearTarget();
    });
    new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return), this, [this] { publish(); }, Qt::WidgetWithChildrenShortcut);
    new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_J), this, [this] { m_json->toggle(); }, Qt::WidgetWithChildrenShortcut);
}

void ComposeRoom::changeEvent(QEvent* event)
{
    Room::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ComposeRoom::retranslate()
{
    findChild<QScrollArea*>(QStringLiteral("composeScroll"))->setAccessibleName(title());
    m_fresh->setText(tr("Start over"));
    m_fresh->setToolTip(tr("Fill the form with new sample values"));
    m_json->setText(QStringLiteral("JSON"));
    m_json->setToolTip(tr("Edit the payload as JSON text (Ctrl+J)"));
    m_json->setAccessibleName(tr("Edit the payload as JSON text"));
    showHead();
    showSaga();
    showObstacle();
}

void ComposeRoom::setCatalog(std::shared_ptr<const catalog::Catalog> catalog)
{
    if (!catalog || catalog == m_catalog)
        return;
    m_catalog = std::move(catalog);
    m_types->setCatalog(m_catalog);
    if (m_draft.eventType.empty())
        chooseType(kFirstType);
    else
        updatePreview();
}

void ComposeRoom::refresh()
{
    if (!m_catalog)
        setCatalog(m_state.snapshot()->catalog);
    m_sent->follow();
    showSaga();
}

bool ComposeRoom::isSettled() const
{
    return !m_reader.isBusy() && !m_pace.isActive() && !m_flow->isBusy();
}

std::string ComposeRoom::answered() const
{
    return m_parent ? m_parent->event.eventId : std::string();
}

void ComposeRoom::chooseType(const std::string& eventType)
{
    if (!m_catalog)
        return;
    m_shelf.keep(answered(), m_draft);
    m_draft.eventType = eventType;
    if (auto left = m_shelf.find(answered(), eventType)) {
        m_draft = *std::move(left);
        loadDraft();
    } else {
        startOver();
    }
}

void ComposeRoom::startOver()
{
    if (!m_catalog)
        return;
    const std::string type = m_draft.eventType;
    m_draft = m_parent ? compose::Draft::replyTo(m_parent->event, type, *m_catalog, m_samples)
                       : compose::Draft::fresh(type, *m_catalog, m_samples);
    m_draft.source = kSource;
    loadDraft();
}

void ComposeRoom::loadDraft()
{
    m_isLoading = true;
    m_sentMoment.reset();
    const catalog::DeclaredTopic* topic = m_catalog->eventType(m_draft.eventType);
    m_document->setRoot(m_draft.payload);
    m_payload->setSchema(topic != nullptr ? topic->schemaText : std::string());
    m_envelope->setDraft(m_draft);
    m_bar->setOverridden(m_draft.isValidationOverridden);
    m_types->setCurrent(toQString(m_draft.eventType));
    m_reply->setChosen(toQString(m_draft.eventType));
    m_json->setEnabled(m_payload->hasFields());
    m_isLoading = false;
    updatePreview();
    showHead();
    showSaga();
}

void ComposeRoom::takeEdits()
{
    if (m_isLoading)
        return;
    m_draft.payload = m_document->root();
    m_envelope->writeTo(m_draft);
    m_pace.start();
}

base::Timestamp ComposeRoom::moment() const
{
    return m_sentMoment.value_or(base::Clock::system().now());
}

void ComposeRoom::updatePreview()
{
    m_pace.stop();
    if (!m_catalog || m_draft.eventType.empty())
        return showObstacle();
    m_preview = compose::RecordPreview::of(m_draft, *m_catalog, moment());
    const auto counted = m_target ? m_partitions->of(m_preview.topic) : std::nullopt;
    if (counted)
        m_preview = compose::RecordPreview::of(m_draft, *m_catalog, moment(), counted);
    const catalog::DeclaredTopic* topic = m_catalog->topic(m_preview.topic);
    const int partitions = counted.value_or(topic != nullptr ? topic->partitions : 0);
    m_payload->setProblems(m_preview.violations);
    m_envelope->setPreview(m_preview, partitions);
    m_record->setPreview(m_preview, partitions);
    showObstacle();
}

void ComposeRoom::showHead()
{
    const catalog::DeclaredTopic* topic = m_catalog ? m_catalog->eventType(m_draft.eventType) : nullptr;
    m_panel->setTitle(toQString(m_draft.eventType));
    if (topic == nullptr) {
        m_panel->setSubtitle(tr("unknown type: write its payload as JSON"));
        return;
    }
    QStringList parts{QStringLiteral("v%1 → %2").arg(toQString(m_draft.version), toQString(topic->name))};
    if (const QString status = topicStatusText(topic->status); !status.isEmpty())
        parts << status;
    if (topic->schemaText.empty())
        parts << tr("no schema");
    m_panel->setSubtitle(parts.join(QStringLiteral(" · ")));
}

void ComposeRoom::showSaga()
{
    const session::SnapshotPtr& snapshot = m_state.snapshot();
    const bool isKnown = m_parent && m_parent->index.isValid() && m_parent->index.value < snapshot->events.size();
    const base::SagaId saga = isKnown ? snapshot->sagas.sagaOf(m_parent->index) : base::SagaId();
    QString text;
    if (m_parent)
        text = saga.isValid() ? tr("continues saga %1").arg(toQString(snapshot->sagas.saga(saga).key)) : tr("of no saga so far");
    m_reply->setSaga(text);
    m_envelope->setLinkHints(m_parent ? text : tr("a story of its own"),
                             m_parent ? toQString(m_parent->event.eventType) : QString());
}

void ComposeRoom::setJsonShown(bool isJson)
{
    m_isLoading = true;
    m_payload->setJsonShown(isJson);
    m_isLoading = false;
    updatePreview();
    m_payload->focusFirst();
}

void ComposeRoom::replyTo(base::EventIndex event)
{
    m_reader.start([snapshot = m_state.snapshot(), event](StopToken) {
        return readReplyParent(*snapshot, event);
    });
}

void ComposeRoom::takeParent(std::optional<ReplyParent> parent)
{
    setCatalog(m_state.snapshot()->catalog);
    if (!parent || !m_catalog) {
        m_messages->tell(MessageBar::Kind::Warning,
                         tr("That record holds no event that could be answered. Choose another one, or compose a new event."));
        return;
    }
    m_shelf.keep(answered(), m_draft);
    m_parent = std::move(parent);
    m_shelf.forgetAnswersExcept(answered());
    const compose::ParentEvent& event = m_parent->event;
    const auto types = compose::likelyReplies(event.eventType, *m_catalog);
    m_reply->showReply(toQString(event.eventType), toQString(event.eventId), types);
    m_draft.eventType.clear(); // what is on the form is kept under its own key already
    chooseType(types.empty() ? (event.eventType.empty() ? kFirstType : event.eventType) : types.front());
    m_payload->focusFirst();
}

void ComposeRoom::dropReply()
{
    const std::string type = m_draft.eventType;
    m_shelf.keep(answered(), m_draft);
    m_parent.reset();
    m_reply->hide();
    m_draft.eventType.clear();
    chooseType(type);
}

} // namespace sagascope::ui
