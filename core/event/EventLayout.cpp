// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/event/EventLayout.h"

namespace sagascope::event {
namespace {

using Place = EventLayout::Place;

Place placeOf(JsonNode node)
{
    return Place(node.place());
}

Place textPlace(JsonNode node)
{
    return node.kind() == JsonKind::Text ? placeOf(node) : 0;
}

/// Members of a payload that say something about the event, found in one pass.
struct PayloadMembers
{
    explicit PayloadMembers(JsonNode payload);

    JsonNode originalEvent;
    JsonNode sagaId;
    JsonNode changes;
    JsonNode failedTopic;
};

PayloadMembers::PayloadMembers(JsonNode payload)
{
    payload.forEachMember([this](std::string_view name, JsonNode value) {
        if (name == "originalEvent")
            originalEvent = value;
        else if (name == "sagaId")
            sagaId = value;
        else if (name == "changes")
            changes = value;
        else if (name == "failedTopic")
            failedTopic = value;
    });
}

/// A change map says `{"field": {"old": …, "new": …}}`. The platform's producer never knew the old values.
bool hasOnlyNullOldValues(JsonNode changes)
{
    bool isStale = changes.isObject();
    std::size_t count = 0;
    changes.forEachMember([&](std::string_view, JsonNode change) {
        ++count;
        isStale = isStale && change.member("old").kind() == JsonKind::Null;
    });
    return isStale && count > 0;
}

} // namespace

EventLayout::EventLayout(const JsonDocument& document) : envelope(document.root()), isBare(envelope.isMissing())
{
    readMetadata(document);
    readPayload(document);
}

void EventLayout::readMetadata(const JsonDocument& document)
{
    const JsonNode node = document.node(envelope.place(EnvelopeMember::Metadata));
    metadata = Envelope(node);
    metadataSagaId = textPlace(node.member("sagaId"));
    sagaStep = textPlace(node.member("step"));
    traceparent = textPlace(node.member("traceparent"));
}

void EventLayout::readPayload(const JsonDocument& document)
{
    payload = Place(isBare ? document.root().place() : envelope.place(EnvelopeMember::Payload));
    if (payload == 0)
        payload = Place(metadata.place(EnvelopeMember::Payload));
    const PayloadMembers own(document.node(payload));
    PayloadMembers ofSubject = own;
    if (own.originalEvent.isObject()) {
        const Envelope wrapped(own.originalEvent);
        original = placeOf(own.originalEvent);
        originalId = Place(wrapped.place(EnvelopeMember::EventId));
        originalType = Place(wrapped.place(EnvelopeMember::EventType));
        ofSubject = PayloadMembers(subjectOf(own.originalEvent));
    }
    failedTopic = textPlace(own.failedTopic);
    payloadSagaId = textPlace(ofSubject.sagaId);
    hasStaleDiff = hasOnlyNullOldValues(ofSubject.changes);
}

} // namespace sagascope::event
