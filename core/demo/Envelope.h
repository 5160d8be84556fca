// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"
#include "core/demo/Story.h"
#include "core/kafka/Publisher.h"

namespace sagascope::demo {

/// How the services put an event on the wire: the JSON body with its members in their order (those not set are absent),
/// and the five headers, of which `correlationId` is an empty text where there is none. `now` is the producer's time.
[[nodiscard]] kafka::OutgoingRecord wireForm(const PlannedRecord& record, base::Timestamp now);

/// The wire form of a copy: `original` on the record's topic, with its added headers.
[[nodiscard]] kafka::OutgoingRecord wireFormOfCopy(const PlannedRecord& record, const kafka::OutgoingRecord& original,
                                                   base::Timestamp now);

} // namespace sagascope::demo
