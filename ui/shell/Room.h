// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QSettings;

namespace sagascope::ui {

class NoteBook;
struct StartedSession;

/// One room of the window: built once, when it is first asked for, and shown when its rail entry is chosen. What happened
/// before it was built it finds in ViewState. A room that is not visible does no work on new snapshots; it catches up in
/// showEvent (Room calls refresh() then).
class Room : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString name() const = 0;  ///< stable, untranslated: "sagas", "events", …; names PNG files
    [[nodiscard]] virtual QString title() const = 0; ///< translated, for the rail
    /// Shows the state as it is now. Must return within a few milliseconds: work belongs in a worker.
    virtual void refresh() = 0;
    /// Another session runs from now on. Only rooms that do more than read snapshots care (Compose publishes).
    virtual void attach(const StartedSession& session) { Q_UNUSED(session) }
    /// What a person remarks about events and sagas; the book outlives the room. Once.
    virtual void setNotes(NoteBook& notes) { Q_UNUSED(notes) }
    /// Another room asked for this one, before it is shown.
    virtual void cameFromElsewhere() {}
    /// True when everything that refresh() started in workers is on screen (screenshots wait for it).
    [[nodiscard]] virtual bool isSettled() const { return true; }
    /// What a person arranged in the room, kept from one run to the next; keys begin with the room's name.
    virtual void save(QSettings& settings) const { Q_UNUSED(settings) }
    virtual void restore(const QSettings& settings) { Q_UNUSED(settings) }
    /// Asked before the window closes: false when the person would rather stay with what is not saved.
    [[nodiscard]] virtual bool canLeave() { return true; }

protected:
    void showEvent(QShowEvent* event) override
    {
        QWidget::showEvent(event);
        refresh();
    }
};

} // namespace sagascope::ui
