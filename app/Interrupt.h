// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sagascope::app {

/// Ctrl-C (and a polite kill) as a question instead of an end. A second one ends the program at once.
class Interrupt
{
public:
    /// Listens from here on; what was asked for before is done with.
    static void install();
    [[nodiscard]] static bool isRequested();
};

} // namespace sagascope::app
