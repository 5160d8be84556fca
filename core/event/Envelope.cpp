// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Envelope.h"

#include <algorithm>

namespace sagascope::event {
namespace {

constexpr std::array<std::string_view, kEnvelopeMemberCount> kNames = {
    "eventId", "eventType", "timestamp", "version", "source", "payload", "correlationId", "causationId", "metadata"};

JsonKind kindOf(std::size_t member)
{
    const auto name = static_cast<EnvelopeMember>(member);
    return name == EnvelopeMember::Payload || name == EnvelopeMember::Metadata ? JsonKind::Object : JsonKind::Text;
}

} // namespace

std::string_view envelopeMemberName(EnvelopeMember member)
{
    return kNames[static_cast<std::size_t>(member)];
}

Envelope::Envelope(JsonNode object)
{
    object.forEachMember([this](std::string_view name, JsonNode value) {
        const auto found = std::find(kNames.begin(), kNames.end(), name);
        if (found == kNames.end())
            return;
        const auto member = static_cast<std::size_t>(found - kNames.begin());
        m_hasAny = true;
        if (value.kind() == kindOf(member))
            m_nodes[member] = value;
        else
            m_hasWrongType[member] = value.kind() != JsonKind::Null;
    });
}

void Envelope::reportTypeErrors(HitList& hits) const
{
    for (std::size_t member = 0; member < kEnvelopeMemberCount; ++member) {
        if (m_hasWrongType[member])
            hits.add(base::Rule::EnvelopeTypeError, kNames[member]);
    }
}

void Envelope::reportIncomplete(HitList& hits) const
{
    for (const EnvelopeMember member : {EnvelopeMember::EventId, EnvelopeMember::EventType, EnvelopeMember::Timestamp,
                                        EnvelopeMember::Version, EnvelopeMember::Source}) {
        if (text(member).empty())
            hits.add(base::Rule::EnvelopeIncomplete, envelopeMemberName(member));
    }
}

} // namespace sagascope::event
