// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include "core/session/Session.h"
#include "ui/events/EventTable.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/SessionHost.h"

namespace sagascope::bench {

/// A session that reads a capture, as the program makes one when it opens a file.
[[nodiscard]] std::shared_ptr<session::Session> sessionOf(const std::string& capture);

/// The real window at 1920×1080, with its Events room open. GUI thread.
class SpeedWindow
{
public:
    SpeedWindow();

    /// Opens a capture and shows it.
    void open(const std::string& capture);
    [[nodiscard]] ui::MainWindow& window() { return m_window; }
    [[nodiscard]] ui::EventTable& events() const { return *m_events; }
    /// Everything is read and told, and no worker has anything left to bring.
    [[nodiscard]] bool isComplete();

private:
    /// The window holds what it is given; nobody asks for another.
    class NoHost : public ui::SessionHost
    {
    public:
        QCoro::Task<base::Result<ui::StartedSession>> start(ui::SourceRequest) override
        {
            co_return base::Error{base::ErrorCode::Unreachable, "speed", "one session only"};
        }
    };

    NoHost m_host;
    ui::MainWindow m_window{m_host};
    ui::EventTable* m_events;
};

/// Handles events until it is so; throws after an hour.
void waitUntil(const std::function<bool()>& isSo);

} // namespace sagascope::bench
