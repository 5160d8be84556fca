// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace sagascope::event {

/// A value as ByteJson reads it: what a record's line can hold, and "anything else" for what it can't.
using ByteList = std::vector<std::optional<std::string>>; ///< texts and nulls
struct OtherJson
{
};
using ByteValue = std::variant<std::nullptr_t, std::string, std::int64_t, ByteList, OtherJson>;

/// Reads one flat JSON object whose strings may hold any bytes, UTF-8 or not, raw or escaped. Values that are no
/// record's (nested objects, reals, mixed lists) are passed over by their brackets and quotes alone.
class ByteJson
{
public:
    explicit ByteJson(std::string_view text) : m_text(text) {}

    /// Calls `visit` for every member in order. False when the text is no object or goes on behind it.
    bool readObject(const std::function<void(std::string_view name, ByteValue value)>& visit);

    /// What stands between the quotes of a string, with its escapes read; wrong ones stay as they are.
    [[nodiscard]] static std::string unescaped(std::string_view content);

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    bool take(char c);
    bool takeWord(std::string_view word);
    void skipBlanks();
    bool readMember(const std::function<void(std::string_view, ByteValue)>& visit);
    std::optional<ByteValue> readValue();
    std::optional<ByteValue> readList();
    std::optional<std::string> readString();
    bool readEscape(std::string& out);
    bool readUnicodeEscape(std::string& out);
    bool readHexUnit(unsigned& unit);
    std::optional<ByteValue> readNumber();
    bool skipNested();

    std::string_view m_text;
    std::size_t m_at = 0;
};

} // namespace sagascope::event
