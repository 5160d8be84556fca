// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/speed/SpeedWindow.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

#include <filesystem>
#include <stdexcept>

#include "core/session/CaptureSource.h"
#include "tests/bench/speed/Records.h"

namespace sagascope::bench {

std::shared_ptr<session::Session> sessionOf(const std::string& capture)
{
    static const auto catalog = theCatalog();
    session::SessionOptions options;
    options.catalog = catalog;
    options.columnFolder = std::filesystem::path(capture).parent_path();
    return std::make_shared<session::Session>(orThrow(session::openRecording(capture, catalog.get())), options);
}

SpeedWindow::SpeedWindow()
{
    m_window.resize(1920, 1080);
    m_window.show();
    m_window.showRoom(QStringLiteral("events"));
    m_events = m_window.findChild<ui::EventTable*>();
    if (!m_events)
        throw std::runtime_error("the window has no table of events");
}

void SpeedWindow::open(const std::string& capture)
{
    ui::StartedSession started;
    started.session = sessionOf(capture);
    m_window.attach(std::move(started));
}

bool SpeedWindow::isComplete()
{
    const auto live = m_window.state().live();
    return live && live->isFinished && m_window.isSettled();
}

void waitUntil(const std::function<bool()>& isSo)
{
    constexpr qint64 kHour = 3'600'000;
    constexpr int kLookMs = 2;
    QElapsedTimer clock;
    clock.start();
    QTimer look; // with a longest time, processEvents() would not wait but turn in circles on a processor that others need
    look.start(kLookMs);
    while (!isSo()) {
        if (clock.elapsed() > kHour)
            throw std::runtime_error("nothing comes any more");
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents);
    }
}

} // namespace sagascope::bench
