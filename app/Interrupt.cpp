// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/Interrupt.h"

#include <csignal>

namespace sagascope::app {
namespace {

volatile std::sig_atomic_t g_isRequested = 0; // a handler may touch nothing else

extern "C" void onInterrupt(int signal)
{
    g_isRequested = 1;
    std::signal(signal, SIG_DFL);
}

} // namespace

void Interrupt::install()
{
    g_isRequested = 0;
    std::signal(SIGINT, onInterrupt);
    std::signal(SIGTERM, onInterrupt);
}

bool Interrupt::isRequested()
{
    return g_isRequested != 0;
}

} // namespace sagascope::app
