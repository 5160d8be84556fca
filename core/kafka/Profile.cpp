// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/kafka/Profile.h"

#include <algorithm>
#include <array>
#include <regex>

namespace sagascope::kafka {

namespace {

using base::Error;
using base::ErrorCode;

/// Properties that would break what we promise: to be unseen, and to have every record counted.
constexpr std::array<std::string_view, 9> kNotOverridable{
    "group.id",
    "group.instance.id",
    "enable.auto.commit",
    "enable.auto.offset.store",
    "enable.partition.eof",
    "auto.offset.reset",
    "allow.auto.create.topics",
    "bootstrap.servers",
    "metadata.broker.list",
};

std::string problemOfPattern(const std::string& pattern)
{
    // std::regex has no other way to say that a pattern does not parse.
    try {
        const std::regex parsed(pattern, std::regex::ECMAScript);
        return {};
    } catch (const std::regex_error& error) {
        return error.what();
    }
}

} // namespace

base::Result<void> Profile::check() const
{
    if (std::all_of(bootstrap.begin(), bootstrap.end(), [](char c) { return c == ' ' || c == ','; }))
        return Error{ErrorCode::InvalidArgument, "bootstrap", "no broker is named; write host:port"};
    if (const auto problem = problemOfPattern(topicPattern); !problem.empty())
        return Error{ErrorCode::InvalidArgument, "topicPattern", "not a regular expression: " + problem};
    if (metadataInterval <= std::chrono::milliseconds::zero())
        return Error{ErrorCode::InvalidArgument, "metadataInterval", "must be longer than nothing"};
    for (const auto* properties : {&security, &clientOverrides}) {
        for (const auto& [property, value] : *properties) {
            if (std::find(kNotOverridable.begin(), kNotOverridable.end(), property) != kNotOverridable.end())
                return Error{ErrorCode::InvalidArgument, property, "is set by the program itself; leave it out"};
        }
    }
    return {};
}

std::string Profile::describe() const
{
    auto text = (name.empty() ? "unnamed" : name) + " (" + bootstrap;
    if (const auto protocol = security.find("security.protocol"); protocol != security.end())
        text += ", " + protocol->second;
    if (isReadOnly)
        text += ", read-only";
    if (isEmbedded)
        text += ", embedded";
    return text + ")";
}

} // namespace sagascope::kafka
