// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <vector>

#include "core/saga/Saga.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// A saga told by a worker, with the snapshot that its event indices point into. Immutable; shared by all views of it.
struct ToldSaga
{
    base::SagaId saga;
    session::SnapshotPtr snapshot; ///< never null
    saga::Story story;             ///< empty when `saga` is invalid
    std::vector<saga::StoryFinding> findings = {}; ///< its own and its events', most severe first
};
using ToldSagaPtr = std::shared_ptr<const ToldSaga>;

} // namespace sagascope::ui
