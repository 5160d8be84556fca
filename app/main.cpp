// SPDX-License-Identifier: GPL-3.0-or-later
#include <QApplication>

#include <cstdio>
#include <variant>

#include "app/CommandLine.h"
#include "app/Console.h"
#include "app/ReportCommand.h"
#include "app/ScreenshotCommand.h"
#include "app/WindowCommand.h"
#include "ui/theme/Theme.h"

namespace {

using namespace sagascope;

/// What settings are filed under; the same for every command.
void nameApplication()
{
    QCoreApplication::setOrganizationName(QStringLiteral("sagascope"));
    QCoreApplication::setApplicationName(QStringLiteral("sagascope"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SAGASCOPE_VERSION));
}

struct Runner
{
    int argc;
    char** argv;

    int operator()(const app::Answer& answer) const
    {
        std::fputs(answer.text.c_str(), stdout);
        return app::kExitFine;
    }

    int operator()(const app::ReportOptions& options)
    {
        QCoreApplication application(argc, argv);
        nameApplication();
        return app::runReport(options);
    }

    int operator()(const app::ScreenshotOptions& options)
    {
        // Pictures need no screen, and must not depend on the one that happens to be there.
        if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
            qputenv("QT_QPA_PLATFORM", "offscreen");
        QApplication application(argc, argv);
        nameApplication();
        ui::Theme::current().apply(application, ui::ThemeKind::Dark);
        return app::runScreenshot(options);
    }

    int operator()(const app::WindowOptions& options)
    {
        QApplication application(argc, argv);
        nameApplication();
        return app::runWindow(options);
    }
};

} // namespace

int main(int argc, char** argv)
{
    const auto command = app::parseCommandLine(argc, argv);
    if (!command) {
        app::complain(app::sentence(command.error()));
        return app::kExitFailed;
    }
    Runner runner{argc, argv};
    return std::visit(runner, *command);
}
