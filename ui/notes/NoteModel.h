// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

#include <vector>

#include "ui/state/NoteBook.h"
#include "ui/state/ViewState.h"

namespace sagascope::ui {

/// All notes and bookmarks, a row each: those of sagas, then those of events. GUI thread; book and state outlive it.
class NoteModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Sign, About, Changed, Text, kColumns };
    NoteModel(const NoteBook& book, const ViewState& state, QObject* parent = nullptr);

    [[nodiscard]] const capture::Note& noteAt(int row) const { return m_notes[std::size_t(row)]; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void refresh();
    [[nodiscard]] QString text(const capture::Note& note, int column) const;

    const NoteBook& m_book;
    const ViewState& m_state; ///< how times are written
    std::vector<capture::Note> m_notes;
};

} // namespace sagascope::ui
