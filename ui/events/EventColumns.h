// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <string>
#include <vector>

class QAction;
class QMenu;
class QSettings;
class QToolButton;

namespace sagascope::ui {

class EventTable;
class EventTableModel;
class ViewState;

/// Which columns the live table shows, and in which order and width: chosen in the menu of its header or of its button, by
/// dragging, or by naming a field of the payload. Built-in columns are hidden, those of payload fields go. GUI thread only;
/// table, model and state outlive it.
class EventColumns : public QObject
{
    Q_OBJECT

public:
    EventColumns(EventTable& table, EventTableModel& model, const ViewState& state);

    /// Shows what the steps lead to below the payload, as the last column, or brings the one that there is into view.
    void showPayload(std::vector<std::string> path);
    /// The same for a JSON pointer below the payload.
    void showPointer(const QString& pointer);
    /// Asks for a field of the payload.
    void ask();
    /// Opens the menu, which is filled for the header's section under a point, or for none.
    void fill(QMenu& menu, int column = -1);
    /// As it was in the beginning.
    void reset();

    void save(QSettings& settings) const;
    void restore(const QSettings& settings);
    void retranslate();
    [[nodiscard]] QToolButton* button() const { return m_button; } ///< for the room to place

private:
    void setShown(int column, bool isShown);
    void openHeaderMenu(const QPoint& at);
    [[nodiscard]] int columnNamed(const QString& name);

    EventTable& m_table;
    EventTableModel& m_model;
    const ViewState& m_state;
    QAction* m_add;
    QToolButton* m_button;
};

} // namespace sagascope::ui
