// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/NoteActions.h"

#include <QKeySequence>
#include <QMenu>

#include <algorithm>
#include <utility>

#include "core/session/EventAddress.h"
#include "ui/common/CodeText.h"
#include "ui/notes/NoteDialog.h"

namespace sagascope::ui {

NoteActions::NoteActions(NoteBook& book, session::SnapshotPtr snapshot, std::vector<NoteSubject> subjects)
    : m_book(&book), m_snapshot(std::move(snapshot)), m_subjects(std::move(subjects))
{
}

NoteBook::Note NoteActions::noteOf(const NoteSubject& subject) const
{
    return std::visit([this](auto about) { return m_book->about(*m_snapshot, about); }, subject);
}

bool NoteActions::areAllBookmarked() const
{
    return std::all_of(m_subjects.begin(), m_subjects.end(), [this](const NoteSubject& subject) { return noteOf(subject).isBookmarked; });
}

void NoteActions::toggleBookmarks() const
{
    const bool isWanted = !areAllBookmarked();
    for (const NoteSubject& subject : m_subjects) {
        NoteBook::Note note = noteOf(subject);
        note.isBookmarked = isWanted;
        m_book->put(std::move(note));
    }
}

void NoteActions::edit(QWidget* parent) const
{
    if (m_subjects.empty())
        return;
    auto* dialog = new NoteDialog(noteOf(m_subjects.front()), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QDialog::accepted, m_book, [book = m_book, dialog] { book->put(dialog->note()); });
    dialog->open();
}

void NoteActions::fill(QMenu& menu, QWidget* parent) const
{
    if (m_subjects.empty())
        return;
    const NoteActions self = *this;
    menu.addAction(areAllBookmarked() ? tr("Remove the bookmark") : tr("Bookmark"), QKeySequence(Qt::CTRL | Qt::Key_B), parent,
                   [self] { self.toggleBookmarks(); });
    menu.addAction(noteOf(m_subjects.front()).text.empty() ? tr("Add a note…") : tr("Edit its note…"), QKeySequence(Qt::CTRL | Qt::Key_M), parent,
                   [self, parent] { self.edit(parent); });
}

QString subjectText(const capture::Note& note)
{
    if (!note.saga.empty())
        return toQString(note.saga);
    return toQString(session::coordinatesText({note.topic, note.partition, note.offset, {}}));
}

QString noteSign(const capture::Note* note)
{
    if (note == nullptr)
        return {};
    return (note->isBookmarked ? QStringLiteral("★") : QString()) + (note->text.empty() ? QString() : QStringLiteral("✎"));
}

} // namespace sagascope::ui
