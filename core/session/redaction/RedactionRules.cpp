// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/redaction/RedactionRules.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace sagascope::session {
namespace {

struct Word
{
    std::string_view name;
    bool RedactionRules::* rule;
};
constexpr std::array kWords{Word{"secrets", &RedactionRules::secrets}, Word{"email", &RedactionRules::emails},
                            Word{"phone", &RedactionRules::phones}, Word{"ip", &RedactionRules::addresses}};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::vector<std::string_view> partsOf(std::string_view words)
{
    std::vector<std::string_view> parts;
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(','), words.size());
        if (const auto part = trimmed(words.substr(0, end)); !part.empty())
            parts.push_back(part);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    return parts;
}

bool isLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

/// Names in other scripts stay as they are.
std::string plain(std::string_view name)
{
    std::string letters;
    for (const char c : name) {
        if (isLetterOrDigit(c))
            letters += c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
    }
    return letters;
}

/// RFC 6901, section 3: after `~` comes 0 or 1.
base::Result<void> checkPointer(std::string_view pointer)
{
    for (std::size_t i = pointer.find('~'); i != std::string_view::npos; i = pointer.find('~', i + 1)) {
        if (i + 1 == pointer.size() || (pointer[i + 1] != '0' && pointer[i + 1] != '1'))
            return base::Error{base::ErrorCode::InvalidArgument, std::string(pointer), "is no JSON pointer: ~ is written ~0, and / in a name ~1"};
    }
    return {};
}

base::Result<void> checkField(std::string_view field)
{
    if (field.starts_with('/'))
        return checkPointer(field);
    if (plain(field).empty() || field.find_first_of("/\"{}[]:") != std::string_view::npos)
        return base::Error{base::ErrorCode::InvalidArgument, std::string(field),
                           "is neither a member's name nor a JSON pointer, which begins with /"};
    return {};
}

std::vector<std::string> tokensOf(std::string_view pointer)
{
    std::vector<std::string> tokens;
    for (const char c : pointer) {
        if (c == '/')
            tokens.emplace_back();
        else if (std::string& token = tokens.back(); token.ends_with('~') && (c == '0' || c == '1'))
            token.back() = c == '0' ? '\0' : '/'; // a zero stands for `~`, so that `~01` becomes `~1`
        else
            token += c;
    }
    for (std::string& token : tokens)
        std::replace(token.begin(), token.end(), '\0', '~');
    return tokens;
}

} // namespace

base::Result<std::vector<std::string>> readRedactedFields(std::string_view words)
{
    std::vector<std::string> fields;
    for (const std::string_view part : partsOf(words)) {
        if (const auto checked = checkField(part); !checked)
            return checked.error();
        fields.emplace_back(part);
    }
    return fields;
}

base::Result<RedactionRules> readRedaction(std::string_view words)
{
    RedactionRules rules;
    for (const std::string_view part : partsOf(words)) {
        const auto known = std::find_if(kWords.begin(), kWords.end(), [&](const Word& word) { return word.name == part; });
        if (known != kWords.end()) {
            rules.*known->rule = true;
        } else if (part == "default") {
            for (const Word& word : kWords)
                rules.*word.rule = true;
        } else {
            const auto own = readRedactedFields(part);
            if (!own)
                return own.error();
            rules.fields.push_back(own->front());
        }
    }
    if (rules.isNone())
        return base::Error{base::ErrorCode::InvalidArgument, std::string(words), "names nothing to take out"};
    return rules;
}

std::string redactionText(const RedactionRules& rules)
{
    std::string text;
    const auto add = [&text](std::string_view part) { text.append(text.empty() ? "" : ", ").append(part); };
    for (const Word& word : kWords) {
        if (rules.*word.rule)
            add(word.name);
    }
    for (const std::string& field : rules.fields)
        add(field);
    return text;
}

RedactedFields::RedactedFields(const std::vector<std::string>& fields)
{
    for (const std::string& field : fields) {
        if (field.starts_with('/'))
            m_pointers.push_back(tokensOf(field));
        else
            m_names.push_back(plain(field));
    }
    std::sort(m_names.begin(), m_names.end());
}

bool RedactedFields::hasName(std::string_view name) const
{
    return !m_names.empty() && std::binary_search(m_names.begin(), m_names.end(), plain(name));
}

bool RedactedFields::hasPlace(const std::vector<std::string>& path) const
{
    return std::any_of(m_pointers.begin(), m_pointers.end(), [&](const std::vector<std::string>& pointer) {
        return pointer.size() == path.size()
            && std::equal(pointer.begin(), pointer.end(), path.begin(),
                          [](const std::string& wanted, const std::string& token) { return wanted == "*" || wanted == token; });
    });
}

bool isPhoneName(std::string_view name)
{
    static constexpr std::array<std::string_view, 8> kEnds{"phone",        "phonenumber", "mobile", "mobilenumber",
                                                           "phonemobile",  "msisdn",      "fax",    "telnumber"};
    const std::string letters = plain(name);
    return std::any_of(kEnds.begin(), kEnds.end(), [&](std::string_view end) { return letters.ends_with(end); });
}

} // namespace sagascope::session
