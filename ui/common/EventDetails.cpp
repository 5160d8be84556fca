// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/EventDetails.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>

#include <algorithm>

#include "core/review/SagaReview.h"
#include "core/session/Session.h"
#include "ui/common/CodeText.h"
#include "ui/common/DecodeTrouble.h"
#include "ui/common/EmptyState.h"
#include "ui/common/EnvelopeRows.h"
#include "ui/common/EventPage.h"
#include "ui/common/HeaderTable.h"
#include "ui/common/HexPage.h"
#include "ui/common/KeyValueList.h"
#include "ui/common/Panel.h"
#include "ui/common/PayloadView.h"
#include "ui/common/SecretMask.h"
#include "ui/common/TightLayout.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

EventDetails::EventDetails(ViewState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_panel(new Panel), m_stack(new QStackedWidget), m_empty(new EmptyState),
      m_tabs(new QTabWidget), m_reader([this](EventReading reading) { show(std::move(reading)); }),
      m_findingReader([this](EventFindings found) { showFindings(std::move(found)); })
{
    setupPages();
    setupActions();
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_tabs);
    m_panel->setBody(m_stack);
    auto* column = tightColumn(this);
    column->addWidget(m_panel);
    retranslate();
    connect(&m_state, &ViewState::selectionChanged, this, &EventDetails::read);
    connect(&m_state, &ViewState::selectionChanged, this, &EventDetails::readFindings);
    connect(&m_state, &ViewState::snapshotChanged, this, &EventDetails::readFindings);
    connect(&m_state, &ViewState::sessionReplaced, this, [this] {
        m_findingReader.cancel();
        m_asked = {};
        show({});
        showFindings({});
    });
    connect(&m_state, &ViewState::timeFormatChanged, this, &EventDetails::showEnvelope);
}

EventDetails::~EventDetails() = default;

void EventDetails::setupPages()
{
    m_envelope = new KeyValueList;
    m_notice = new QLabel;
    m_notice->setObjectName(QStringLiteral("danger"));
    m_notice->setWordWrap(true);
    m_notice->setContentsMargins(12, 6, 12, 6);
    m_trouble = new DecodeTrouble;
    m_payload = new PayloadView;
    connect(m_payload, &PayloadView::columnWanted, this, &EventDetails::columnWanted);
    m_eventPage = new EventPage(m_envelope, {m_notice, m_trouble, m_payload});

    m_headers = new HeaderTable;
    m_hex = new HexPage;
    m_raw = new QPlainTextEdit;
    m_raw->setObjectName(QStringLiteral("document"));
    m_raw->setProperty("mono", true);
    m_raw->setReadOnly(true);
    m_findings = new FindingList;
    connect(m_findings, &FindingList::eventActivated, &m_state, &ViewState::selectEvent);
    connect(m_envelope, &KeyValueList::linkActivated, this, [this](const QString& link) {
        if (link == QLatin1StringView("findings"))
            showTab(m_findings);
        else
            m_state.selectEvent(m_reading.cause);
    });
    for (QWidget* page : std::initializer_list<QWidget*>{m_eventPage, m_headers, m_raw, m_hex, m_findings})
        m_tabs->addTab(page, QString());
    m_tabs->setDocumentMode(true);
}

void EventDetails::setupActions()
{
    m_secrets = new QToolButton;
    m_secrets->setCheckable(true);
    m_copy = new QToolButton;
    m_reply = new QPushButton;
    for (QWidget* action : std::initializer_list<QWidget*>{m_secrets, m_copy, m_reply})
        m_panel->addAction(action);
    connect(m_secrets, &QToolButton::toggled, this, [this](bool isShown) {
        m_payload->setMasked(!isShown);
        m_hex->setMasked(!isShown);
        showTrouble();
        showHeaders();
        showRaw();
    });
    connect(m_copy, &QToolButton::clicked, this, &EventDetails::copyRaw);
    connect(m_reply, &QPushButton::clicked, this, [this] { Q_EMIT m_state.replyRequested(m_reading.event); });
}

void EventDetails::addTab(QWidget* page, const QString& title)
{
    m_tabs->addTab(page, title);
}

void EventDetails::offerColumns()
{
    m_payload->setColumnsOffered(true);
}

void EventDetails::setTabText(QWidget* page, const QString& title)
{
    m_tabs->setTabText(m_tabs->indexOf(page), title);
}

void EventDetails::showTab(QWidget* page)
{
    m_tabs->setCurrentWidget(page);
}

void EventDetails::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    read();
    readFindings();
}

void EventDetails::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void EventDetails::retranslate()
{
    m_empty->setTexts(tr("No event selected"), tr("Choose an event to read its envelope, payload and headers."));
    m_tabs->setTabText(m_tabs->indexOf(m_eventPage), tr("Event"));
    m_eventPage->setAccessibleName(tr("Event"));
    m_tabs->setTabText(m_tabs->indexOf(m_raw), tr("Raw"));
    m_tabs->setTabText(m_tabs->indexOf(m_hex), tr("Hex"));
    m_secrets->setText(tr("Show secrets"));
    m_secrets->setToolTip(tr("Tokens, passwords and card numbers are masked until you ask"));
    m_copy->setText(tr("Copy"));
    m_copy->setToolTip(tr("Copy the message as it lies on the wire"));
    m_reply->setText(tr("Reply…"));
    m_reply->setToolTip(tr("Compose an event that answers this one"));
    show(std::move(m_reading));
    showFindings(std::move(m_found));
}

