// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/ConnectionChip.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include "core/kafka/EmbeddedBroker.h"
#include "ui/common/CodeText.h"
#include "ui/common/Separator.h"
#include "ui/connect/ProfileWords.h"
#include "ui/shell/GapDialog.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

constexpr int kPadding = 10;
constexpr int kDot = 8;
constexpr int kLongestName = 28;
constexpr int kLongestBesideEnvironment = 20;

QLabel* paragraph(const QString& text, const char* objectName)
{
    auto* label = new QLabel(text);
    label->setObjectName(QLatin1StringView(objectName));
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setMaximumWidth(420);
    label->setContentsMargins(kPadding, 0, kPadding, 0); // as the list above
    return label;
}

} // namespace

ConnectionChip::ConnectionChip(ViewState& state, QWidget* parent) : QAbstractButton(parent), m_state(state)
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&state, &ViewState::liveChanged, this, &ConnectionChip::refresh);
    connect(this, &QAbstractButton::clicked, this, &ConnectionChip::showDetails);
    refresh();
}

void ConnectionChip::setStarting(const QString& name)
{
    m_isStarting = true;
    m_status = {};
    m_status.state = session::ConnectionState::Connecting;
    m_status.name = name.toStdString();
    m_main = tr("%1 · connecting…").arg(name);
    m_aside.clear();
    updateGeometry();
    update();
}

void ConnectionChip::setStarted()
{
    m_isStarting = false;
    refresh();
}

void ConnectionChip::setProfile(std::optional<kafka::Profile> profile)
{
    m_profile = std::move(profile);
    refresh();
}

void ConnectionChip::setRedaction(const QString& redaction)
{
    m_redaction = redaction;
    refresh();
}

void ConnectionChip::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void ConnectionChip::refresh()
{
    if (m_isStarting) // the session from before goes on reading, and says so many times a second
        return;
    m_status = m_state.live()->connection;
    const bool isAnywhere = m_status.state != session::ConnectionState::Idle;
    QString name = toQString(m_status.name);
    const int longest = hasBand() ? kLongestBesideEnvironment : kLongestName;
    if (name.size() > longest)
        name = QStringLiteral("…") + name.right(longest - 1);
    QString text = isAnywhere ? name : tr("not connected");
    if (isAnywhere && m_status.brokers > 0)
        text += QStringLiteral(" · ") + tr("%n broker(s)", nullptr, m_status.brokers);
    if (isAnywhere && m_status.state != session::ConnectionState::Connected)
        text += QStringLiteral(" · ") + connectionLabel(m_status.state);
    const QString aside = isAnywhere ? asideText() : QString();
    if (text == m_main && aside == m_aside)
        return;
    m_main = text;
    m_aside = aside;
    setAccessibleName(tr("Connection: %1 %2").arg(m_main, m_aside));
    setToolTip(tr("Details of the connection"));
    updateGeometry();
    update();
}

bool ConnectionChip::hasBand() const
{
    return !m_isStarting && m_profile && (m_profile->environment != kafka::Environment::Unstated || !m_profile->colour.empty());
}

QString ConnectionChip::asideText() const
{
    QString readOnly = m_status.isReadOnly ? tr("read-only") : QString();
    if (!m_redaction.isEmpty()) // that a file is not written to goes without saying
        readOnly = tr("redacted");
    if (!m_profile || m_profile->environment == kafka::Environment::Unstated)
        return readOnly;
    const QString environment = environmentLabel(m_profile->environment);
    return readOnly.isEmpty() ? environment : tr("%1, read-only").arg(environment);
}

QSize ConnectionChip::sizeHint() const
{
    int width = 2 * kPadding + kDot + 8 + fontMetrics().horizontalAdvance(m_main); // a text is cut where it just fits
    if (!m_aside.isEmpty())
        width += 6 + fontMetrics().horizontalAdvance(m_aside);
    return {width, 26};
}

QColor ConnectionChip::dotColour() const
{
    const Palette& colours = Theme::current().palette();
    switch (m_status.state) {
    case session::ConnectionState::Connected: return colours.good;
    case session::ConnectionState::Connecting:
    case session::ConnectionState::Degraded: return colours.warning;
    case session::ConnectionState::Lost: return colours.danger;
    case session::ConnectionState::Finished: return colours.accent;
    case session::ConnectionState::Idle: break;
    }
    return colours.muted;
}

void ConnectionChip::paintEvent(QPaintEvent*)
{
    const Palette& colours = Theme::current().palette();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() || underMouse() ? colours.accent : colours.line);
    painter.setBrush(colours.raised);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    painter.setPen(Qt::NoPen);
    if (hasBand()) {
        painter.setBrush(profileColour(m_profile->colour, m_profile->environment));
        painter.drawRoundedRect(QRectF(2, 4, 4, height() - 8), 2, 2);
    }
    painter.setBrush(dotColour());
    painter.drawEllipse(QRectF(kPadding, (height() - kDot) / 2.0, kDot, kDot));
    QRect room = rect().adjusted(kPadding + kDot + 6, 0, -kPadding, 0);
    painter.setPen(colours.muted);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignRight, m_aside);
    // A window may be too small for all of it: what is said aside stays whole.
    const int left = room.width() - (m_aside.isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_aside) + 6);
    painter.setPen(colours.text);
    painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, fontMetrics().elidedText(m_main, Qt::ElideRight, left));
}

