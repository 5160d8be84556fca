// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <atomic>
#include <memory>
#include <vector>

#include "core/kafka/ConnectionCheck.h"

namespace sagascope::ui {

/// A connection check in a pool thread, told step by step. Nobody waits for it: stopping, or ending this object, lets
/// the worker find out by itself. GUI thread.
class CheckRun : public QObject
{
    Q_OBJECT

public:
    explicit CheckRun(QObject* parent = nullptr) : QObject(parent) {}
    ~CheckRun() override;

    void start(const kafka::Profile& profile, const std::vector<std::string>& topics);
    void stop(); ///< what was found so far stays
    [[nodiscard]] bool isRunning() const { return m_isStopped != nullptr; }
    [[nodiscard]] const std::vector<kafka::CheckStep>& steps() const { return m_steps; }

Q_SIGNALS:
    void changed(); ///< another step, or it is over

private:
    using Flag = std::shared_ptr<std::atomic<bool>>;
    void take(const Flag& run, const kafka::CheckStep& step);
    void finish(const Flag& run);

    std::vector<kafka::CheckStep> m_steps;
    Flag m_isStopped; ///< null: nothing runs
};

} // namespace sagascope::ui
