// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/speed/Setup.h"

namespace sagascope::bench {

// Each prints its lines (see Verdict) and throws when it cannot be made.

/// From a real broker, against a bare librdkafka loop that only counts and against kcat; of the way of a record.
void measureBroker(const Setup& setup);
/// What each stage of that way takes, one after the other on one core.
void measureLedger(const Setup& setup);
/// One core, from memory, against simdjson's own parse of the same bytes.
void measureDecode(const Setup& setup);
/// Resident bytes of a session that has read the capture, and what they are for.
void measureMemory(const Setup& setup);
/// The capture's size against its values, as they are and compressed as one.
void measureSize(const Setup& setup);

// With a window.

/// From opening the capture to the first rows painted, and to everything told.
void measureReopening(const Setup& setup);
/// Ids, fields and regular expressions, against the shell's tools on the same values.
void measureSearch(const Setup& setup);
/// From starting the program to the first frame on the screen.
void measureStart(const Setup& setup);
/// Frames of the events' table while it is scrolled.
void measureScrolling(const Setup& setup);

} // namespace sagascope::bench
