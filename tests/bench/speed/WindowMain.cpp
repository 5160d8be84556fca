// SPDX-License-Identifier: GPL-3.0-or-later
// The measurements with a window: sagascope_window_speed reopen|search|start|scroll [OPTION…]. Under xvfb-run as
// packaging/bench.sh starts it, or offscreen where no X server is wanted.
#include <cstdio>
#include <map>
#include <string>

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>

#include "tests/bench/speed/Measurements.h"

int main(int argc, char** argv)
{
    using namespace sagascope::bench;
    // The window remembers its layout: not that of whoever runs this.
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", QFile::encodeName(home.path()));
    qputenv("SAGASCOPE_CONFIG_DIR", QFile::encodeName(home.path()));
    const QApplication application(argc, argv);
    const std::map<std::string, void (*)(const Setup&)> measurements{
        {"reopen", measureReopening}, {"search", measureSearch}, {"start", measureStart}, {"scroll", measureScrolling}};
    const auto setup = readSetup(application);
    if (!setup)
        return 2;
    const auto found = measurements.find(setup->what);
    if (found == measurements.end()) {
        std::fprintf(stderr, "there is no measurement called %s\n", setup->what.c_str());
        return 2;
    }
    return run(*setup, found->second);
}
