// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/PropertiesText.h"

#include <charconv>
#include <cstdint>

namespace sagascope::profile {
namespace {

constexpr std::string_view kBlanks = " \t\f\r";

std::string_view withoutLeading(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    return text;
}

std::string_view trimmed(std::string_view text)
{
    text = withoutLeading(text);
    return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

std::string_view takeLine(std::string_view& text)
{
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    return line;
}

bool isContinued(std::string_view line)
{
    const auto last = line.find_last_not_of('\\');
    const std::size_t slashes = line.size() - (last == std::string_view::npos ? 0 : last + 1);
    return slashes % 2 == 1;
}

/// Lines of which one ends where no odd run of backslashes does.
std::string takeLogicalLine(std::string_view& text)
{
    std::string whole;
    bool isOpen = true;
    while (isOpen && !text.empty()) {
        std::string_view line = withoutLeading(takeLine(text));
        const bool isRemark = whole.empty() && (line.starts_with('#') || line.starts_with('!'));
        isOpen = !isRemark && isContinued(line);
        whole += isOpen ? line.substr(0, line.size() - 1) : line;
    }
    return whole;
}

void appendUtf8(std::string& text, std::uint32_t code)
{
    if (code < 0x80) {
        text += char(code);
    } else if (code < 0x800) {
        text += char(0xC0 | (code >> 6));
        text += char(0x80 | (code & 0x3F));
    } else {
        text += char(0xE0 | (code >> 12));
        text += char(0x80 | ((code >> 6) & 0x3F));
        text += char(0x80 | (code & 0x3F));
    }
}

std::string unescaped(std::string_view text)
{
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 1 == text.size()) {
            plain += text[i];
            continue;
        }
        const char escape = text[++i];
        std::uint32_t code = 0;
        const auto digits = text.substr(i + 1, 4);
        if (escape == 'u' && digits.size() == 4
            && std::from_chars(digits.data(), digits.data() + 4, code, 16).ptr == digits.data() + 4) {
            appendUtf8(plain, code);
            i += 4;
            continue;
        }
        constexpr std::string_view kNames = "tnrf";
        const auto known = kNames.find(escape);
        plain += known == std::string_view::npos ? escape : "\t\n\r\f"[known];
    }
    return plain;
}

/// Where the name of a Java property ends.
std::size_t nameEnd(std::string_view line)
{
    std::size_t end = 0;
    while (end < line.size() && std::string_view("=: \t\f").find(line[end]) == std::string_view::npos)
        end += line[end] == '\\' ? 2 : 1;
    return std::min(end, line.size());
}

/// A word, or what stands between double quotes.
std::string takeValue(std::string_view& text)
{
    std::string value;
    if (!text.starts_with('"')) {
        const auto end = std::min(text.find_first_of(" \t\n;"), text.size());
        value = text.substr(0, end);
        text.remove_prefix(end);
        return value;
    }
    text.remove_prefix(1);
    while (!text.empty() && text.front() != '"') {
        if (text.front() == '\\' && text.size() > 1)
            text.remove_prefix(1);
        value += text.front();
        text.remove_prefix(1);
    }
    text.remove_prefix(std::min<std::size_t>(1, text.size()));
    return value;
}

std::string_view unquoted(std::string_view text)
{
    const bool isQuoted = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
    return isQuoted ? text.substr(1, text.size() - 2) : text;
}

} // namespace

Properties javaProperties(std::string_view text)
{
    Properties properties;
    while (!text.empty()) {
        const std::string line = takeLogicalLine(text);
        if (line.empty() || line.front() == '#' || line.front() == '!')
            continue;
        const std::size_t end = nameEnd(line);
        std::string_view value = withoutLeading(std::string_view(line).substr(end));
        if (value.starts_with('=') || value.starts_with(':'))
            value = withoutLeading(value.substr(1));
        properties.emplace_back(unescaped(std::string_view(line).substr(0, end)), unescaped(value));
    }
    return properties;
}

Properties kcatProperties(std::string_view text)
{
    Properties properties;
    while (!text.empty()) {
        const std::string_view line = trimmed(takeLine(text));
        const auto equals = line.find('=');
        if (line.empty() || line.front() == '#')
            continue;
        const auto value = equals == std::string_view::npos ? std::string_view() : trimmed(line.substr(equals + 1));
        properties.emplace_back(trimmed(line.substr(0, equals)), value);
    }
    return properties;
}

Properties environmentLines(std::string_view text)
{
    Properties properties;
    for (auto& [name, value] : kcatProperties(text)) {
        constexpr std::string_view kExport = "export ";
        const auto bare = name.starts_with(kExport) ? trimmed(std::string_view(name).substr(kExport.size())) : std::string_view(name);
        properties.emplace_back(bare, unquoted(value));
    }
    return properties;
}

std::map<std::string, std::string> jaasOptions(std::string_view text)
{
    std::map<std::string, std::string> options;
    constexpr std::string_view kBetween = " \t\r\n;";
    text.remove_prefix(std::min(text.find_first_not_of(kBetween), text.size()));
    options[{}] = takeValue(text);
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(kBetween), text.size()));
        if (text.empty())
            return options;
        const auto end = std::min(text.find_first_of("= \t\r\n;"), text.size());
        const std::string name(text.substr(0, end));
        text.remove_prefix(end);
        if (!text.starts_with('='))
            continue; // a flag such as `required`
        text.remove_prefix(1);
        options[name] = takeValue(text);
    }
}

} // namespace sagascope::profile
