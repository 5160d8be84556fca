// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/captures/CaptureDesk.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QMenu>
#include <QMessageBox>

#include <algorithm>
#include <filesystem>
#include <utility>

#include "core/capture/CaptureAnnex.h"
#include "core/session/EventAddress.h"
#include "core/session/Session.h"
#include "ui/captures/RecentFiles.h"
#include "ui/captures/RecordingNotice.h"
#include "ui/common/CodeText.h"
#include "ui/notes/NotesDialog.h"
#include "ui/shell/MessageBar.h"

namespace sagascope::ui {
namespace {

/// Whether something that holds the focus, but is not the whole window, has an action of its own for these keys.
bool isTaken(const QKeySequence& keys, const QWidget* focus, const QWidget* window)
{
    for (const QWidget* widget = focus; widget != nullptr && widget != window; widget = widget->parentWidget()) {
        const QList<QAction*> actions = widget->actions();
        if (std::any_of(actions.begin(), actions.end(), [&](const QAction* action) { return action->shortcuts().contains(keys); }))
            return true;
    }
    return false;
}

} // namespace

CaptureDesk::CaptureDesk(const ViewState& state, const SessionLink& link, MessageBar& messages, QWidget* window)
    : QObject(window), m_state(state), m_link(link), m_messages(messages), m_window(window), m_saver(state, m_notes, messages, window),
      m_recent(new RecentFilesMenu(window)), m_save(new QAction(this)), m_saveAs(new QAction(this)), m_bookmark(new QAction(this)),
      m_note(new QAction(this)), m_list(new QAction(this))
{
    m_save->setShortcut(QKeySequence::Save);
    m_saveAs->setShortcut(Qt::CTRL | Qt::ALT | Qt::Key_S);
    m_bookmark->setShortcut(Qt::CTRL | Qt::Key_B);
    m_note->setShortcut(Qt::CTRL | Qt::Key_M);
    m_list->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_B);
    connect(m_save, &QAction::triggered, this, &CaptureDesk::save);
    connect(m_saveAs, &QAction::triggered, &m_saver, &CaptureSaver::ask);
    connect(m_bookmark, &QAction::triggered, this, &CaptureDesk::bookmark);
    connect(m_note, &QAction::triggered, this, &CaptureDesk::writeNote);
    connect(m_list, &QAction::triggered, this, &CaptureDesk::showNotes);
    connect(m_recent, &RecentFilesMenu::chosen, this, &CaptureDesk::fileWanted);
    connect(m_recent, &RecentFilesMenu::missingChosen, this, &CaptureDesk::tellMissing);
    connect(&m_saver, &CaptureSaver::saved, this, [](const QString& path) { RecentFiles::add(path); });
    connect(&m_saver, &CaptureSaver::finished, this, [this](bool isSaved) {
        if (const auto then = std::exchange(m_then, {}); then && isSaved)
            then();
    });
    connect(&m_notes, &NoteBook::changed, this, &CaptureDesk::noteNotes);
    new RecordingNotice(m_state, m_messages, this);
    connect(qApp, &QApplication::focusChanged, this, &CaptureDesk::noteFocus);
    retranslate();
}

CaptureDesk::~CaptureDesk() = default;

void CaptureDesk::addFileActions(QMenu& menu)
{
    menu.addMenu(m_recent);
    menu.addActions({m_save, m_saveAs});
}

void CaptureDesk::addNoteActions(QMenu& menu)
{
    menu.addActions({m_bookmark, m_note, m_list});
}

void CaptureDesk::retranslate()
{
    m_recent->retranslate();
    m_save->setText(tr("&Save…"));
    m_saveAs->setText(tr("Save as ano&ther capture…"));
    m_bookmark->setText(tr("&Bookmark"));
    m_note->setText(tr("&Note…"));
    m_list->setText(tr("Notes and boo&kmarks"));
}

/// Two actions with the same keys would keep each other from working: the nearer one has them.
void CaptureDesk::noteFocus()
{
    const bool isElsewhere = isTaken(QKeySequence(QKeySequence::Save), QApplication::focusWidget(), m_window);
    m_save->setShortcut(isElsewhere ? QKeySequence() : QKeySequence(QKeySequence::Save));
}

void CaptureDesk::noteStarted()
{
    const StartedSession& started = m_link.started();
    m_isReadOnlyTold = false;
    m_notes.load(started.annex.notes);
    m_saver.setRedactedBefore(started.annex.redaction);
    if (!started.capture.empty())
        RecentFiles::add(toQString(started.capture));
    offerLeftBehind();
}

void CaptureDesk::setLeftBehind(QStringList captures, std::function<void()> discard)
{
    m_leftBehind = std::move(captures);
    m_discard = std::move(discard);
}

