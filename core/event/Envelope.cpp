// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/Envelope.h"

#include "core/event/JsonDocument.h"
#include "core/event/NameIndex.h"

namespace sagascope::event {
namespace {

constexpr NameIndex kNames(std::array<std::string_view, kEnvelopeMemberCount>{
    "eventId", "eventType", "timestamp", "version", "source", "payload", "correlationId", "causationId", "metadata"});

/// What the member must be, as the tape has it.
char typeOf(std::size_t member)
{
    const auto name = static_cast<EnvelopeMember>(member);
    return name == EnvelopeMember::Payload || name == EnvelopeMember::Metadata ? '{' : '"';
}

} // namespace

std::string_view envelopeMemberName(EnvelopeMember member)
{
    return kNames[static_cast<std::size_t>(member)];
}

Envelope::Envelope(JsonNode object)
{
    object.forEachMember([this](std::string_view name, JsonNode value) {
        const std::size_t member = kNames.find(name);
        if (member == kNames.kNone)
            return;
        m_hasAny = true;
        const char type = value.document()->tape().type(value.place());
        if (type == typeOf(member))
            m_places[member] = std::uint32_t(value.place());
        else
            m_hasWrongType[member] = type != 'n';
    });
}

void Envelope::reportTypeErrors(HitList& hits) const
{
    for (std::size_t member = 0; m_hasWrongType.any() && member < kEnvelopeMemberCount; ++member) {
        if (m_hasWrongType[member])
            hits.add(base::Rule::EnvelopeTypeError, kNames[member]);
    }
}

void Envelope::reportIncomplete(const JsonTape& tape, HitList& hits) const
{
    for (const EnvelopeMember member : {EnvelopeMember::EventId, EnvelopeMember::EventType, EnvelopeMember::Timestamp,
                                        EnvelopeMember::Version, EnvelopeMember::Source}) {
        if (text(tape, member).empty())
            hits.add(base::Rule::EnvelopeIncomplete, envelopeMemberName(member));
    }
}

} // namespace sagascope::event
