// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <vector>

#include "core/base/Ids.h"

class QAction;
class QWidget;

namespace sagascope::ui {

class EventTable;
class EventTableModel;
class NoteBook;
class ViewState;

/// What can be done with the rows selected in the live table: copy them in several forms, compare, reply, show their saga.
/// The actions are the table's too, so each works by its key without the menu.
class EventMenu : public QObject
{
    Q_OBJECT

public:
    EventMenu(EventTable& table, EventTableModel& model, ViewState& state);

    void setNotes(NoteBook* notes) { m_notes = notes; } ///< offers to write them; outlives us
    void popUp(const QPoint& globalPosition);
    void retranslate();

Q_SIGNALS:
    void markWanted(sagascope::base::EventIndex event); ///< to compare others with it
    /// The selected event against another one; `other` is invalid when just one row is selected.
    void comparisonWanted(sagascope::base::EventIndex other, sagascope::base::EventIndex event);
    void exportWanted(); ///< of all rows
    void copiedWithRemark(const QString& sentence); ///< what a person should know of what lies on the clipboard now

private:
    void setupActions();
    [[nodiscard]] std::vector<base::EventIndex> selectedEvents() const;
    [[nodiscard]] QString rowText(int row) const;
    [[nodiscard]] QString valueText(base::EventIndex event, bool isOneOfSeveral) const;
    void compare();
    template <typename TextOf> void copyEach(TextOf textOf);
    [[nodiscard]] QStringList leftOut() const; ///< what is to be said of rows that a copy leaves out
    void put(const QStringList& texts, const QStringList& remarks);
    void copyRows();
    void copyJson();
    void copyPublishing();

    EventTable& m_table;
    EventTableModel& m_model;
    ViewState& m_state;
    NoteBook* m_notes = nullptr;
    QAction* m_copyRow;
    QAction* m_copyJson;
    QAction* m_copyCoordinates;
    QAction* m_copyKcat;
    QAction* m_copyPublishing;
    QAction* m_copyLink;
    QAction* m_export;
    QAction* m_mark;
    QAction* m_compare;
    QAction* m_reply;
    QAction* m_showSaga;
};

} // namespace sagascope::ui