void CaptureDesk::offerLeftBehind()
{
    const QStringList captures = std::exchange(m_leftBehind, {});
    if (captures.isEmpty() || captures.contains(toQString(m_link.started().capture)))
        return;
    m_messages.tell(MessageBar::Kind::Notice,
                    tr("%n session(s) did not come to an end. What was read is still there.", nullptr, int(captures.size())),
                    {{tr("Open the latest"), [this, latest = captures.front()] { Q_EMIT fileWanted(latest); }},
                     {tr("Delete"), [this] {
                          m_discard();
                          m_messages.clear();
                      }}});
}

bool CaptureDesk::mayWriteNotes() const
{
    return !m_link.started().capture.empty() && !m_link.started().isCaptureReadOnly;
}

void CaptureDesk::save()
{
    if (mayWriteNotes() && m_notes.isModified()) // its records are in it already
        m_saver.saveNotes(toQString(m_link.started().capture));
    else
        m_saver.ask();
}

std::optional<NoteActions> CaptureDesk::actions()
{
    const auto subject = m_subject ? m_subject() : std::nullopt;
    if (!subject)
        return std::nullopt;
    return NoteActions(m_notes, m_state.snapshot(), {*subject});
}

void CaptureDesk::bookmark()
{
    if (const auto subject = actions())
        subject->toggleBookmarks();
    else
        m_messages.tell(MessageBar::Kind::Notice, tr("Select an event or a saga first; then it can be bookmarked."));
}

void CaptureDesk::writeNote()
{
    if (const auto subject = actions())
        subject->edit(m_window);
    else
        m_messages.tell(MessageBar::Kind::Notice, tr("Select an event or a saga first; then a note can be written about it."));
}

/// What is remarked goes into the capture that the session writes, or has written, so that it outlives whatever happens to the
/// program.
void CaptureDesk::keepNotes()
{
    const session::Snapshot& live = *m_state.live();
    if (!m_link.started().session || !live.capture)
        return;
    if (!live.isFinished)
        return m_link.started().session->keepNotes(m_notes.all());
    m_keeper.start([path = std::filesystem::path(live.capture->path), notes = m_notes.all()](const StopToken&) {
        return capture::writeAnnex(path, {{}, notes}).isOk(); // a trouble shows when they are saved
    });
}

void CaptureDesk::noteNotes()
{
    keepNotes();
    if (!m_notes.isModified() || !m_link.started().isCaptureReadOnly || std::exchange(m_isReadOnlyTold, true))
        return;
    m_messages.tell(MessageBar::Kind::Notice,
                    tr("This capture was opened read-only: nothing is written into it. Save it as another capture to keep your notes."),
                    {{tr("Save as…"), [this] { m_saver.ask(); }}});
}

void CaptureDesk::showNotes()
{
    if (m_dialog) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new NotesDialog(m_notes, m_state, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &NotesDialog::wanted, this, [this](const capture::Note& note) {
        if (note.saga.empty())
            Q_EMIT eventWanted(subjectText(note));
        else
            Q_EMIT sagaWanted(note);
    });
    m_dialog->show();
}

void CaptureDesk::tellMissing(const QString& path)
{
    m_messages.tell(MessageBar::Kind::Warning,
                    tr("%1 is no longer there: it was moved, renamed or deleted.").arg(QDir::toNativeSeparators(path)),
                    {{tr("Take it off the list"), [path] { RecentFiles::forget(path); }}});
}

bool CaptureDesk::canLeave(std::function<void()> then, bool isEnd)
{
    if (isEnd && m_saver.isBusy())
        return askAboutSaving(std::move(then));
    return !m_notes.isModified() || askAboutNotes(std::move(then));
}

bool CaptureDesk::askAboutSaving(std::function<void()> then)
{
    QMessageBox question(QMessageBox::NoIcon, tr("Captures"), tr("A capture is still being saved."), QMessageBox::NoButton, m_window);
    const auto* wait = question.addButton(tr("Close once it is saved"), QMessageBox::AcceptRole);
    const auto* leave = question.addButton(tr("Close without it"), QMessageBox::DestructiveRole);
    question.addButton(tr("Cancel"), QMessageBox::RejectRole); // Qt's own has our language only where Qt's translations are
    question.exec();
    if (question.clickedButton() == leave || (question.clickedButton() == wait && !m_saver.isBusy()))
        return true;
    if (question.clickedButton() == wait)
        m_then = std::move(then);
    return false;
}

bool CaptureDesk::askAboutNotes(std::function<void()> then)
{
    QMessageBox question(QMessageBox::NoIcon, tr("Notes and bookmarks"), tr("Your notes and bookmarks are not saved."), QMessageBox::NoButton, m_window);
    const auto* keep = question.addButton(mayWriteNotes() ? tr("Save") : tr("Save as…"), QMessageBox::AcceptRole);
    const auto* discard = question.addButton(tr("Don't save"), QMessageBox::DestructiveRole);
    question.addButton(tr("Cancel"), QMessageBox::RejectRole);
    question.exec();
    if (question.clickedButton() == discard)
        return true;
    if (question.clickedButton() == keep) {
        m_then = std::move(then);
        save();
    }
    return false;
}

} // namespace sagascope::ui
