// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QStringList>

#include <functional>
#include <optional>

#include "ui/captures/CaptureSaver.h"
#include "ui/common/LatestWins.h"
#include "ui/notes/NoteActions.h"
#include "ui/shell/SessionLink.h"

class QAction;
class QMenu;

namespace sagascope::ui {

class NotesDialog;
class RecentFilesMenu;

/// What the window does with captures: opens the ones of before, saves, keeps a person's notes, and asks before they are
/// lost. GUI thread; all that it is given must outlive it.
class CaptureDesk : public QObject
{
    Q_OBJECT

public:
    CaptureDesk(const ViewState& state, const SessionLink& link, MessageBar& messages, QWidget* window);
    ~CaptureDesk() override;

    void addFileActions(QMenu& menu);
    void addNoteActions(QMenu& menu);
    /// What the keys for notes are about, in the room that is shown.
    void setSubject(std::function<std::optional<NoteSubject>()> subject) { m_subject = std::move(subject); }
    void retranslate();

    /// What sessions had read whose program did not come to its end, the latest first: offered once the first session of
    /// this run stands. `discard` deletes all of it.
    void setLeftBehind(QStringList captures, std::function<void()> discard);
    /// A session has begun: takes over what its capture holds.
    void noteStarted();
    /// False when a person wants to stay, or something is saved first: then `then` is called once that is done. `isEnd`:
    /// the window closes, so what is being saved would be lost.
    [[nodiscard]] bool canLeave(std::function<void()> then, bool isEnd = false);
    [[nodiscard]] NoteBook& notes() { return m_notes; }
    [[nodiscard]] CaptureSaver& saver() { return m_saver; }
    void showNotes();

Q_SIGNALS:
    void fileWanted(const QString& path);
    void eventWanted(const QString& coordinates);
    void sagaWanted(const sagascope::capture::Note& note);

private:
    void save();
    void bookmark();
    void writeNote();
    void noteFocus();
    void keepNotes();
    void noteNotes();
    void tellMissing(const QString& path);
    void offerLeftBehind();
    [[nodiscard]] bool askAboutSaving(std::function<void()> then);
    [[nodiscard]] bool askAboutNotes(std::function<void()> then);
    [[nodiscard]] std::optional<NoteActions> actions();
    [[nodiscard]] bool mayWriteNotes() const;

    const ViewState& m_state;
    const SessionLink& m_link;
    MessageBar& m_messages;
    QWidget* m_window;
    NoteBook m_notes;
    CaptureSaver m_saver;
    RecentFilesMenu* m_recent;
    QAction* m_save;
    QAction* m_saveAs;
    QAction* m_bookmark;
    QAction* m_note;
    QAction* m_list;
    QPointer<NotesDialog> m_dialog;
    std::function<std::optional<NoteSubject>()> m_subject;
    std::function<void()> m_then; ///< once what is saved now is saved
    QStringList m_leftBehind; ///< until it is offered
    std::function<void()> m_discard;
    bool m_isReadOnlyTold = false;
    LatestWins<bool> m_keeper{[](bool) {}};
};

} // namespace sagascope::ui
