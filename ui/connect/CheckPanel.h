// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include "ui/connect/CheckRun.h"

class QLabel;
class QScrollArea;

namespace sagascope::ui {

/// The connection check below the form: a line for each stage, what failed in red. Hidden until one was asked for.
/// GUI thread.
class CheckPanel : public QFrame
{
    Q_OBJECT

public:
    explicit CheckPanel(QWidget* parent = nullptr);

    void start(const kafka::Profile& profile, const std::vector<std::string>& topics);
    void stop() { m_run.stop(); }
    void clear(); ///< stops, and forgets what was found
    [[nodiscard]] bool isRunning() const { return m_run.isRunning(); }
    [[nodiscard]] const CheckRun& run() const { return m_run; }

Q_SIGNALS:
    void runningChanged();

private:
    void refresh();
    [[nodiscard]] QString verdict() const;

    CheckRun m_run;
    bool m_wasRunning = false;
    QLabel* m_verdict;
    QScrollArea* m_area;
};

} // namespace sagascope::ui
