// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include "core/session/Session.h"

namespace sagascope::test {

/// A finished session that read `stories` stories of the demo's plan, all dialects and kinds, without any broker: the
/// records lie in one batch, with the times that the plan gives them. The same every time.
[[nodiscard]] std::shared_ptr<session::Session> stagedSession(int stories);

} // namespace sagascope::test
