// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "ui/notes/NoteModel.h"

class QLabel;
class QPushButton;
class QTableView;

namespace sagascope::ui {

/// The list of all notes and bookmarks, beside the window: goes to what a note is about, edits and deletes, and takes a
/// deletion back. GUI thread; book and state outlive it.
class NotesDialog : public QDialog
{
    Q_OBJECT

public:
    NotesDialog(NoteBook& book, const ViewState& state, QWidget* parent = nullptr);

Q_SIGNALS:
    void wanted(const sagascope::capture::Note& note); ///< to be gone to

private:
    void buildLayout();
    void setupActions();
    [[nodiscard]] std::vector<capture::Note> selected() const;
    void goTo();
    void edit();
    void remove();
    void select(int row);
    void showState();

    NoteBook& m_book;
    NoteModel m_model;
    QTableView* m_table;
    QLabel* m_empty;
    QPushButton* m_go;
    QPushButton* m_edit;
    QPushButton* m_remove;
    QPushButton* m_undo;
};

} // namespace sagascope::ui
