// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/TopicTable.h"

#include "core/base/Hash.h"
#include "core/event/Topic.h"

namespace sagascope::event {
namespace {

constexpr std::size_t kPlaces = 256;

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
    const std::size_t place = base::hash64(topic) % kPlaces;
    TopicFacts& facts = m_facts[place];
    if (facts.name != topic)
        facts = TopicFacts(topic);
    facts.number = std::uint32_t(place);
    return facts;
}

} // namespace sagascope::event
