// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <vector>

#include "core/base/Ids.h"

class QAction;
class QWidget;

namespace sagascope::ui {

class EventTable;
class EventTableModel;
class ViewState;

/// What can be done with the rows selected in the live table: copy them in several forms, reply, show their saga.
/// The actions are the table's too, so each works by its key without the menu.
class EventMenu : public QObject
{
    Q_OBJECT

public:
    EventMenu(EventTable& table, EventTableModel& model, ViewState& state);

    void popUp(const QPoint& globalPosition);
    void retranslate();

private:
    void setupActions();
    [[nodiscard]] std::vector<base::EventIndex> selectedEvents() const;
    [[nodiscard]] QString rowText(int row) const;
    [[nodiscard]] QString valueText(base::EventIndex event) const;
    template <typename TextOf> void copyEach(TextOf textOf) const;
    void copyRows();

    EventTable& m_table;
    EventTableModel& m_model;
    ViewState& m_state;
    QAction* m_copyRow;
    QAction* m_copyJson;
    QAction* m_copyCoordinates;
    QAction* m_copyKcat;
    QAction* m_copyLink;
    QAction* m_reply;
    QAction* m_showSaga;
};

} // namespace sagascope::ui
