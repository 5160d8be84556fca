// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "core/session/copy/CaptureCopy.h"
#include "ui/common/LatestWins.h"
#include "ui/state/NoteBook.h"
#include "ui/state/ViewState.h"

class QWidget;

namespace sagascope::ui {

class MessageBar;

/// Saves what was read, with the person's notes, into a capture: asks where to, works beside the window, and tells in the
/// message bar how far it is and what became of it. One after the other. GUI thread; all that it is given must outlive it.
class CaptureSaver : public QObject
{
    Q_OBJECT

public:
    CaptureSaver(const ViewState& state, NoteBook& notes, MessageBar& messages, QWidget* window);
    /// What was taken out of the capture that is read, so that a copy of it says so, too.
    void setRedactedBefore(std::string redaction) { m_redactedBefore = std::move(redaction); }

    void ask(); ///< where to, and what is taken out first
    /// The snapshot and the notes are those of now.
    void save(session::CaptureOrder order);
    /// Only the notes, into a capture that is there.
    void saveNotes(const QString& capture);
    [[nodiscard]] bool isBusy() const { return m_worker.isBusy(); }
    void stop() { m_stop.requestStop(); }

Q_SIGNALS:
    void saved(const QString& path, quint64 records); ///< a capture; none where they were redacted: it lacks something
    void finished(bool isSaved);     ///< a capture, or only notes

private:
    struct End
    {
        session::CaptureOrder order;
        std::uint64_t notesRevision = 0;
        session::CaptureOutcome outcome;
        bool isNotesOnly = false;
        std::optional<base::Error> error;
    };
    struct Pace
    {
        std::atomic<std::uint64_t> done{0};
        std::atomic<std::uint64_t> total{0};
    };

    [[nodiscard]] bool begins();
    void showProgress();
    [[nodiscard]] QString progressText() const;
    void take(const End& end);
    void tellSaved(const End& end);
    void tellTrouble(const End& end);

    const ViewState& m_state;
    NoteBook& m_notes;
    MessageBar& m_messages;
    QWidget* m_window;
    std::string m_redactedBefore;
    QString m_name; ///< of the file that is written now
    std::shared_ptr<Pace> m_pace;
    QElapsedTimer m_since;
    QTimer m_patience;
    bool m_isTold = false;
    StopSource m_stop;
    LatestWins<End> m_worker;
};

} // namespace sagascope::ui
