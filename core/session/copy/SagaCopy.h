// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "core/session/JsonStream.h"
#include "core/session/Report.h"

namespace sagascope::session {

// Sagas written down for somebody else: for a ticket, a document, a script. Secrets are masked in all of it, by
// event/SecretMask, in payloads, headers and keys as in every name and id. Each function is pure and for any thread, and
// gives the same text for the same saga.

/// Told after each event how many are written; false: nobody waits any more.
using CopyProgress = std::function<bool(std::size_t events)>;

/// The report's contract for these sagas alone (`contract`, `asOf`, `layers`, `sagas`, `findings`), each of their events
/// with `brokerTime`, `key`, `headers` and `payload` added. False when the sink or the progress stopped it.
bool writeJson(const Report& report, const TextSink& sink, const CopyProgress& progress = {});

/// The sagas' events as JSON lines, in logical order, as `kcat -J` prints them and as `--import` reads them. A payload that is
/// no JSON is left out whole, with a text in its place that says so. False when stopped.
bool writeJsonLines(const Report& report, const TextSink& sink, const CopyProgress& progress = {});

/// A sequence diagram of services and topics; repeats are folded into loops, links that were inferred are dashed,
/// compensations and steps that are missing are notes. What comes after `kMostTurns` is a note with its number.
[[nodiscard]] std::string toMermaid(const saga::Story& story, const Snapshot& snapshot);
[[nodiscard]] std::string toPlantUml(const saga::Story& story, const Snapshot& snapshot);
inline constexpr int kMostTurns = 500; ///< what the tools that draw such diagrams still take

} // namespace sagascope::session
