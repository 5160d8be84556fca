// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/NoteModel.h"

#include "ui/common/CodeText.h"
#include "ui/notes/NoteActions.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {

NoteModel::NoteModel(const NoteBook& book, const ViewState& state, QObject* parent)
    : QAbstractTableModel(parent), m_book(book), m_state(state), m_notes(book.all())
{
    connect(&book, &NoteBook::changed, this, &NoteModel::refresh);
}

void NoteModel::refresh()
{
    beginResetModel();
    m_notes = m_book.all();
    endResetModel();
}

int NoteModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_notes.size());
}

int NoteModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(kColumns);
}

QString NoteModel::text(const capture::Note& note, int column) const
{
    switch (column) {
    case Sign: return noteSign(&note);
    case About: return subjectText(note);
    case Text: return toQString(note.text).simplified();
    case Changed: return note.changedAt == base::kNoTime ? QString() : m_state.formatDateTime(note.changedAt).left(16);
    default: return {};
    }
}

QVariant NoteModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const capture::Note& note = noteAt(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(note, index.column());
    case Qt::ToolTipRole: return index.column() == Text ? toQString(note.text) : text(note, index.column());
    case Qt::FontRole: return index.column() == About || index.column() == Changed ? QVariant(Theme::current().monospace()) : QVariant();
    case Qt::AccessibleTextRole:
        return index.column() == Sign ? (note.isBookmarked ? tr("bookmark") : tr("note")) : text(note, index.column());
    default: return {};
    }
}

QVariant NoteModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case About: return tr("About");
    case Text: return tr("Note");
    case Changed: return tr("Written");
    default: return {};
    }
}

} // namespace sagascope::ui
