// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/compose/ParentEvent.h"

namespace sagascope::compose {
namespace {

void copy(Json& body, const char* member, event::JsonNode node)
{
    if (node.isValid())
        body[member] = fromJsonText(node.serialise()).value_or(Json());
}

} // namespace

ParentEvent ParentEvent::of(const event::Event& event)
{
    const bool isWrapper = event.wrapped.isValid();
    ParentEvent parent;
    parent.eventId = event.eventId.text;
    parent.eventType = isWrapper ? event.wrappedEventType : event.eventType.text;
    parent.correlationId = event.correlationId.text;
    parent.body = Json::object();
    copy(parent.body, "payload", isWrapper ? event.wrapped.member("payload") : event.payload);
    copy(parent.body, "metadata", isWrapper ? event.wrapped.member("metadata") : event.metadata);
    return parent;
}

} // namespace sagascope::compose
