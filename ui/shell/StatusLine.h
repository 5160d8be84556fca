// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

#include "core/session/CatchUp.h"
#include "ui/state/ViewState.h"

class QLabel;

namespace sagascope::ui {

class ElidedLabel;
class EventLoopWatch;

/// The numbers at the bottom: what was read, how much of it is correlated, the lag, and how the program itself keeps up.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    StatusLine(ViewState& state, const EventLoopWatch& watch, QWidget* parent = nullptr);

    /// All so many records of the session are in this capture, too.
    void noteSaved(const QString& path, quint64 records);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void refreshProgram();
    void refreshCapture();
    [[nodiscard]] QString readingText() const;
    [[nodiscard]] QString catchUpText() const;
    [[nodiscard]] QString lagText() const;
    [[nodiscard]] QString behindText() const;
    ViewState& m_state;
    const EventLoopWatch& m_watch;
    QTimer m_pace;
    QLabel* m_events;
    QLabel* m_sagas;
    QLabel* m_correlated;
    QLabel* m_lag;
    ElidedLabel* m_reading;
    QLabel* m_lost;
    QLabel* m_capture;
    ElidedLabel* m_program;
    session::CatchUp m_catchUp;
    int m_updates = 0;
    QString m_savedAs;
    quint64 m_savedRecords = 0; ///< 0: nothing was saved
};

} // namespace sagascope::ui
