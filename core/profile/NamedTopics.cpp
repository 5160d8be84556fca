// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/profile/NamedTopics.h"

#include <cctype>
#include <optional>
#include <set>
#include <string_view>

namespace sagascope::profile {
namespace {

/// The one name that a pattern between anchors stands for; nothing where it may stand for several.
std::optional<std::string> onlyName(std::string_view pattern)
{
    if (pattern.size() < 3 || !pattern.starts_with('^') || !pattern.ends_with('$'))
        return std::nullopt;
    pattern = pattern.substr(1, pattern.size() - 2);
    std::string name;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool isEscaped = pattern[i] == '\\' && i + 1 < pattern.size();
        const char letter = isEscaped ? pattern[++i] : pattern[i];
        const bool isWord = std::isalnum(static_cast<unsigned char>(letter)) != 0 || letter == '_';
        const bool isPlain = isEscaped ? !isWord : isWord || letter == '-'; // `\d` is a class
        if (!isPlain || letter == '$')
            return std::nullopt;
        name += letter;
    }
    return name;
}

} // namespace

std::vector<std::string> namedTopics(const ClusterProfile& profile)
{
    std::set<std::string> names;
    for (const kafka::WatchedGroup& group : profile.groups)
        names.insert(group.topics.begin(), group.topics.end());
    if (auto name = onlyName(profile.topicPattern))
        names.insert(*std::move(name));
    return {names.begin(), names.end()};
}

} // namespace sagascope::profile
