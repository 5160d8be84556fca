// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WindowCommand.h"

#include <iostream>
#include <optional>

#include <QApplication>

#include "app/ConfigDirectory.h"
#include "app/Console.h"
#include "app/Definitions.h"
#include "app/DesktopHost.h"
#include "app/SavedProfile.h"
#include "ui/captures/CaptureDesk.h"
#include "ui/shell/Look.h"
#include "ui/shell/MainWindow.h"

namespace sagascope::app {
namespace {

ui::SourceRequest requestOf(const WindowOptions& options, const catalog::Catalog& catalog)
{
    const SourceOptions& source = options.source;
    if (source.kind == SourceKind::File)
        return ui::FileRequest{source.name, source.oneIn.value_or(1), options.isReadOnly};
    if (source.kind == SourceKind::Bootstrap)
        return ui::KafkaRequest{profileFor(source.name, catalog), scopeOf(source, {})};
    const demo::DemoOptions& demo = source.demo;
    return ui::DemoRequest{demo.seed, demo.rate, demo.failureRate, demo.duration, demo.platformShare};
}

/// The cluster that the command line names, with its secrets on the shelf where they came from standard input.
base::Result<std::optional<profile::ClusterProfile>> namedProfile(const SourceOptions& source, ui::ProfileShelf& shelf)
{
    if (source.kind != SourceKind::Profile)
        return std::optional<profile::ClusterProfile>();
    auto profile = savedProfile(source.name);
    if (!profile)
        return profile.error();
    if (source.isPasswordOnStdin) {
        const auto secrets = readSecrets(std::cin, *profile);
        if (!secrets)
            return secrets.error();
        shelf.rememberSecrets(profile->name, *secrets);
    }
    profile->scope = scopeOf(source, profile->scope);
    return std::optional(*std::move(profile));
}

/// As left last time, where the command line does not say otherwise.
void putOnLook(const WindowOptions& options)
{
    ui::Look look = ui::Look::remembered();
    if (!options.theme.empty())
        look.theme = options.theme == "light" ? ui::ThemeKind::Light : ui::ThemeKind::Dark;
    if (!options.language.empty())
        look.language = QString::fromStdString(options.language);
    look.putOn(*qApp);
}

/// What programs that were killed left behind.
void offerLeftBehind(ui::MainWindow& window, const SessionFolder& sessions)
{
    const std::vector<std::filesystem::path> captures = sessions.leftBehind();
    QStringList names;
    for (const std::filesystem::path& capture : captures)
        names.push_back(QString::fromStdU16String(capture.u16string()));
    window.captures().setLeftBehind(names, [captures] {
        for (const std::filesystem::path& capture : captures)
            removeLeftBehind(capture);
    });
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
    DesktopHost host(known->catalog, known->folder);
    const auto profile = namedProfile(options.source, host.profiles());
    if (!profile)
        return fail(profile.error());
    host.captureTo(options.source.capture);
    host.setCacheBytes(options.source.cacheBytes);
    const SessionFolder sessions(sessionsDirectory());
    host.keepSessionsIn(sessions);
    putOnLook(options); // before any widget: fonts reach them only then
    ui::MainWindow window(host);
    offerLeftBehind(window, sessions);
    window.setDefinitionFaults(linesOf(known->faults));
    window.restore();
    if (options.hasDiagnostics)
        window.watch().printRegularly();
    window.show();
    if (!options.link.empty())
        window.openLink(QString::fromStdString(options.link));
    if (*profile)
        window.connectTo(**profile);
    else if (!options.isWithoutSource)
        window.start(requestOf(options, *known->catalog));
    return QApplication::exec();
}

} // namespace sagascope::app
