// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ScreenshotCommand.h"

#include <QCoroTask>
#include <QCoroTimer>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <optional>

#include "app/Console.h"
#include "app/Definitions.h"
#include "app/DesktopHost.h"
#include "app/Interrupt.h"
#include "core/session/Session.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Screenshots.h"

namespace sagascope::app {
namespace {

using namespace std::chrono_literals;

constexpr auto kFirstRecordPatience = 30s; ///< the demo's groups take a while to join; a cluster may be silent

int fail(const base::Error& error)
{
    complain(sentence(error));
    return kExitFailed;
}

ui::ScreenshotPlan planOf(const ScreenshotOptions& options)
{
    ui::ScreenshotPlan plan;
    plan.directory = QString::fromStdString(options.directory);
    plan.size = {options.width, options.height};
    plan.themes.clear();
    for (const std::string& theme : options.themes)
        plan.themes.push_back(theme == "light" ? ui::ThemeKind::Light : ui::ThemeKind::Dark);
    return plan;
}

/// Until the source is through, or a live one has been read for as long as was asked, from its first record on.
QCoro::Task<> warmUp(const session::Session& session, std::chrono::milliseconds limit)
{
    using Steady = std::chrono::steady_clock;
    const auto lastStart = Steady::now() + kFirstRecordPatience;
    std::optional<Steady::time_point> started;
    QTimer timer;
    timer.start(100ms);
    while (!session.waitUntilFinished(0ms) && !Interrupt::isRequested()) {
        const auto now = Steady::now();
        if (!started && (session.snapshot()->counts.records > 0 || now >= lastStart))
            started = now;
        if (started && now >= *started + limit)
            break;
        co_await timer;
    }
}

QCoro::Task<int> shoot(ui::MainWindow& window, ui::StartedSession started, const ScreenshotOptions& options)
{
    const std::shared_ptr<session::Session> session = started.session;
    window.attach(std::move(started));
    window.show();
    co_await warmUp(*session, options.warmUp);
    if (const auto failure = session->failure())
        co_return fail(*failure);
    const auto files = co_await ui::takeScreenshots(window, planOf(options));
    if (!files)
        co_return fail(files.error());
    for (const QString& file : *files)
        std::printf("%s\n", qUtf8Printable(file));
    co_return kExitFine;
}

} // namespace

int runScreenshot(const ScreenshotOptions& options)
{
    const auto known = loadNamedKnowledge(options.definitions);
    if (!known)
        return fail(known.error());
    complain(known->faults);
    const session::PublishedRecords published;
    auto opened = openSource(options.source, known->catalog, published);
    if (!opened)
        return fail(opened.error());
    Interrupt::install();
    DesktopHost host(known->catalog, known->folder);
    ui::MainWindow window(host);
    window.setLanguage(QString::fromStdString(options.language)); // empty: the system's
    return QCoro::waitFor(shoot(window, startSession(*std::move(opened), published, known->catalog), options));
}

} // namespace sagascope::app
