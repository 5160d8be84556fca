// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notes/NotesDialog.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include "ui/common/TableColumns.h"
#include "ui/common/TableDress.h"
#include "ui/notes/NoteDialog.h"

namespace sagascope::ui {

NotesDialog::NotesDialog(NoteBook& book, const ViewState& state, QWidget* parent)
    : QDialog(parent), m_book(book), m_model(book, state), m_table(new QTableView), m_empty(new QLabel), m_go(new QPushButton(tr("&Go there"))),
      m_edit(new QPushButton(tr("&Edit…"))), m_remove(new QPushButton(tr("&Delete"))), m_undo(new QPushButton(tr("&Undo")))
{
    setWindowTitle(tr("Notes and bookmarks"));
    resize(760, 420);
    buildLayout();
    setupActions();
    connect(&m_model, &QAbstractItemModel::modelReset, this, &NotesDialog::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &NotesDialog::showState);
    select(0);
    showState();
}

void NotesDialog::buildLayout()
{
    dressTable(*m_table, m_model);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setAccessibleName(tr("Notes and bookmarks"));
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto fit = [this] { fitColumns(*m_table, {{NoteModel::About, 160}}, 240); };
    new WidthWatch(*m_table, fit);
    connect(&m_model, &QAbstractItemModel::modelReset, m_table, fit);
    m_empty->setObjectName(QStringLiteral("muted"));
    m_empty->setWordWrap(true);
    m_empty->setText(tr("Nothing is noted yet. Ctrl+B bookmarks the selected event or saga, Ctrl+M writes a note about it."));
    m_go->setObjectName(QStringLiteral("primary"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QPushButton* button : {m_go, m_edit, m_remove, m_undo})
        row->addWidget(button);
    row->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(10);
    column->addWidget(m_empty);
    column->addWidget(m_table, 1);
    column->addLayout(row);
}

void NotesDialog::setupActions()
{
    connect(m_go, &QPushButton::clicked, this, &NotesDialog::goTo);
    connect(m_edit, &QPushButton::clicked, this, &NotesDialog::edit);
    connect(m_remove, &QPushButton::clicked, this, &NotesDialog::remove);
    connect(m_undo, &QPushButton::clicked, &m_book, &NoteBook::undo);
    connect(m_table, &QTableView::activated, this, &NotesDialog::goTo);
    for (QPushButton* button : {m_go, m_edit, m_remove, m_undo})
        button->setAutoDefault(false); // Enter is the table's
    auto* deleteKey = new QShortcut(QKeySequence::Delete, m_table, {}, {}, Qt::WidgetShortcut);
    connect(deleteKey, &QShortcut::activated, this, &NotesDialog::remove);
    auto* undoKey = new QShortcut(QKeySequence::Undo, this);
    connect(undoKey, &QShortcut::activated, &m_book, &NoteBook::undo);
}

std::vector<capture::Note> NotesDialog::selected() const
{
    std::vector<capture::Note> notes;
    for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
        notes.push_back(m_model.noteAt(index.row()));
    return notes;
}

void NotesDialog::goTo()
{
    if (const auto notes = selected(); notes.size() == 1)
        Q_EMIT wanted(notes.front());
}

void NotesDialog::edit()
{
    const auto notes = selected();
    if (notes.size() != 1)
        return;
    auto* dialog = new NoteDialog(notes.front(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { m_book.put(dialog->note()); });
    dialog->open();
}

void NotesDialog::remove()
{
    const int row = m_table->currentIndex().row();
    m_book.remove(selected());
    select(std::min(row, m_model.rowCount() - 1));
}

/// Whatever keys are held: Ctrl+Shift+B opened the list.
void NotesDialog::select(int row)
{
    const QModelIndex index = m_model.index(row, NoteModel::About);
    if (row >= 0 && index.isValid())
        m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void NotesDialog::showState()
{
    const auto count = m_table->selectionModel()->selectedRows().size();
    m_go->setEnabled(count == 1);
    m_edit->setEnabled(count == 1);
    m_remove->setEnabled(count > 0);
    m_undo->setEnabled(m_book.canUndo());
    m_empty->setVisible(m_model.rowCount() == 0);
}

} // namespace sagascope::ui
