// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "core/event/HitList.h"
#include "core/event/JsonNode.h"

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

/// The envelope's members in one JSON object, found in one pass: the body's own, or those that `metadata` holds.
/// Members of another JSON type than the envelope asks for, and null ones, count as absent.
class Envelope
{
public:
    explicit Envelope(JsonNode object);

    [[nodiscard]] JsonNode node(EnvelopeMember member) const { return m_nodes[static_cast<std::size_t>(member)]; }
    /// Empty when absent, too.
    [[nodiscard]] std::string_view text(EnvelopeMember member) const { return node(member).text().value_or(""); }
    /// No member of that name at all, not even one of the wrong type.
    [[nodiscard]] bool isMissing() const { return !m_hasAny; }
    void reportTypeErrors(HitList& hits) const;
    /// The members that every event must have, as far as they are absent (payload has a rule of its own).
    void reportIncomplete(HitList& hits) const;

private:
    std::array<JsonNode, kEnvelopeMemberCount> m_nodes;
    std::array<bool, kEnvelopeMemberCount> m_hasWrongType{};
    bool m_hasAny = false;
};

} // namespace sagascope::event