void ConnectionChip::showDetails()
{
    auto* popup = new QFrame(this, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setObjectName(QStringLiteral("popup"));
    auto* column = new QVBoxLayout(popup);
    column->setContentsMargins(1, 1, 1, 1);
    column->addWidget(detailsContent());
    popup->adjustSize();
    popup->move(mapToGlobal(QPoint(0, height() + 4)));
    popup->show();
}

void ConnectionChip::showGaps()
{
    auto* dialog = new GapDialog(*m_profile, m_state.live()->gaps, m_status.offsetsWithoutRecord, window());
    dialog->show();
}

std::vector<KeyValue> ConnectionChip::details() const
{
    const auto& snapshot = *m_state.live();
    const QLocale locale;
    std::vector<KeyValue> rows{{tr("state"), connectionLabel(m_status.state), {}, {}}};
    if (m_profile && m_profile->environment != kafka::Environment::Unstated)
        rows.push_back({tr("environment"), environmentLabel(m_profile->environment), {}, {}});
    if (m_profile) {
        rows.push_back({tr("bootstrap"), toQString(m_profile->bootstrap), {}, {}});
        rows.push_back({tr("topics"), toQString(m_profile->topicPattern),
                        tr("%n topic(s) with records", nullptr, int(snapshot.events.topicCount())), {}});
        rows.push_back({tr("writing"), m_profile->isReadOnly ? tr("never: read-only") : tr("only when you publish"), {}, {}});
    }
    rows.push_back({tr("records"), locale.toString(qulonglong(snapshot.counts.records)),
                    tr("%1 not decodable").arg(locale.toString(qulonglong(snapshot.counts.undecodable))), {}});
    if (!m_redaction.isEmpty())
        rows.push_back({tr("redacted"), m_redaction, tr("taken out before it was saved"), {}});
    if (m_status.recordsLost > 0)
        rows.push_back({tr("lost"), locale.toString(qlonglong(m_status.recordsLost)),
                        tr("removed by the cluster's retention before they were read"), {}});
    if (m_status.partitionsRecreated > 0)
        rows.push_back({tr("created again"), locale.toString(m_status.partitionsRecreated),
                        tr("partitions of topics that were deleted meanwhile"), {}});
    if (m_status.partitionsGone > 0)
        rows.push_back({tr("deleted"), locale.toString(m_status.partitionsGone), tr("partitions of topics that are not there any more"), {}});
    if (m_status.offsetsWithoutRecord > 0)
        rows.push_back({tr("no record"), tr("at %1 offsets").arg(locale.toString(qlonglong(m_status.offsetsWithoutRecord))),
                        m_profile ? tr("what lies there?") : QString(), m_profile ? QStringLiteral("gaps") : QString()});
    if (const auto& sample = m_status.sample) {
        rows.push_back({tr("sample"), tr("1 traveller in %1").arg(sample->oneIn),
                        tr("%1 records left out").arg(locale.toString(qulonglong(sample->leftOut))), {}});
        rows.push_back({tr("remnants"), locale.toString(qulonglong(sample->held + sample->remnants)),
                        tr("name no traveller and no id of the sample"), {}});
    }
    return rows;
}

QWidget* ConnectionChip::detailsContent()
{
    auto* content = new QWidget;
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(4, 8, 4, 8);
    auto* list = new KeyValueList;
    list->setRows(details());
    connect(list, &KeyValueList::linkActivated, this, [this, content] {
        content->window()->close();
        showGaps();
    });
    column->addWidget(list);
    auto* another = new QPushButton(tr("Connect to another cluster…"));
    auto* row = new QHBoxLayout;
    row->setContentsMargins(kPadding, 0, kPadding, 0); // as the list above
    row->addWidget(another);
    row->addStretch(1);
    column->addLayout(row);
    another->setObjectName(QStringLiteral("link"));
    connect(another, &QPushButton::clicked, this, [this, content] {
        content->window()->close();
        Q_EMIT connectWanted();
    });
    if (m_status.fault)
        column->addWidget(paragraph(faultSentence(*m_status.fault, toQString(m_status.name)), "danger"));
    else if (!m_status.problem.empty())
        column->addWidget(paragraph(toQString(m_status.problem), "danger"));
    if (m_status.isEmbedded) {
        column->addWidget(new Separator);
        column->addWidget(paragraph(tr("A Kafka cluster inside this program. What it cannot show:"), "panelTitle"));
        for (const kafka::EmbeddedLimit limit : kafka::EmbeddedBroker::limits())
            column->addWidget(paragraph(QStringLiteral("• ") + embeddedLimitSentence(limit), "muted"));
    }
    return content;
}

} // namespace sagascope::ui
