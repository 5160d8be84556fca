// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/Currency.h"

namespace sagascope::identity {
namespace {

constexpr unsigned kLetters = 26;
constexpr std::size_t kLength = 3;

} // namespace

CurrencyCode currencyCode(std::string_view text)
{
    if (text.size() != kLength)
        return kNoCurrency;
    unsigned code = 0;
    for (const char c : text) {
        const char upper = c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
        if (upper < 'A' || upper > 'Z')
            return kNoCurrency;
        code = code * kLetters + unsigned(upper - 'A');
    }
    return CurrencyCode(code + 1);
}

std::string currencyText(CurrencyCode code)
{
    if (code == kNoCurrency)
        return {};
    std::string text(kLength, 'A');
    unsigned rest = code - 1U;
    for (std::size_t i = kLength; i-- > 0; rest /= kLetters)
        text[i] = char('A' + rest % kLetters);
    return text;
}

} // namespace sagascope::identity
