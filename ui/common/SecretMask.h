// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace sagascope::ui {

// core/event/SecretMask, which has the rule, for texts that are on screen.

/// Whether a member or header of this name holds something nobody should read over a shoulder (`resetToken`,
/// `password`, `cardNumber`, …).
[[nodiscard]] bool isSecretName(const QString& name);
/// What stands in for it; tells nothing about its length.
[[nodiscard]] QString maskedValue();
/// The text with its secrets masked, also where an object is encoded inside a JSON string.
[[nodiscard]] QString maskedText(const QString& raw);

/// The same for a name or an id from the wire, as it is drawn: pictures leave the program.
[[nodiscard]] QString shownText(std::string_view raw);

} // namespace sagascope::ui
