// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace sagascope::event {

// What nobody should read over a shoulder, in a ticket or in a picture. Everything that leaves the program or is shown
// without having been asked for goes through here. It hides more than the finding `secret-in-payload` reports: a finding
// must not cry wolf, while a mask too many costs a click.

/// What stands in for a secret; tells nothing about its length.
inline constexpr std::string_view kMask = "••••••••";

/// Whether a member or header of this name holds a secret, whatever its case and punctuation: `resetToken`, `X-Api-Key`,
/// `user_password`, … A superset of namesSecret().
[[nodiscard]] bool isSecretName(std::string_view name);

/// Whether the value gives itself away whole: a card number, a web token, or credentials behind "Bearer".
[[nodiscard]] bool isSecretValue(std::string_view value);

/// The text with every secret in it masked: values under secret names (a whole object or list, too) in JSON, in JSON that is
/// encoded inside its strings, and in `name=value` or `name: value`; and whatever gives itself away. JSON stays JSON: a
/// masked number becomes a text, null stays null, and all else stays byte by byte as it was. Any bytes are fine; in
/// broken JSON what can be told apart is masked.
[[nodiscard]] std::string masked(std::string_view text);

} // namespace sagascope::event
