// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/saga/FindingSink.h"
#include "core/saga/SagaFindings.h"

namespace sagascope::saga {

/// The rules of the group Causation that need more than one event: what caused what, how deep, in which order, and
/// whether events stand in for a call.
void findCausation(const FindingInput& input, FindingSink& findings);

/// `request-reply`: `reply` lies on a result topic and answers `request` within a short delay. The link between the two
/// is the caller's to know.
[[nodiscard]] bool isPromptReply(base::EventIndex reply, base::EventIndex request, const store::EventStore::View& events);

} // namespace sagascope::saga
