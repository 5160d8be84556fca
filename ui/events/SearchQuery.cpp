// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/events/SearchQuery.h"

#include <algorithm>
#include <array>
#include <utility>

namespace sagascope::ui {
namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

std::optional<SearchTerm::Field> plainField(std::string_view name)
{
    using Field = SearchTerm::Field;
    static constexpr std::array<std::pair<std::string_view, Field>, 6> kFields{{{"topic", Field::Topic},
                                                                                {"type", Field::Type},
                                                                                {"source", Field::Source},
                                                                                {"service", Field::Source},
                                                                                {"state", Field::State},
                                                                                {"rule", Field::Rule}}};
    const auto found = std::find_if(kFields.begin(), kFields.end(), [&](const auto& f) { return f.first == name; });
    return found == kFields.end() ? std::nullopt : std::optional(found->second);
}

std::optional<SearchTerm> fieldTerm(std::string_view name, std::string_view value)
{
    const std::string field = toLowerAscii(name);
    if (const auto plain = plainField(field)) {
        SearchTerm term{*plain, std::string(value), {}, {}};
        if (*plain == SearchTerm::Field::State)
            term.state = saga::stateFromName(toLowerAscii(value));
        return term;
    }
    if (const auto kind = identity::kindFromName(field))
        return SearchTerm{SearchTerm::Field::Identifier, std::string(value), kind, {}};
    return std::nullopt;
}

void addTerm(std::string_view word, std::vector<SearchTerm>& terms)
{
    const std::size_t colon = word.find(':');
    if (colon != std::string_view::npos && colon > 0) {
        if (auto term = fieldTerm(word.substr(0, colon), word.substr(colon + 1))) {
            if (!term->text.empty())
                terms.push_back(std::move(*term));
            return;
        }
    }
    terms.push_back({SearchTerm::Field::Anything, std::string(word), {}, {}});
}

} // namespace

std::string toLowerAscii(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool containsIgnoringCase(std::string_view text, std::string_view lowerNeedle)
{
    const auto found = std::search(text.begin(), text.end(), lowerNeedle.begin(), lowerNeedle.end(),
                                   [](char t, char n) { return lower(t) == n; });
    return found != text.end() || lowerNeedle.empty();
}

std::vector<SearchTerm> parseSearch(std::string_view text)
{
    static constexpr std::string_view kBlanks = " \t\r\n";
    std::vector<SearchTerm> terms;
    for (std::size_t at = text.find_first_not_of(kBlanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(text.find_first_of(kBlanks, at), text.size());
        addTerm(text.substr(at, end - at), terms);
        at = text.find_first_not_of(kBlanks, end);
    }
    return terms;
}

} // namespace sagascope::ui
