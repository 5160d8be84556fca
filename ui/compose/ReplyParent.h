// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

#include "core/compose/ParentEvent.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// The event that a draft answers, and where the session has it (not valid any more once another session runs).
struct ReplyParent
{
    base::EventIndex index;
    compose::ParentEvent event;
};

/// Decodes it from what was stored; nothing when the record holds no event. Any thread.
[[nodiscard]] std::optional<ReplyParent> readReplyParent(const session::Snapshot& snapshot, base::EventIndex event);

} // namespace sagascope::ui
