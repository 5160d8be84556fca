// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "core/saga/Saga.h"
#include "core/store/EventStore.h"

namespace sagascope::review {

/// Everything found in one saga: what it breaks as a whole together with what its events break by themselves. One entry
/// per rule with all its events, in logical order; the most severe rules first, then by name. Any thread.
[[nodiscard]] std::vector<saga::StoryFinding> findingsOf(const saga::Story& story, const store::EventStore::View& events);

/// What of that points at one event. Each entry names all events of its rule, so that a reader gets from one to the
/// next. With an empty story (the event belongs to none) what the event breaks by itself. Any thread.
[[nodiscard]] std::vector<saga::StoryFinding> findingsAt(base::EventIndex event, const saga::Story& story,
                                                         const store::EventStore::View& events);

} // namespace sagascope::review
