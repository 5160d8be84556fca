// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/StoryDraft.h"

#include <algorithm>
#include <numeric>

namespace sagascope::demo {

namespace {

/// The member of the payload that the platform's producer uses as the key of this type.
std::string_view keyMember(std::string_view eventType)
{
    if (eventType.starts_with("payment."))
        return "paymentId";
    if (eventType.starts_with("voyage.booking."))
        return "bookingId";
    if (eventType.starts_with("voyage.search."))
        return "searchId";
    if (eventType == "ai.recommendation.interacted")
        return "interactionId";
    if (eventType.starts_with("ai."))
        return "requestId";
    return "userId";
}

void setHeader(std::vector<kafka::OutgoingHeader>& headers, kafka::OutgoingHeader header)
{
    const auto same = std::find_if(headers.begin(), headers.end(),
                                   [&](const kafka::OutgoingHeader& h) { return h.name == header.name; });
    if (same != headers.end())
        *same = std::move(header);
    else
        headers.push_back(std::move(header));
}

std::string topicOf(std::string_view eventType)
{
    // The one event whose type differs from its topic.
    if (eventType == "ai.model.inference_completed")
        eventType = "ai.prediction.made";
    return std::string(kTopicPrefix).append(eventType);
}

} // namespace

StoryDraft::Line& StoryDraft::Line::reactingTo(std::size_t cause, Service group)
{
    record().reaction = Reaction{cause, group};
    return causedBy(cause);
}

StoryDraft::Line& StoryDraft::Line::causedBy(std::size_t cause)
{
    if (m_draft->m_story.dialect == Dialect::Spec && !record().copyOf)
        record().causationId = m_draft->m_story.records[cause].eventId;
    return *this;
}

StoryDraft::Line& StoryDraft::Line::after(int lowMs, int highMs)
{
    Draw dice(m_draft->m_seed, m_draft->m_story.index, "delay" + std::to_string(m_position));
    record().delay = std::chrono::milliseconds(dice.between(lowMs, highMs));
    return *this;
}

StoryDraft::Line& StoryDraft::Line::stamped(std::string_view member, std::chrono::hours offset)
{
    record().times.push_back({std::string(member), offset});
    return *this;
}

StoryDraft::Line& StoryDraft::Line::underSaga(Json metadata)
{
    record().metadata = std::move(metadata);
    return *this;
}

StoryDraft::Line& StoryDraft::Line::markedAsFailed()
{
    record().isFailureStamped = true;
    return *this;
}

StoryDraft::StoryDraft(std::uint64_t seed, std::uint64_t index, StoryKind kind, Dialect dialect) : m_seed(seed)
{
    m_story.index = index;
    m_story.kind = kind;
    m_story.dialect = dialect;
    if (dialect == Dialect::Spec)
        m_correlationId = draw("correlation").uuid();
}

StoryDraft::Line StoryDraft::tell(Service publisher, std::string_view eventType, Json payload)
{
    const std::size_t position = m_story.records.size();
    PlannedRecord& record = m_story.records.emplace_back();
    record.topic = topicOf(eventType);
    record.publisher = publisher;
    record.eventId = draw("event" + std::to_string(position)).uuid();
    record.eventType = eventType;
    record.correlationId = m_correlationId;
    record.key = payload.at(std::string(keyMember(eventType))).get<std::string>();
    record.payload = std::move(payload);
    return {*this, position};
}

StoryDraft::Line StoryDraft::repeat(std::size_t original, Service publisher)
{
    return repeatOn(m_story.records[original].topic, original, publisher, {});
}

StoryDraft::Line StoryDraft::repeatOn(std::string_view topic, std::size_t original, Service publisher,
                                      std::vector<kafka::OutgoingHeader> headers)
{
    const std::size_t position = m_story.records.size();
    PlannedRecord copy = m_story.records[original];
    copy.topic = topic;
    copy.publisher = publisher;
    copy.reaction.reset();
    copy.copyOf = copy.copyOf.value_or(original);
    for (kafka::OutgoingHeader& header : headers)
        setHeader(copy.addedHeaders, std::move(header));
    m_story.records.push_back(std::move(copy));
    return {*this, position};
}

StoryDraft::Line StoryDraft::garble(Service publisher, std::string_view topic, std::string key, std::string bytes)
{
    const std::size_t position = m_story.records.size();
    PlannedRecord& record = m_story.records.emplace_back();
    record.topic = topic;
    record.publisher = publisher;
    record.eventType = topic.substr(kTopicPrefix.size());
    record.key = std::move(key);
    record.bytes = std::move(bytes);
    return {*this, position};
}

void StoryDraft::name(std::string_view identifierKind, const std::string& value)
{
    m_story.identifiers.emplace_back(identifierKind, value);
}

void StoryDraft::expect(std::string_view definition, std::string_view state, std::vector<std::size_t> members)
{
    m_story.expected.push_back({std::string(definition), std::string(state), std::move(members)});
}

void StoryDraft::expectAll(std::string_view definition, std::string_view state)
{
    std::vector<std::size_t> members(m_story.records.size());
    std::iota(members.begin(), members.end(), std::size_t{0});
    expect(definition, state, std::move(members));
}

} // namespace sagascope::demo
