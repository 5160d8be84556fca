// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <atomic>
#include <memory>
#include <optional>

#include "core/profile/ClusterProfile.h"
#include "core/session/EstimateReport.h"

class QLabel;
class QProgressBar;
class QTableWidget;

namespace sagascope::ui {

/// How much reading a cluster would bring, below the form: records, bytes and memory, topic by topic, before anything is
/// read. Hidden until it was asked for. GUI thread; the cluster is asked in a pool thread, and nobody waits for that.
class EstimatePanel : public QFrame
{
    Q_OBJECT

public:
    explicit EstimatePanel(QWidget* parent = nullptr);
    ~EstimatePanel() override;

    void start(const kafka::Profile& profile, const profile::Scope& scope);
    void stop();
    void clear(); ///< stops, and forgets what was found
    [[nodiscard]] bool isRunning() const { return m_isStopped != nullptr; }
    /// What the last one found; nothing before its end, and where it failed.
    [[nodiscard]] const std::optional<session::EstimateReport>& report() const { return m_report; }

Q_SIGNALS:
    void runningChanged();

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;
    void take(const Flag& run, base::Result<session::EstimateReport> report);
    void showProgress(const Flag& run, int done, int of);
    void showReport(const session::EstimateReport& report);
    void showText(const QString& title, const QString& text, bool isFault);
    void setRunning(Flag run);

    QLabel* m_title;
    QLabel* m_text;
    QProgressBar* m_progress;
    QTableWidget* m_topics;
    Flag m_isStopped; ///< null: nothing runs
    std::optional<session::EstimateReport> m_report;
};

} // namespace sagascope::ui
