// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/RecordFields.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <variant>

#include "core/event/SecretMask.h"
#include "core/session/PayloadPath.h"

namespace sagascope::session {
namespace {

using event::JsonKind;
using event::JsonNode;

/// On one line, and not longer than need be; a character is never cut in two.
std::string shortened(std::string text)
{
    std::replace_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    if (text.size() <= RecordFields::kLongest)
        return text;
    std::size_t end = RecordFields::kLongest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    return text.substr(0, end) + "…";
}

/// Whole, so that a secret is not cut before it is known as one.
std::string valueText(JsonNode node)
{
    if (node.kind() == JsonKind::Null)
        return "null";
    const bool isContainer = node.kind() == JsonKind::Array || node.kind() == JsonKind::Object;
    return event::masked(isContainer ? node.serialise() : node.scalarText().value_or(std::string()));
}

FieldText payloadText(const event::Event& event, PathSteps path)
{
    const bool isSecret = std::any_of(path.begin(), path.end(), [](const std::string& step) { return event::isSecretName(step); });
    FieldText found;
    std::size_t count = 0;
    anyInPayload(event, path, [&](JsonNode node) {
        const bool isHidden = isSecret && node.kind() != JsonKind::Null;
        const std::string text = isHidden ? std::string(event::kMask) : valueText(node);
        found.isNumber = count++ == 0 && !isHidden && node.number().has_value();
        found.text += (count > 1 ? ", " : "") + text;
        return found.text.size() > RecordFields::kLongest;
    });
    found.text = shortened(std::move(found.text));
    return found;
}

FieldText fieldText(const RecordField& field, const event::RawRecord& record, const event::Event* event)
{
    const auto shown = [](std::string_view text) { return FieldText{shortened(event::masked(text)), false}; };
    if (field.kind == RecordField::Kind::Key)
        return shown(record.key.value_or(std::string_view()));
    if (event == nullptr)
        return {};
    switch (field.kind) {
    case RecordField::Kind::EventId: return shown(event->eventId.text);
    case RecordField::Kind::CorrelationId: return shown(event->correlationId.text);
    case RecordField::Kind::CausationId: return shown(event->causationId.text);
    case RecordField::Kind::Payload: return payloadText(*event, field.path);
    case RecordField::Kind::Key: break;
    }
    return {};
}

} // namespace

std::vector<FieldText> RecordFields::read(const store::EventStore::View& events, base::EventIndex event)
{
    std::vector<FieldText> texts(m_fields.size());
    const auto batch = events.record(event);
    if (!batch || batch->isEmpty())
        return texts;
    const event::RawRecord& record = batch->records().front();
    const event::Decoded& decoded = m_decoder.decode(record);
    const auto* read = std::get_if<event::Event>(&decoded);
    std::transform(m_fields.begin(), m_fields.end(), texts.begin(),
                   [&](const RecordField& field) { return fieldText(field, record, read); });
    return texts;
}

} // namespace sagascope::session
