// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sagascope::identity {

/// What an identifier identifies. The names are part of the report's contract.
enum class IdentifierKind : std::uint8_t {
    Correlation,
    Saga,
    Trace,
    Booking,
    BookingReference,
    Payment,
    Refund,
    User,
    Search,
    Recommendation,
    Request,
    Notification,
    Entity,
};
inline constexpr int kIdentifierKindCount = 13;

[[nodiscard]] std::string_view kindName(IdentifierKind kind);
[[nodiscard]] std::optional<IdentifierKind> kindFromName(std::string_view name);

/// Correlation, saga and trace ids are there to say what belongs together; the rest are business ids.
[[nodiscard]] bool isDeclaredKind(IdentifierKind kind);

/// Kinds whose values live in one space: a booking's database id and its reference stand in the same field
/// (`bookingId`) on the platform, so equal values of both kinds are one identifier.
[[nodiscard]] IdentifierKind familyOf(IdentifierKind kind);

/// Values that stand for "none": empty, `temp`, `anonymous`, `guest`, `unknown`, `null`, `undefined`, … (case ignored).
[[nodiscard]] bool isPlaceholder(std::string_view value);

/// Whether the value has the form of a booking reference (`BOOK-YYYYMMDD-XXXXX`).
[[nodiscard]] bool looksLikeBookingReference(std::string_view value);

} // namespace sagascope::identity
