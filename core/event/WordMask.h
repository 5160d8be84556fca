// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace sagascope::event {

/// Masks what gives itself away in plain text: `password=…`, `Authorization: Bearer …`, web tokens (RFC 7519 and whatever
/// else is base64 of a JSON object), card numbers. Part of SecretMask; one text, one use.
class WordMask
{
public:
    explicit WordMask(std::string_view text) : m_text(text) {}
    [[nodiscard]] std::string run();

private:
    [[nodiscard]] bool isAtWord(std::size_t at) const;
    [[nodiscard]] std::size_t endOfToken(std::size_t at) const;
    [[nodiscard]] std::size_t endOfCard(std::size_t at) const;
    [[nodiscard]] std::size_t endOfCredentials(std::size_t at) const;
    [[nodiscard]] std::size_t endOfWord(std::size_t at) const;
    [[nodiscard]] bool isNamedSecret(std::size_t separator) const;
    void maskNamed(std::size_t separator);
    void maskTo(std::size_t from, std::size_t to);

    std::string_view m_text;
    std::size_t m_at = 0;
    std::size_t m_copied = 0; ///< of m_text, in m_out
    std::string m_out;
};

} // namespace sagascope::event
