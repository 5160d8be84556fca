// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

#include "core/base/Ids.h"
#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// An id of any length in about twelve characters, both ends kept: `0f7c2a…91d2`.
[[nodiscard]] QString shortId(std::string_view id);
/// `dreamscape.payment.failed[1]@88214`.
[[nodiscard]] QString coordinatesText(const store::EventStore::View& events, base::EventIndex event);
/// `sagascope://event/…`, see session::EventAddress.
[[nodiscard]] QString linkText(const store::EventStore::View& events, base::EventIndex event);
/// A command that reads this one record with kcat; the brokers stay a variable of the shell.
[[nodiscard]] QString kcatCommand(const store::EventStore::View& events, base::EventIndex event);

} // namespace sagascope::ui
