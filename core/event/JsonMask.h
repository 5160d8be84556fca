// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sagascope::event {

/// Walks over JSON, whole or broken, and copies it with the secrets masked in place. What stands outside of quotes and is no
/// number is read as plain text (WordMask). Part of SecretMask; one text, one use.
class JsonMask
{
public:
    /// `depth`: how many strings this text is encoded in.
    explicit JsonMask(std::string_view text, int depth = 0) : m_text(text), m_depth(depth) {}
    [[nodiscard]] std::string run();

private:
    void readString();
    void readBare();
    [[nodiscard]] std::size_t closingQuote(std::size_t from) const;
    [[nodiscard]] std::size_t skipBlanks(std::size_t at) const;
    [[nodiscard]] bool isHidden() const { return m_isNamedSecret || (!m_hidden.empty() && m_hidden.back()); }
    [[nodiscard]] std::string maskedContent(std::string_view content) const;
    void open();
    void close();
    void replace(std::size_t from, std::size_t to, std::string_view replacement);

    std::string_view m_text;
    int m_depth;
    std::size_t m_at = 0;
    std::size_t m_copied = 0;
    std::vector<bool> m_hidden;   ///< per open object or list: whether all in it is secret
    bool m_isNamedSecret = false; ///< what comes next is the value of a secret name
    std::string m_out;
};

} // namespace sagascope::event
