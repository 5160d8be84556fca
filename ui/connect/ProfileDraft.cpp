// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/connect/ProfileDraft.h"

#include <algorithm>

#include "core/kafka/StartOffsets.h"

namespace sagascope::ui {
namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kBlanks = " \t\r";
    text.remove_prefix(std::min(text.find_first_not_of(kBlanks), text.size()));
    return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

std::string_view takeUntil(std::string_view& text, char end)
{
    const auto at = std::min(text.find(end), text.size());
    const std::string_view part = trimmed(text.substr(0, at));
    text.remove_prefix(std::min(at + 1, text.size()));
    return part;
}

base::Error wrongGroup(std::string_view line)
{
    return {base::ErrorCode::InvalidArgument, "groups", std::string(line)};
}

std::vector<std::string> parts(std::string_view text)
{
    std::vector<std::string> found;
    while (!text.empty()) {
        if (const auto part = takeUntil(text, ','); !part.empty())
            found.emplace_back(part);
    }
    return found;
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string text;
    for (const std::string& part : texts)
        text += (text.empty() ? "" : ", ") + part;
    return text;
}

/// Reads what was typed about the scope into it.
base::Result<void> readScopeTexts(const ProfileDraft& draft, profile::Scope& scope)
{
    if (scope.start.kind == kafka::StartPoint::Kind::Offsets) {
        auto start = kafka::readStartOffsets(draft.offsets);
        if (!start)
            return base::Error{base::ErrorCode::InvalidArgument, "offsets", start.error().subject};
        scope.start = *std::move(start);
    }
    if (scope.search.isOn()) {
        scope.search.values = parts(draft.sought);
        if (scope.search.values.empty())
            return base::Error{base::ErrorCode::InvalidArgument, "sought", {}};
    }
    if (scope.until && scope.start.kind == kafka::StartPoint::Kind::Time && *scope.until <= scope.start.time)
        return base::Error{base::ErrorCode::InvalidArgument, "until", {}};
    return {};
}

} // namespace

base::Result<std::vector<kafka::WatchedGroup>> parseGroups(std::string_view text)
{
    std::vector<kafka::WatchedGroup> groups;
    while (!text.empty()) {
        const std::string_view line = takeUntil(text, '\n');
        if (line.empty())
            continue;
        std::string_view topics = line;
        kafka::WatchedGroup group{std::string(takeUntil(topics, ':')), {}};
        while (!topics.empty()) {
            if (const auto topic = takeUntil(topics, ','); !topic.empty())
                group.topics.emplace_back(topic);
        }
        if (group.name.empty() || group.topics.empty())
            return wrongGroup(line);
        groups.push_back(std::move(group));
    }
    return groups;
}

std::string groupText(const std::vector<kafka::WatchedGroup>& groups)
{
    std::string text;
    for (const kafka::WatchedGroup& group : groups) {
        text += group.name + ':';
        for (std::size_t i = 0; i < group.topics.size(); ++i)
            text += (i == 0 ? " " : ", ") + group.topics[i];
        text += '\n';
    }
    return text;
}

ProfileDraft ProfileDraft::of(const profile::ClusterProfile& profile)
{
    ProfileDraft draft;
    draft.profile = profile;
    draft.hosts = profile.hosts.text();
    draft.groups = groupText(profile.groups);
    draft.offsets = joined(kafka::startOffsetTexts(profile.scope.start));
    draft.sought = joined(profile.scope.search.values);
    return draft;
}

base::Result<profile::ClusterProfile> ProfileDraft::made() const
{
    auto readHosts = kafka::HostMap::parse(hosts);
    if (!readHosts)
        return base::Error{base::ErrorCode::InvalidArgument, "hosts", readHosts.error().subject};
    auto readGroups = parseGroups(groups);
    if (!readGroups)
        return readGroups.error();
    profile::ClusterProfile whole = profile;
    whole.hosts = std::move(readHosts).value();
    whole.groups = std::move(readGroups).value();
    if (const auto read = readScopeTexts(*this, whole.scope); !read)
        return read.error();
    if (const auto checked = whole.check(); !checked)
        return checked.error();
    return whole;
}

} // namespace sagascope::ui
