// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string_view>
#include <tuple>

#include "core/saga/Tell.h"
#include "core/session/Session.h"

namespace sagascope::session {

saga::Story storyOf(const Snapshot& snapshot, base::SagaId saga)
{
    if (saga.value >= snapshot.sagas.slotCount())
        return {};
    const saga::SagaSummary& summary = snapshot.sagas.saga(saga);
    if (!summary.events || !snapshot.catalog)
        return {};
    saga::Story story = saga::tell(*summary.events, snapshot.events, snapshot.identity, *snapshot.catalog,
                                   snapshot.takenAt, summary.inferred.get());
    for (saga::Candidate& candidate : story.candidates)
        candidate.saga = snapshot.sagas.alive(candidate.saga);
    const auto key = [&](const saga::Candidate& c) { return std::tuple(-c.score, std::string_view(snapshot.sagas.saga(c.saga).key)); };
    std::sort(story.candidates.begin(), story.candidates.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    return story;
}

} // namespace sagascope::session
