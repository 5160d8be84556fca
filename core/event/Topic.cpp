// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Topic.h"

namespace sagascope::event {
namespace {

constexpr std::string_view kPrefix = "dreamscape.";

} // namespace

std::string_view topicSuffix(std::string_view topic)
{
    return topic.starts_with(kPrefix) && topic.size() > kPrefix.size() ? topic.substr(kPrefix.size()) : topic;
}

bool followsNamingConvention(std::string_view topic)
{
    if (!topic.starts_with(kPrefix))
        return false;
    const std::string_view segments = topic.substr(kPrefix.size());
    const bool hasEmptySegment = segments.empty() || segments.front() == '.' || segments.back() == '.' ||
                                 segments.find("..") != std::string_view::npos;
    return !hasEmptySegment && segments.find('.') != std::string_view::npos;
}

bool hasDlqSuffix(std::string_view topic)
{
    return topic.ends_with(".dlq");
}

TopicRole topicRole(std::string_view topic)
{
    if (topic == "dreamscape.retry.queue" || topic.ends_with(".retry"))
        return TopicRole::Retry;
    if (topic == "dreamscape.dead.letter.queue" || hasDlqSuffix(topic))
        return TopicRole::DeadLetter;
    return TopicRole::Ordinary;
}

} // namespace sagascope::event
