// SPDX-License-Identifier: GPL-3.0-or-later
// The measurements without a window: sagascope_speed broker|ledger|decode|memory|size [OPTION…]. Each in a process of its
// own, since one leaves its heap behind to the next. packaging/bench.sh runs them all.
#include <cstdio>
#include <map>
#include <string>

#include <QCoreApplication>

#include "tests/bench/speed/Measurements.h"

int main(int argc, char** argv)
{
    using namespace sagascope::bench;
    const QCoreApplication application(argc, argv);
    const std::map<std::string, void (*)(const Setup&)> measurements{
        {"broker", measureBroker}, {"ledger", measureLedger}, {"decode", measureDecode}, {"memory", measureMemory}, {"size", measureSize}};
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
