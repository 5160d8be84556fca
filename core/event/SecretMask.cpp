// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/SecretMask.h"

#include <algorithm>
#include <array>

#include "core/event/JsonMask.h"
#include "core/event/TextForms.h"
#include "core/event/WordMask.h"

namespace sagascope::event {
namespace {

std::string lettersAndDigits(std::string_view name)
{
    std::string plain;
    plain.reserve(name.size());
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z')
            plain += char(c - 'A' + 'a');
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            plain += c;
    }
    return plain;
}

} // namespace

bool isSecretName(std::string_view name)
{
    static constexpr std::array<std::string_view, 14> kParts = {
        "token",  "password",   "passwd", "pwd", "passphrase", "secret",    "authorization",
        "cookie", "cardnumber", "cvv",    "cvc", "apikey",     "accesskey", "privatekey"};
    const std::string plain = lettersAndDigits(name);
    return std::any_of(kParts.begin(), kParts.end(),
                       [&](std::string_view part) { return plain.find(part) != std::string::npos; }) ||
           namesSecret(name);
}

bool isSecretValue(std::string_view value)
{
    return !value.empty() && WordMask(value).run() == kMask;
}

std::string masked(std::string_view text)
{
    return JsonMask(text).run();
}

} // namespace sagascope::event
