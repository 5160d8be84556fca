// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

#include "core/base/Hash.h"

namespace sagascope::session {

/// What stands in for values that are taken out: the same for the same value, another for another one, so that what
/// belonged together still does. It keeps the form that the analysis looks at (a UUID stays one, a number a number) and
/// tells nothing but how many values came before. One thread.
class Pseudonyms
{
public:
    /// `redacted-17`, `redacted-17@redacted.invalid`, `198.18.0.17`, `2001:db8::17`, `999000000017`, a UUID or a booking reference.
    [[nodiscard]] std::string of(std::string_view value);
    /// As a JSON number, whatever kind of number it was.
    [[nodiscard]] std::string ofNumber(std::string_view number);
    /// `+999000000017`: no country has this code (ITU-T E.164).
    [[nodiscard]] std::string ofPhone(std::string_view phone);

private:
    [[nodiscard]] std::string ofAddress(std::string_view address);
    [[nodiscard]] std::uint32_t numberOf(std::string_view value);
    std::unordered_map<base::IdHash, std::uint32_t> m_numbers;
};

} // namespace sagascope::session
