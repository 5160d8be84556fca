// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "core/base/Result.h"
#include "core/base/Time.h"

namespace sagascope::kafka {

/// Where the tokens of SASL OAUTHBEARER come from. A plain value that holds secrets.
struct TokenSource
{
    std::string token{};    ///< used as it is, where no endpoint is named
    std::string endpoint{}; ///< URL: hands out tokens for a client's id and secret (RFC 6749, section 4.4)
    std::string clientId{};
    std::string clientSecret{};
    std::string scope{};

    friend bool operator==(const TokenSource&, const TokenSource&) = default;
};

struct AccessToken
{
    std::string value;
    std::string principal;   ///< the token's subject; never empty
    base::Timestamp expires; ///< by its claim, else by what the endpoint said, else in an hour
};

/// What a token says of itself. One that is no JSON Web Token is opaque to us, and fine. Error AuthenticationFailed
/// when it has expired at `now`.
[[nodiscard]] base::Result<AccessToken> readToken(std::string_view token, base::Timestamp now);

/// The token to log in with now. Asks the endpoint, where there is one, and waits for its answer with an event loop of
/// the calling thread, which may be any. Errors: Unreachable, AuthenticationFailed; the subject is the endpoint.
[[nodiscard]] base::Result<AccessToken> obtainToken(const TokenSource& source, std::chrono::milliseconds timeout);

} // namespace sagascope::kafka
