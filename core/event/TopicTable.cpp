// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TopicTable.h"

#include <cstring>

#include "core/base/SameText.h"
#include "core/event/Topic.h"

namespace sagascope::event {
namespace {

constexpr std::size_t kPlaces = 512; ///< in pairs: a topic stands in one of its two

/// By its middle and its end, where topics differ.
std::size_t placeOf(std::string_view topic)
{
    constexpr std::uint64_t kMixing = 0x9E37'79B9'7F4A'7C15ULL;
    std::uint64_t middle = 0;
    std::uint64_t end = topic.size();
    if (topic.size() >= sizeof end) {
        std::memcpy(&middle, topic.data() + (topic.size() - sizeof middle) / 2, sizeof middle);
        std::memcpy(&end, topic.data() + topic.size() - sizeof end, sizeof end);
    }
    const std::uint64_t mixed = ((middle * kMixing) ^ (end + topic.size())) * kMixing;
    return (mixed >> 32U) % kPlaces;
}

} // namespace

TopicFacts::TopicFacts(std::string_view topic)
    : name(topic),
      suffixStart(topic.size() - topicSuffix(topic).size()),
      role(topicRole(topic)),
      followsConvention(followsNamingConvention(topic)),
      hasDlqSuffix(event::hasDlqSuffix(topic))
{
}

TopicTable::TopicTable() : m_facts(kPlaces, TopicFacts(std::string_view())) {}

const TopicFacts& TopicTable::of(std::string_view topic)
{
    const std::size_t place = placeOf(topic);
    for (const std::size_t known : {place, place ^ 1U}) {
        if (base::isSameText(m_facts[known].name, topic))
            return m_facts[known];
    }
    const std::size_t free = m_facts[place].name.empty() || !m_facts[place ^ 1U].name.empty() ? place : place ^ 1U;
    m_facts[free] = TopicFacts(topic);
    m_facts[free].number = std::uint32_t(free);
    return m_facts[free];
}

} // namespace sagascope::event
