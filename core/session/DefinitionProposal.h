// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <span>

#include "core/base/Ids.h"
#include "core/saga/Mining.h"
#include "core/session/Snapshot.h"

namespace sagascope::session {

/// A definition made from these sagas of the snapshot. It has the name of the definition that most of them follow, or one
/// made of their event types. Nothing when stopped, or when no saga of them has an event of a type. Of more than 5,000
/// sagas, as many are looked at, evenly spread over the list. Any thread; every payload of them is read again.
[[nodiscard]] std::optional<saga::Proposal> proposeDefinition(const SnapshotPtr& snapshot, std::span<const base::SagaId> sagas,
                                                              const std::function<bool()>& isStopped = {});

} // namespace sagascope::session
