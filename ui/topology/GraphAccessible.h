// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace sagascope::ui {

/// Tells screen readers of a GraphCanvas as a list whose items are its nodes, each with its text, its place and whether
/// it is selected. Call once before the first canvas is asked for; more calls do nothing. GUI thread only.
void makeGraphsAccessible();

} // namespace sagascope::ui
