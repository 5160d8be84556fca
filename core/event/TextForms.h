// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string_view>

namespace sagascope::event {

enum class UuidForm : std::uint8_t {
    None,         ///< not 8-4-4-4-12 hex digits
    OtherVariant, ///< hex shaped, but its variant is not the one of RFC 4122
    Rfc4122,
};
[[nodiscard]] UuidForm uuidForm(std::string_view text);

/// `<major>.<minor>`, digits only.
[[nodiscard]] bool isVersion(std::string_view text);

/// A data URL, or a run of base64 characters of 4 KiB or more.
[[nodiscard]] bool embedsBinary(std::string_view text);

/// 13 to 19 digits (blanks or dashes between them) with the first digits of a payment network (ISO/IEC 7812) and a
/// right check digit (Luhn).
[[nodiscard]] bool looksLikeCardNumber(std::string_view text);

/// A member's name that announces a secret: `password`, `resetToken`, `client_secret`, `apiKey`, …
[[nodiscard]] bool namesSecret(std::string_view memberName);

/// `***`, `(redacted)` and the like: a secret that somebody took out already.
[[nodiscard]] bool isMasked(std::string_view value);

/// Trace id (32 hex digits, not all zero) of a W3C `traceparent`; empty when it is none.
[[nodiscard]] std::string_view traceIdOf(std::string_view traceparent);

} // namespace sagascope::event
