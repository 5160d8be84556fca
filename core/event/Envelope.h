// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/event/HitList.h"
#include "core/event/JsonNode.h"
#include "core/event/JsonTape.h"

namespace sagascope::event {

enum class EnvelopeMember : std::uint8_t {
    EventId,
    EventType,
    Timestamp,
    Version,
    Source,
    Payload,
    CorrelationId,
    CausationId,
    Metadata,
};
inline constexpr std::size_t kEnvelopeMemberCount = 9;
[[nodiscard]] std::string_view envelopeMemberName(EnvelopeMember member);

/// Where the envelope's members stand in one JSON object, found in one pass: the body's own, or those that `metadata` holds.
/// Members of another JSON type than the envelope asks for, and null ones, count as absent.
class Envelope
{
public:
    Envelope() = default;
    explicit Envelope(JsonNode object);

    /// On the tape; 0 when absent.
    [[nodiscard]] std::size_t place(EnvelopeMember member) const { return m_places[static_cast<std::size_t>(member)]; }
    /// Empty when absent, too.
    [[nodiscard]] std::string_view text(const JsonTape& tape, EnvelopeMember member) const
    {
        return place(member) == 0 ? std::string_view() : tape.text(place(member));
    }
    /// No member of that name at all, not even one of the wrong type.
    [[nodiscard]] bool isMissing() const { return !m_hasAny; }
    void reportTypeErrors(HitList& hits) const;
    /// The members that every event must have, as far as they are absent (payload has a rule of its own).
    void reportIncomplete(const JsonTape& tape, HitList& hits) const;

private:
    std::array<std::uint32_t, kEnvelopeMemberCount> m_places{};
    std::bitset<kEnvelopeMemberCount> m_hasWrongType;
    bool m_hasAny = false;
};

} // namespace sagascope::event
