// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sagascope::ui {

// core/event/SecretMask, which has the rule, for texts that are on screen.

/// Whether a member or header of this name holds something nobody should read over a shoulder (`resetToken`,
/// `password`, `cardNumber`, …).
[[nodiscard]] bool isSecretName(const QString& name);
/// What stands in for it; tells nothing about its length.
[[nodiscard]] QString maskedValue();
/// The text with its secrets masked, also where an object is encoded inside a JSON string.
[[nodiscard]] QString maskedText(const QString& raw);

} // namespace sagascope::ui