void EventDetails::read()
{
    if (!isVisible() || (m_reading.event == m_state.selectedEvent() && !m_reader.isBusy()))
        return;
    m_reader.start([snapshot = m_state.snapshot(), event = m_state.selectedEvent()](StopToken) {
        return readEvent(*snapshot, event);
    });
}

void EventDetails::show(EventReading reading)
{
    m_reading = std::move(reading);
    const bool hasEvent = m_reading.event.isValid() && !m_reading.topic.isEmpty();
    m_stack->setCurrentWidget(hasEvent ? static_cast<QWidget*>(m_tabs) : m_empty);
    for (QWidget* action : std::initializer_list<QWidget*>{m_copy, m_reply})
        action->setVisible(hasEvent);
    m_panel->setTitle(hasEvent ? m_reading.eventType : tr("Event"));
    m_panel->setSubtitle(hasEvent ? QStringLiteral("%1 [%2] @ %3")
                                        .arg(m_reading.topic)
                                        .arg(m_reading.row.partition)
                                        .arg(QLocale().toString(qlonglong(m_reading.row.offset)))
                                  : QString());
    m_payload->setDocument(m_reading.payload, m_reading.hints);
    m_hex->setReading(m_reading);
    showEnvelope();
    showTrouble();
    showHeaders();
    showRaw();
}

void EventDetails::showEnvelope()
{
    m_envelope->setRows(envelopeRows(m_reading, m_state));

    m_notice->setText(tr("The record cannot be read back: %1").arg(m_reading.failure));
    m_notice->setVisible(!m_reading.failure.isEmpty());
    m_secrets->setVisible(m_payload->hasSecrets() || m_reading.raw != maskedText(m_reading.raw));
}

void EventDetails::showTrouble()
{
    m_trouble->setVisible(m_reading.undecodable.has_value());
    m_payload->setVisible(!m_reading.undecodable);
    if (!m_reading.undecodable)
        return;
    constexpr std::size_t kLine = 16;
    const ReadBytes value = m_reading.valueBytes.value_or(ReadBytes());
    const bool isHidden = !m_secrets->isChecked() && value.masked != value.whole;
    const std::size_t line = m_reading.trouble.position / kLine;
    const std::size_t from = std::min((line > 0 ? line - 1 : 0) * kLine, value.whole.size());
    const std::string_view around = std::string_view(value.whole).substr(from, 3 * kLine);
    m_trouble->setTrouble(*m_reading.undecodable, m_reading.trouble, value.whole.size(), isHidden ? std::string_view() : around, from);
}

void EventDetails::showHeaders()
{
    m_tabs->setTabText(m_tabs->indexOf(m_headers), tr("Headers %1").arg(m_reading.headers.size()));
    m_headers->setHeaders(m_reading.headers, !m_secrets->isChecked());
}

void EventDetails::showRaw()
{
    QString text = m_secrets->isChecked() ? m_reading.raw : maskedText(m_reading.raw);
    if (m_reading.isRawCut)
        text += tr("\n… cut here; the message has %1").arg(sizeText(m_reading.row.valueSize));
    m_raw->setPlainText(text);
}

void EventDetails::readFindings()
{
    const base::EventIndex event = m_state.selectedEvent();
    if (!isVisible() || !event.isValid())
        return;
    const session::SnapshotPtr snapshot = m_state.snapshot();
    const base::SagaId saga = snapshot->sagas.sagaOf(event);
    EventFindings asked{event, {}, {}, {}};
    if (saga.isValid()) {
        asked.state = snapshot->sagas.saga(saga).state;
        asked.members = snapshot->sagas.saga(saga).events;
    }
    if (m_asked.event == event && m_asked.state == asked.state && m_asked.members == asked.members)
        return;
    using Running = LatestWins<EventFindings>::Running;
    const Running running = m_asked.event == event ? Running::Keep : Running::Discard;
    m_asked = asked;
    m_findingReader.start(
        [snapshot, saga, asked](StopToken) {
            EventFindings found = asked;
            const saga::Story story = saga.isValid() ? session::storyOf(*snapshot, saga) : saga::Story();
            for (const saga::StoryFinding& finding : review::findingsAt(asked.event, story, snapshot->events))
                found.findings.push_back({finding.rule, toQString(finding.detail), finding.events});
            return found;
        },
        running);
}

void EventDetails::showFindings(EventFindings found)
{
    m_found = std::move(found);
    m_tabs->setTabText(m_tabs->indexOf(m_findings), tr("Findings %1").arg(m_found.findings.size()));
    m_findings->setFindings(m_found.findings, tr("Nothing was found at this event, neither by itself nor in its saga."));
    m_findings->setCurrentEvent(m_found.event);
}

void EventDetails::copyRaw() const
{
    QGuiApplication::clipboard()->setText(m_secrets->isChecked() ? m_reading.raw : maskedText(m_reading.raw));
}

} // namespace sagascope::ui
