// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>
#include <memory>
#include <optional>

#include "core/base/Ids.h"
#include "core/base/Result.h"
#include "core/session/Snapshot.h"
#include "ui/common/StopToken.h"
#include "ui/topology/CausationGraph.h"
#include "ui/topology/Graph.h"
#include "ui/topology/GraphGeometry.h"
#include "ui/topology/LayoutCache.h"

namespace sagascope::ui {

/// A graph ready to be shown, or why it can't be.
struct Drawing
{
    QString subject; ///< what was drawn: two drawings of one subject share the person's view of it
    QString caption;
    Graph graph;
    GraphGeometry geometry;
    CausationSummary causation; ///< of a saga
    std::optional<base::Error> failure;
};

/// The causes and effects of a saga that was told, folded down to `most` nodes. For a worker; empty once stopped.
[[nodiscard]] Drawing drawStory(const saga::Story& story, const session::Snapshot& snapshot, std::size_t most,
                                LayoutCache& cache, StopToken stop = {});

/// The causes and effects of a saga, as of the snapshot. For a worker.
[[nodiscard]] Drawing drawSaga(const session::Snapshot& snapshot, base::SagaId saga, LayoutCache& cache);
/// The service map of all traffic; rates are those of the last seconds before the newest event. For a worker.
[[nodiscard]] Drawing drawServices(const session::Snapshot& snapshot, bool showsNeverSeen, LayoutCache& cache);

} // namespace sagascope::ui
