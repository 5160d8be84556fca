// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WindowCommand.h"

#include <QApplication>

#include "app/Console.h"
#include "app/Definitions.h"
#include "app/DesktopHost.h"
#include "ui/shell/MainWindow.h"

namespace sagascope::app {
namespace {

base::Result<ui::SourceRequest> requestOf(const SourceOptions& source, const catalog::Catalog& catalog)
{
    if (source.kind == SourceKind::File)
        return ui::SourceRequest(ui::FileRequest{source.name});
    if (source.kind == SourceKind::Bootstrap)
        return ui::SourceRequest(ui::KafkaRequest{profileFor(source.name, catalog), source.start});
    if (source.kind == SourceKind::Profile) {
        auto profile = savedProfile(source.name, catalog);
        if (!profile)
            return profile.error();
        return ui::SourceRequest(ui::KafkaRequest{*std::move(profile), source.start});
    }
    const demo::DemoOptions& demo = source.demo;
    return ui::SourceRequest(ui::DemoRequest{demo.seed, demo.rate, demo.failureRate, demo.duration, demo.platformShare});
}

void applyLook(ui::MainWindow& window, const WindowOptions& options)
{
    window.restore();
    if (!options.theme.empty())
        window.setTheme(options.theme == "light" ? ui::ThemeKind::Light : ui::ThemeKind::Dark);
    if (!options.language.empty())
        window.setLanguage(QString::fromStdString(options.language));
}

QStringList linesOf(const std::vector<catalog::DefinitionFault>& faults)
{
    QStringList lines;
    for (const catalog::DefinitionFault& fault : faults)
        lines.push_back(QString::fromStdString(fault.text()));
    return lines;
}

int fail(const base::Error& error)
{
    complain(sentence(error));
    return kExitFailed;
}

} // namespace

int runWindow(const WindowOptions& options)
{
    const std::filesystem::path folder = options.definitions;
    const auto known = loadKnowledge(folder.empty() ? definitionsDirectory() : folder);
    if (!known)
        return fail(known.error());
    complain(known->faults);
    const auto request = requestOf(options.source, *known->catalog);
    if (!request)
        return fail(request.error());
    DesktopHost host(known->catalog, known->folder);
    ui::MainWindow window(host);
    window.setDefinitionFaults(linesOf(known->faults));
    applyLook(window, options);
    if (options.hasDiagnostics)
        window.watch().printRegularly();
    window.show();
    window.start(*request);
    return QApplication::exec();
}

} // namespace sagascope::app
