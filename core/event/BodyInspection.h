// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/event/HitList.h"
#include "core/event/JsonNode.h"

namespace sagascope::event {

/// Looks at every value of the body for what should not travel in an event: secrets and embedded files. The hits
/// point at the places (RFC 6901) and never hold a value.
void inspectBody(JsonNode body, HitList& hits);

} // namespace sagascope::event
