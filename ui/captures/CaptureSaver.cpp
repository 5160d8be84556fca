// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/CaptureSaver.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QUrl>

#include <chrono>
#include <cmath>
#include <utility>

#include "ui/captures/SaveCaptureDialog.h"
#include "ui/common/CodeText.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

constexpr int kPatienceMs = 300;

QString number(std::uint64_t value)
{
    return QLocale().toString(qulonglong(value));
}

QString pathText(const std::filesystem::path& path)
{
    return QString::fromStdU16String(path.u16string());
}

} // namespace

CaptureSaver::CaptureSaver(const ViewState& state, NoteBook& notes, MessageBar& messages, QWidget* window)
    : QObject(window), m_state(state), m_notes(notes), m_messages(messages), m_window(window), m_worker([this](const End& end) { take(end); })
{
    m_patience.setInterval(kPatienceMs);
    connect(&m_patience, &QTimer::timeout, this, &CaptureSaver::showProgress);
}

void CaptureSaver::ask()
{
    if (m_state.live()->events.size() == 0) {
        m_messages.tell(MessageBar::Kind::Notice, tr("Nothing has been read yet, so there is nothing to save."));
        return;
    }
    auto* dialog = new SaveCaptureDialog(m_state.live(), m_notes.all().size(), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { save(dialog->order()); });
    connect(dialog, &QDialog::rejected, this, [this] { Q_EMIT finished(false); });
    dialog->open();
}

bool CaptureSaver::begins()
{
    if (isBusy()) {
        m_messages.tell(MessageBar::Kind::Notice, tr("%1 is still being saved. Save again once it is done.").arg(m_name),
                        {{tr("Stop it"), [this] { stop(); }}});
        return false;
    }
    m_pace = std::make_shared<Pace>();
    m_stop = StopSource();
    m_isTold = false;
    m_since.start();
    m_patience.start();
    return true;
}

void CaptureSaver::save(session::CaptureOrder order)
{
    if (!begins())
        return;
    order.snapshot = m_state.live();
    order.redactedBefore = m_redactedBefore;
    order.notes = m_notes.all();
    m_name = QFileInfo(pathText(order.path)).fileName();
    m_worker.start([order = std::move(order), revision = m_notes.revision(), pace = m_pace, stopped = m_stop.token()](StopToken ended) {
        const auto written = session::writeCapture(order, [&](const session::CaptureProgress& progress) {
            pace->done = progress.done;
            pace->total = progress.total;
            return !stopped.stopRequested() && !ended.stopRequested();
        });
        End end{order, revision, written ? *written : session::CaptureOutcome(), false, std::nullopt};
        if (!written)
            end.error = written.error();
        return end;
    });
}

void CaptureSaver::saveNotes(const QString& capture)
{
    if (!begins())
        return;
    session::CaptureOrder order;
    order.path = std::filesystem::path(capture.toStdU16String());
    order.notes = m_notes.all();
    m_name = QFileInfo(capture).fileName();
    m_worker.start([order = std::move(order), revision = m_notes.revision()](StopToken) {
        const auto written = capture::writeAnnex(order.path, {{}, order.notes});
        return End{order, revision, {}, true, written ? std::nullopt : std::optional(written.error())};
    });
}

QString CaptureSaver::progressText() const
{
    const std::uint64_t done = m_pace->done;
    const std::uint64_t total = m_pace->total;
    const double seconds = double(m_since.elapsed()) / 1000.0;
    if (done == 0 || total == 0 || seconds <= 0)
        return tr("Saving %1…").arg(m_name);
    const double rate = double(done) / seconds;
    const auto left = std::chrono::seconds(std::llround(double(total - std::min(done, total)) / rate));
    return tr("Saving %1… %2 %, %3 records/s, about %4 left")
        .arg(m_name, number(100 * done / total), number(std::uint64_t(rate)), durationText(left));
}

void CaptureSaver::showProgress()
{
    if (std::exchange(m_isTold, true))
        return m_messages.amend(progressText());
    m_messages.tell(MessageBar::Kind::Notice, progressText(), {{tr("Stop"), [this] { stop(); }}});
}

void CaptureSaver::take(const End& end)
{
    m_patience.stop();
    if (end.error)
        tellTrouble(end);
    else
        tellSaved(end);
    Q_EMIT finished(!end.error);
}

void CaptureSaver::tellSaved(const End& end)
{
    const QString path = pathText(end.order.path);
    m_notes.setSaved(end.notesRevision);
    if (end.isNotesOnly) {
        m_messages.tell(MessageBar::Kind::Notice, tr("The notes are saved in %1.").arg(QDir::toNativeSeparators(path)));
        return;
    }
    QStringList sentences{tr("Saved %1: %2 records, %3.").arg(QDir::toNativeSeparators(path), number(end.outcome.records), sizeText(end.outcome.bytes))};
    if (!end.order.redaction.isNone())
        sentences << tr("%1 records were redacted.").arg(number(end.outcome.redacted.changed));
    m_messages.tell(MessageBar::Kind::Notice, sentences.join(u' '), {{tr("Show in folder"), [path] {
                        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
                    }}});
    Q_EMIT saved(path, end.order.redaction.isNone() ? end.outcome.records : 0);
}

void CaptureSaver::tellTrouble(const End& end)
{
    const MessageBar::Fix again{tr("Save as…"), [this] { ask(); }};
    if (end.error->code == base::ErrorCode::Cancelled) {
        m_messages.tell(MessageBar::Kind::Notice, tr("Stopped. Nothing was saved, and no file was changed."), {again});
        return;
    }
    const QString path = QDir::toNativeSeparators(pathText(end.order.path));
    const bool isSourceGone = end.error->code == base::ErrorCode::NotFound || end.error->code == base::ErrorCode::Malformed
        || end.error->code == base::ErrorCode::Unreadable;
    const QString sentence = end.isNotesOnly ? tr("The notes could not be saved in %1. Save everything as another capture instead.")
        : isSourceGone ? tr("%1 could not be saved: the records cannot be read again, since the file in which they lie is gone or damaged.")
                       : tr("%1 could not be saved. Nothing is left of it. Choose another folder, or make room on the disk.");
    m_messages.tell(MessageBar::Kind::Error, sentence.arg(path), {again}, toQString(end.error->text()));
}

} // namespace sagascope::ui
