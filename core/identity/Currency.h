// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sagascope::identity {

/// A currency in two bytes. Services write its three letters in either case, so `eur` is `EUR`; anything that is not
/// three letters is kNoCurrency.
using CurrencyCode = std::uint16_t;
inline constexpr CurrencyCode kNoCurrency = 0;

[[nodiscard]] CurrencyCode currencyCode(std::string_view text);
[[nodiscard]] std::string currencyText(CurrencyCode code); ///< in capitals; empty for kNoCurrency

} // namespace sagascope::identity
