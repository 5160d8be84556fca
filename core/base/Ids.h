// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>

namespace sagascope::base {

/// A position in one table, as a type of its own: an event's index can't be handed in where a saga's is meant.
template <typename Tag, typename Rep = std::uint32_t> struct Id
{
    using rep = Rep;
    static constexpr Rep kNone = std::numeric_limits<Rep>::max();

    Rep value = kNone;

    constexpr Id() = default;
    constexpr explicit Id(Rep v) : value(v) {}
    [[nodiscard]] constexpr bool isValid() const { return value != kNone; }
    friend constexpr auto operator<=>(Id, Id) = default;
};

using EventIndex = Id<struct EventTag>;           ///< row of an event in store::EventStore, in arrival order
using SagaId = Id<struct SagaTag>;                ///< slot of a saga in saga::SagaTracker; stable for the session
using TextId = Id<struct TextTag>;                ///< interned text in base::TextPool
using TopicId = Id<struct TopicTag, std::uint16_t>; ///< topic in store::EventStore
using IdentifierId = Id<struct IdentifierTag>;    ///< (kind, value) in identity::IdentifierTable

} // namespace sagascope::base

template <typename Tag, typename Rep> struct std::hash<sagascope::base::Id<Tag, Rep>>
{
    std::size_t operator()(sagascope::base::Id<Tag, Rep> id) const noexcept { return std::hash<Rep>()(id.value); }
};
