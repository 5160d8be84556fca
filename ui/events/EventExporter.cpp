// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/EventExporter.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "core/session/QueryPath.h"
#include "ui/common/CodeText.h"
#include "ui/events/EventTable.h"
#include "ui/events/EventTableModel.h"
#include "ui/events/ExportDialog.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

constexpr int kTickMilliseconds = 300;

/// The same column of an export; nothing where it has none: how late an event came is a matter of this reading.
std::optional<session::ExportColumn> exportColumn(const EventTableModel& model, int column)
{
    using Kind = session::ExportColumn::Kind;
    constexpr std::pair<EventTableModel::Column, Kind> kKnown[] = {
        {EventTableModel::Time, Kind::Time}, {EventTableModel::Topic, Kind::Topic}, {EventTableModel::Partition, Kind::Partition},
        {EventTableModel::Offset, Kind::Offset}, {EventTableModel::Type, Kind::Type}, {EventTableModel::Source, Kind::Source},
        {EventTableModel::Ids, Kind::Identifiers}, {EventTableModel::Saga, Kind::Saga}, {EventTableModel::Size, Kind::Size},
        {EventTableModel::Findings, Kind::Findings}, {EventTableModel::Marks, Kind::Marks}, {EventTableModel::Key, Kind::Key},
        {EventTableModel::EventId, Kind::EventId}, {EventTableModel::Correlation, Kind::CorrelationId},
        {EventTableModel::Causation, Kind::CausationId}, {EventTableModel::ProducerTime, Kind::ProducerTime},
        {EventTableModel::BrokerTime, Kind::BrokerTime}, {EventTableModel::Delay, Kind::Delay}};
    if (EventTableModel::isPayload(column)) {
        auto path = session::readPayloadField(model.columnName(column).toStdString());
        return path ? std::optional(session::ExportColumn{Kind::Payload, *std::move(path)}) : std::nullopt;
    }
    const auto known = std::find_if(std::begin(kKnown), std::end(kKnown), [column](const auto& pair) { return pair.first == column; });
    return known == std::end(kKnown) ? std::nullopt : std::optional(session::ExportColumn{known->second, {}});
}

} // namespace

EventExporter::EventExporter(const EventTable& table, const EventTableModel& model, MessageBar& messages, QWidget* window)
    : QObject(window), m_table(table), m_model(model), m_messages(messages), m_window(window),
      m_worker([this](Outcome outcome) {
          m_tick.stop();
          tell(outcome);
          Q_EMIT finished();
      })
{
    m_tick.setInterval(kTickMilliseconds);
    connect(&m_tick, &QTimer::timeout, this, &EventExporter::showProgress);
}

session::EventExport EventExporter::order() const
{
    session::EventExport order;
    order.snapshot = m_model.snapshotPtr();
    order.events = m_model.shownEvents();
    order.columns.clear();
    for (const int column : m_table.shownColumns())
        if (auto known = exportColumn(m_model, column))
            order.columns.push_back(*std::move(known));
    return order;
}

void EventExporter::ask()
{
    if (isBusy()) { // its message has the button that ends it
        m_isTold = false;
        showProgress();
        return;
    }
    const bool isUnfinished = m_model.searchState() != EventTableModel::SearchState::Idle;
    auto* dialog = new ExportDialog(std::size_t(m_model.rowCount()), isUnfinished, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        session::EventExport wanted = order();
        wanted.form = dialog->form();
        wanted.isMasked = dialog->isMasked();
        write(std::move(wanted), dialog->path());
    });
    dialog->open();
}

void EventExporter::write(session::EventExport order, const QString& path)
{
    if (isBusy())
        return;
    m_name = QFileInfo(path).fileName();
    m_total = order.events.size();
    m_done = std::make_shared<std::atomic<std::size_t>>(0);
    m_stop = StopSource();
    m_isTold = false;
    m_since.start();
    m_tick.start();
    m_worker.start([order = std::move(order), path, done = m_done, stopped = m_stop.token()](const StopToken& ended) {
        const auto written = session::exportEvents(order, std::filesystem::path(path.toStdU16String()), [&](std::size_t events) {
            *done = events;
            return !stopped.stopRequested() && !ended.stopRequested();
        });
        Outcome outcome{path, order.isMasked, 0, 0, std::nullopt};
        if (written)
            outcome.written = written->written, outcome.unreadable = written->unreadable;
        else
            outcome.error = written.error();
        return outcome;
    });
}

QString EventExporter::progressSentence() const
{
    const QLocale locale;
    const std::size_t done = *m_done;
    const double seconds = double(m_since.elapsed()) / 1000;
    const double rate = seconds > 0 ? double(done) / seconds : 0;
    QString sentence = tr("Writing %1… %2 of %3 events").arg(m_name, locale.toString(qulonglong(done)), locale.toString(qulonglong(m_total)));
    if (rate < 1)
        return sentence;
    const auto left = std::chrono::milliseconds(std::int64_t(double(m_total - done) / rate * 1000));
    return sentence + tr(", %1 a second, %2 left", "events; time").arg(locale.toString(qulonglong(rate)), durationText(left));
}

void EventExporter::showProgress()
{
    if (std::exchange(m_isTold, true))
        return m_messages.amend(progressSentence());
    m_messages.tell(MessageBar::Kind::Notice, progressSentence(), {{tr("Stop"), [this] { stop(); }}});
}

void EventExporter::tell(const Outcome& outcome)
{
    if (outcome.error)
        return tellTrouble(outcome);
    const int count = int(outcome.written);
    const QString path = QDir::toNativeSeparators(outcome.path);
    QString sentence = outcome.isMasked ? tr("%Ln event(s) were written to %1; secrets are masked.", nullptr, count).arg(path)
                                        : tr("%Ln event(s) were written to %1; secrets are not masked.", nullptr, count).arg(path);
    if (outcome.unreadable > 0)
        sentence += u' ' + tr("%Ln record(s) could not be read back and are left out.", nullptr, int(outcome.unreadable));
    const QString folder = QFileInfo(outcome.path).absolutePath();
    m_messages.tell(outcome.unreadable > 0 ? MessageBar::Kind::Warning : MessageBar::Kind::Notice, sentence,
                    {{tr("Show in folder"), [folder] { QDesktopServices::openUrl(QUrl::fromLocalFile(folder)); }}});
}

void EventExporter::tellTrouble(const Outcome& outcome)
{
    if (outcome.error->code == base::ErrorCode::Cancelled)
        return m_messages.tell(MessageBar::Kind::Notice, tr("Stopped. No file was written."));
    m_messages.tell(MessageBar::Kind::Error,
                    tr("%1 could not be written: %2. No file was left behind. Choose another folder, or make room on the disk.")
                        .arg(QDir::toNativeSeparators(outcome.path), toQString(outcome.error->detail)),
                    {{tr("Export…"), [this] { ask(); }}});
}

} // namespace sagascope::ui
