// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "core/base/Rule.h"
#include "core/saga/Saga.h"
#include "core/session/Query.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

/// One finding of the report: of a saga or of an unassigned event, with the offending events only.
struct ReportFinding
{
    std::string id; ///< "f1", "f2", … in the report's order
    base::Rule rule;
    std::string detail;
    std::string saga; ///< key; empty for an unassigned event
    std::vector<base::EventIndex> events;
};

struct ReportSaga
{
    saga::Story story;
    std::vector<std::string> findings; ///< ids
};

struct ReportUnassigned
{
    base::EventIndex event;
    identity::Repeat repeat = identity::Repeat::None;
    base::EventIndex repeatOf;
};

/// Everything that a snapshot holds, told: the contract of `sagascope report`. The order of its lists depends on the
/// set of records only, never on arrival. Holds on to the snapshot, which its event indices point into.
struct Report
{
    SnapshotPtr snapshot;
    std::vector<ReportSaga> sagas; ///< by start, key and first event
    std::vector<ReportUnassigned> unassigned;
    std::vector<base::EventIndex> undecodable;
    std::vector<base::EventIndex> later; ///< after the moment that the snapshot speaks of; they take no part
    std::vector<identity::Edge> edges; ///< declared, between sagas or with an unassigned end
    std::vector<ReportFinding> findings;
};

/// A score's part as both forms of the report write it: `482`, `EUR`, `5.000 s`.
[[nodiscard]] std::string valueText(const saga::ScorePart& part);

/// Costs grow with the session: call it off the GUI thread.
[[nodiscard]] Report makeReport(SnapshotPtr snapshot);

/// Only these sagas, each exactly as in the whole report, but for the numbers of the findings; nothing else. Costs grow with
/// the sagas, not with the session. Numbers that are no living saga's are passed over.
[[nodiscard]] Report makeReport(SnapshotPtr snapshot, const std::vector<base::SagaId>& only);

/// Leaves only the sagas that the query lets through in `sagas`; findings, edges and counts stay as they are. Times without
/// a zone are UTC.
void keepSagas(Report& report, const Query& query);

/// The JSON object of the contract, with a line break at the end.
[[nodiscard]] std::string toJson(const Report& report);
/// For people: totals, every saga with its steps and evidence, findings by rule, lag.
[[nodiscard]] std::string toText(const Report& report);
/// Of that, the sagas and the findings.
[[nodiscard]] std::string sagasToText(const Report& report);

} // namespace sagascope::session
