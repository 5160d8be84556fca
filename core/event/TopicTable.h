// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/event/Event.h"

namespace sagascope::event {

/// What a topic's name says of every event on it.
struct TopicFacts
{
    TopicFacts() = default;
    explicit TopicFacts(std::string_view topic);

    std::string name;
    std::uint32_t number = 0; ///< of its place in the table
    std::size_t suffixStart = 0; ///< where its name goes on without `dreamscape.`
    TopicRole role = TopicRole::Ordinary;
    bool followsConvention = false;
    bool hasDlqSuffix = false;
};

/// The facts of the topics that came lately. Bounded: the wire decides how many there are. Not thread-safe.
class TopicTable
{
public:
    TopicTable();

    /// Valid until the next call.
    [[nodiscard]] const TopicFacts& of(std::string_view topic);

private:
    std::vector<TopicFacts> m_facts;
};

} // namespace sagascope::event
