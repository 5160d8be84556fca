// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>

#include "core/session/copy/EventExport.h"
#include "ui/common/LatestWins.h"

class QWidget;

namespace sagascope::ui {

class EventTable;
class EventTableModel;
class MessageBar;

/// Writes the rows of the live table into a file, in a worker; the message bar tells how far it is, at what rate, and what became of
/// it, and there it can be stopped. One at a time. GUI thread; all must outlive it.
class EventExporter : public QObject
{
    Q_OBJECT

public:
    EventExporter(const EventTable& table, const EventTableModel& model, MessageBar& messages, QWidget* window);

    void ask();
    /// The rows as they are now, the columns as they are shown.
    [[nodiscard]] session::EventExport order() const;
    void write(session::EventExport order, const QString& path);
    void stop() { m_stop.requestStop(); }
    [[nodiscard]] bool isBusy() const { return m_worker.isBusy(); }

Q_SIGNALS:
    void finished();

private:
    struct Outcome
    {
        QString path;
        bool isMasked = true;
        std::size_t written = 0;
        std::size_t unreadable = 0;
        std::optional<base::Error> error;
    };
    void showProgress();
    [[nodiscard]] QString progressSentence() const;
    void tell(const Outcome& outcome);
    void tellTrouble(const Outcome& outcome);

    const EventTable& m_table;
    const EventTableModel& m_model;
    MessageBar& m_messages;
    QWidget* m_window;
    QString m_name; ///< of the file that is written
    std::size_t m_total = 0;
    std::shared_ptr<std::atomic<std::size_t>> m_done;
    QElapsedTimer m_since;
    QTimer m_tick;
    bool m_isTold = false;
    StopSource m_stop;
    LatestWins<Outcome> m_worker;
};

} // namespace sagascope::ui
