// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "core/base/Ids.h"
#include "core/capture/CaptureAnnex.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// A person's bookmarks and notes about the running session: events by their coordinates, sagas by their key, so that they
/// mean the same when the capture is opened again. GUI thread.
class NoteBook : public QObject
{
    Q_OBJECT

public:
    using Note = capture::Note;
    explicit NoteBook(QObject* parent = nullptr) : QObject(parent) {}

    /// What there is about the event or saga; null for nothing. Valid until the book changes.
    [[nodiscard]] const Note* find(const session::Snapshot& snapshot, base::EventIndex event) const;
    [[nodiscard]] const Note* find(const session::Snapshot& snapshot, base::SagaId saga) const;
    [[nodiscard]] const Note* findSaga(std::string_view key) const;
    /// That, or a new one about it that says nothing yet.
    [[nodiscard]] Note about(const session::Snapshot& snapshot, base::EventIndex event) const;
    [[nodiscard]] Note about(const session::Snapshot& snapshot, base::SagaId saga) const;
    [[nodiscard]] std::vector<Note> all() const; ///< those of sagas by key, then those of events by coordinates
    [[nodiscard]] bool isEmpty() const { return m_notes.empty(); }

    /// Takes the place of what there was about the same; one that says nothing takes it away.
    void put(Note note);
    void remove(const std::vector<Note>& notes);
    [[nodiscard]] bool canUndo() const { return !m_removed.empty(); }
    void undo(); ///< brings back what the last remove() took away, unless there is a newer one about the same

    /// Another session, and what its capture holds.
    void load(std::vector<Note> notes);
    /// Grows with every change; what was saved is told by the revision that it had.
    [[nodiscard]] std::uint64_t revision() const { return m_revision; }
    void setSaved(std::uint64_t revision);
    [[nodiscard]] bool isModified() const { return m_revision != m_saved; }

Q_SIGNALS:
    void changed();

private:
    using Place = std::tuple<std::string, std::string, std::int32_t, std::int64_t>; ///< of a saga only its key
    [[nodiscard]] static Place placeOf(const Note& note);
    [[nodiscard]] static Note placed(const session::Snapshot& snapshot, base::EventIndex event);
    [[nodiscard]] static Note placed(const session::Snapshot& snapshot, base::SagaId saga);
    [[nodiscard]] const Note* find(const Note& note) const;
    void noteChange();

    std::map<Place, Note> m_notes;
    std::vector<std::vector<Note>> m_removed;
    std::uint64_t m_revision = 0;
    std::uint64_t m_saved = 0;
};

/// Whether it says anything.
[[nodiscard]] inline bool isBlank(const capture::Note& note)
{
    return !note.isBookmarked && note.text.empty();
}

} // namespace sagascope::ui
