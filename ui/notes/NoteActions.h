// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

#include <variant>
#include <vector>

#include "ui/state/NoteBook.h"

class QMenu;
class QWidget;

namespace sagascope::ui {

/// What a note is about.
using NoteSubject = std::variant<base::EventIndex, base::SagaId>;

/// What a person remarks about events and sagas of one snapshot, from wherever they are pointed at. A value; GUI thread; the
/// book outlives it.
class NoteActions
{
    Q_DECLARE_TR_FUNCTIONS(NoteActions)

public:
    NoteActions(NoteBook& book, session::SnapshotPtr snapshot, std::vector<NoteSubject> subjects);

    /// Bookmarks all of them, or none when all of them are.
    void toggleBookmarks() const;
    /// Asks for the text of the first one's note.
    void edit(QWidget* parent) const;
    /// Adds both to a menu.
    void fill(QMenu& menu, QWidget* parent) const;

private:
    [[nodiscard]] NoteBook::Note noteOf(const NoteSubject& subject) const;
    [[nodiscard]] bool areAllBookmarked() const;

    NoteBook* m_book;
    session::SnapshotPtr m_snapshot;
    std::vector<NoteSubject> m_subjects;
};

/// What the note is about, in a few words: coordinates, or the saga's key.
[[nodiscard]] QString subjectText(const capture::Note& note);
/// A star for a bookmark, a pencil for a text; empty for no note.
[[nodiscard]] QString noteSign(const capture::Note* note);

} // namespace sagascope::ui
