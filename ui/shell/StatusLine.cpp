// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/StatusLine.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QStyle>

#include <chrono>
#include <filesystem>
#include <map>

#include "ui/common/CodeText.h"
#include "ui/common/ElidedLabel.h"
#include "ui/shell/EventLoopWatch.h"

namespace sagascope::ui {
namespace {

constexpr int kPaceMs = 500;
constexpr int kMostGroups = 4;

QString number(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

} // namespace

StatusLine::StatusLine(ViewState& state, const EventLoopWatch& watch, QWidget* parent)
    : QWidget(parent), m_state(state), m_watch(watch), m_events(new QLabel), m_sagas(new QLabel),
      m_correlated(new QLabel), m_lag(new QLabel), m_reading(new ElidedLabel), m_lost(new QLabel), m_capture(new QLabel), m_program(new ElidedLabel)
{
    setObjectName(QStringLiteral("statusLine"));
    setAttribute(Qt::WA_StyledBackground);
    setFixedHeight(26);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 14, 0);
    row->setSpacing(22);
    for (QLabel* label : std::initializer_list<QLabel*>{m_events, m_sagas, m_correlated, m_lag, m_reading, m_lost, m_capture}) {
        label->setTextFormat(Qt::PlainText);
        row->addWidget(label);
    }
    m_reading->setObjectName(QStringLiteral("statusReading"));
    m_lag->setObjectName(QStringLiteral("statusLag"));
    m_lost->setObjectName(QStringLiteral("danger"));
    m_program->setObjectName(QStringLiteral("statusProgram"));
    // How the program itself does gives way first, so that the window may be small.
    m_program->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    row->addWidget(m_program, 1);
    connect(&state, &ViewState::snapshotChanged, this, [this] { ++m_updates; });
    connect(&state, &ViewState::sessionReplaced, this, [this] { m_savedRecords = 0; });
    m_pace.setInterval(kPaceMs);
    connect(&m_pace, &QTimer::timeout, this, &StatusLine::refresh);
    m_pace.start();
    refresh();
}

void StatusLine::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void StatusLine::refresh()
{
    m_lost->setToolTip(tr("Records that the cluster's retention removed before they could be read. Sagas may lack events."));
    const session::Counts& counts = m_state.snapshot()->counts;
    m_events->setText(tr("%Ln event(s)", nullptr, int(counts.events)));
    m_sagas->setText(tr("%Ln saga(s)", nullptr, int(counts.sagas)));
    const double share = counts.events == 0 ? 0 : 100.0 * double(counts.correlatedEvents) / double(counts.events);
    m_correlated->setText(tr("correlated %1 %").arg(QLocale().toString(share, 'f', 1)));
    m_lag->setText(lagText());
    m_lag->setVisible(!m_lag->text().isEmpty());
    const session::ConnectionStatus& connection = m_state.live()->connection;
    m_lost->setText(tr("%Ln lost", nullptr, int(connection.recordsLost)));
    m_lost->setVisible(connection.recordsLost > 0);
    m_catchUp.note(connection.backlog, connection.backlogLeft, session::CatchUp::Steady::now());
    m_reading->setFullText(readingText());
    m_reading->setToolTip(m_reading->fullText());
    refreshCapture();
    refreshProgram();
}

/// How the program itself keeps up. Where that is too much for the window, the lesser parts go before anything is cut; the
/// tool tip has them all.
void StatusLine::refreshProgram()
{
    const QString updates = tr("%1 updates/s").arg(m_updates * 1000 / kPaceMs);
    const QString stall = tr("longest stall %1 ms").arg(m_watch.lastMinute().longest(), 0, 'f', 0);
    m_updates = 0;
    const QString separator = QStringLiteral(" · ");
    const QStringList all{behindText(), updates, stall};
    layout()->activate(); // the others have just been told what to say
    const auto fits = [this](const QString& text) { return m_program->fontMetrics().horizontalAdvance(text) <= m_program->width(); };
    QString shown = all.join(separator);
    for (const QStringList& fewer : {QStringList{all[0], stall}, QStringList{all[0]}})
        if (!fits(shown))
            shown = fewer.join(separator);
    m_program->setFullText(shown);
    m_program->setToolTip(all.join(separator));
}

void StatusLine::noteSaved(const QString& path, quint64 records)
{
    m_savedAs = QFileInfo(path).fileName();
    m_savedRecords = records;
    refreshCapture();
}

/// Where what is read lies, and whether the storage takes it.
void StatusLine::refreshCapture()
{
    const session::Snapshot& live = *m_state.live();
    m_capture->setVisible(live.capture.has_value());
    if (!live.capture)
        return;
    const capture::CaptureStatus& status = *live.capture;
    const bool isFailing = status.problem.has_value() || status.missed > 0;
    const QString size = sizeText(status.bytes);
    const QString name = toQString(std::filesystem::path(status.path).filename().string());
    if (isFailing)
        m_capture->setText(tr("%Ln record(s) not on disk", nullptr, int(status.missed + status.accepted - status.committed)));
    else
        m_capture->setText(!live.isCaptureTemporary                  ? tr("capture %1 · %2").arg(name, size)
                           : m_savedRecords > 0 && live.counts.records == m_savedRecords ? tr("saved as %1").arg(m_savedAs)
                                                                   : tr("unsaved · %1").arg(size));
    m_capture->setToolTip(status.problem ? toQString(status.problem->text())
                          : live.isCaptureTemporary
                              ? tr("What is read lies in a file that goes with this session, unless you save it.")
                              : toQString(status.path));
    const QString dress = isFailing ? QStringLiteral("danger") : QString();
    if (m_capture->objectName() == dress)
        return;
    m_capture->setObjectName(dress);
    style()->unpolish(m_capture);
    style()->polish(m_capture);
}

/// What came through reading, and how far that is.
QString StatusLine::readingText() const
{
    const session::Counts& counts = m_state.snapshot()->counts;
    const session::ConnectionStatus& connection = m_state.live()->connection;
    QStringList parts;
    if (counts.undecodable > 0)
        parts << tr("%Ln not decodable", nullptr, int(counts.undecodable));
    if (counts.unreadableLines > 0)
        parts << tr("%Ln unreadable line(s)", nullptr, int(counts.unreadableLines));
    if (connection.sample)
        parts << tr("sample: 1 in %1").arg(connection.sample->oneIn);
    if (connection.search) {
        const session::SearchCounts& search = *connection.search;
        parts << tr("found %1 of %2 read").arg(number(std::uint64_t(search.kept)), number(std::uint64_t(search.read)));
    }
    if (!m_catchUp.isOver())
        parts << catchUpText();
    return parts.join(QStringLiteral(" · "));
}

/// How far reading is through what lay there when it began, and how long that will take at the pace of now.
QString StatusLine::catchUpText() const
{
    const QString percent = QLocale().toString(m_catchUp.percent());
    const auto left = m_catchUp.timeLeft();
    if (!left)
        return tr("catching up: %1 %").arg(percent);
    if (m_state.live()->connection.isBacklogInBytes)
        return tr("catching up: %1 %, about %2 left").arg(percent, durationText(*left));
    return tr("catching up: %1 % at %2/s, about %3 left")
        .arg(percent, number(std::uint64_t(m_catchUp.perSecond())), durationText(*left));
}

QString StatusLine::lagText() const
{
    std::map<std::string, std::int64_t> byGroup;
    for (const metrics::LagSample& sample : m_state.snapshot()->lag)
        if (const auto lag = sample.lag()) // none: a group that isn't there, or has committed nothing
            byGroup[sample.group] += *lag;
    if (byGroup.empty())
        return {};
    QStringList numbers;
    QStringList lines;
    std::int64_t rest = 0;
    for (const auto& [group, lag] : byGroup) {
        lines << QStringLiteral("%1: %2").arg(toQString(group), number(std::uint64_t(lag)));
        if (numbers.size() < kMostGroups)
            numbers << number(std::uint64_t(lag));
        else
            rest += lag;
    }
    if (rest > 0)
        numbers << QStringLiteral("+") + number(std::uint64_t(rest));
    m_lag->setToolTip(lines.join(u'\n'));
    return tr("lag %1").arg(numbers.join(QStringLiteral(" / ")));
}

QString StatusLine::behindText() const
{
    const session::Snapshot& snapshot = *m_state.live();
    const bool isFlowing = snapshot.eventsPerSecond > 0 && snapshot.events.size() > 0;
    if (!isFlowing)
        return tr("decode idle");
    const auto last = snapshot.events.row(base::EventIndex(std::uint32_t(snapshot.events.size() - 1))).brokerTime;
    const bool isKnown = last != base::kNoTime && snapshot.takenAt > last;
    return tr("decode %1 behind").arg(durationText(isKnown ? snapshot.takenAt - last : base::Duration::zero()));
}

} // namespace sagascope::ui
