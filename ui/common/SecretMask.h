// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringView>

namespace sagascope::ui {

/// Whether a member or header of this name holds something nobody should read over a shoulder (`resetToken`,
/// `password`, `cardNumber`, …).
[[nodiscard]] bool isSecretName(QStringView name);
/// Whether the value gives itself away: a JSON Web Token, or a card number (13 to 19 digits with a valid Luhn sum).
[[nodiscard]] bool isSecretValue(QStringView value);
/// What stands in for it; tells nothing about its length.
[[nodiscard]] QString maskedValue();
/// Raw text with the values of secret members masked, also where the object is encoded inside a JSON string.
[[nodiscard]] QString maskedText(const QString& raw);

} // namespace sagascope::ui
