// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/sequence/SequenceInput.h"

#include <algorithm>

#include "core/catalog/Catalog.h"
#include "ui/common/CodeText.h"
#include "ui/sagas/TimelineInput.h"
#include "ui/theme/Theme.h"

namespace sagascope::ui {
namespace {

using store::EventFlag;

QString withoutPrefix(std::string_view topic)
{
    constexpr std::string_view kPrefix = "dreamscape.";
    return toQString(topic.starts_with(kPrefix) ? topic.substr(kPrefix.size()) : topic);
}

class SequenceWriter
{
public:
    SequenceWriter(const saga::Story& story, const session::Snapshot& snapshot) : m_story(story), m_snapshot(snapshot) {}

    SequenceInput write()
    {
        m_input.turns.reserve(m_story.events.size());
        for (const saga::StoryEvent& member : m_story.events)
            addTurn(member);
        for (const identity::Edge& edge : m_story.edges)
            addDelivery(edge);
        compareTurns(m_input);
        return std::move(m_input);
    }

private:
    int participant(ParticipantKind kind, std::uint32_t id, std::string_view name)
    {
        const std::uint64_t key = std::uint64_t(kind) << 32U | id;
        const auto [known, isNew] = m_participants.try_emplace(key, int(m_input.participants.size()));
        if (isNew)
            m_input.participants.push_back(kind == ParticipantKind::Topic
                                               ? SequenceParticipant{kind, withoutPrefix(name), domainOf(name)}
                                               : SequenceParticipant{kind, toQString(name), serviceDomain(name)});
        return known->second;
    }

    static QString serviceDomain(std::string_view service)
    {
        const auto suffix = service.find("-service");
        return toQString(suffix == std::string_view::npos ? service : service.substr(0, suffix));
    }

    int labelOf(base::TextId type)
    {
        const auto [known, isNew] = m_labels.try_emplace(type, int(m_input.labels.size()));
        if (isNew)
            m_input.labels.push_back(shortType(m_snapshot.events.text(type)));
        return known->second;
    }

    void addTurn(const saga::StoryEvent& member)
    {
        const store::EventRow& row = m_snapshot.events.row(member.event);
        SequenceTurn turn;
        turn.event = member.event;
        turn.time = row.time();
        if (row.source.isValid())
            turn.service = participant(ParticipantKind::Service, row.source.value, m_snapshot.events.text(row.source));
        turn.topic = participant(ParticipantKind::Topic, row.topic.value, m_snapshot.events.topicName(row.topic));
        turn.label = labelOf(row.type);
        turn.repeat = member.repeat;
        turn.isRetry = row.has(EventFlag::Retry);
        turn.isDeadLetter = row.has(EventFlag::DeadLetter);
        if (row.has(EventFlag::HasHits))
            for (const store::StoredHit& hit : m_snapshot.events.hitsOf(member.event))
                turn.worstFinding = std::max(turn.worstFinding.value_or(base::Severity::Info), base::ruleSeverity(hit.rule));
        if (member.step >= 0) {
            const saga::StoryStep& step = m_story.steps[std::size_t(member.step)];
            turn.isFailure = step.status == saga::StepStatus::Failed;
            turn.isCompensation = !step.compensates.empty();
        }
        if (turn.time != base::kNoTime)
            m_input.start = m_input.start == base::kNoTime ? turn.time : std::min(m_input.start, turn.time);
        m_input.positions[member.event] = int(m_input.turns.size());
        m_input.turns.push_back(std::move(turn));
    }

    void addDelivery(const identity::Edge& edge)
    {
        const int cause = m_input.positionOf(edge.from);
        const int effect = m_input.positionOf(edge.to);
        if (cause < 0 || effect < 0 || m_input.turns[std::size_t(effect)].service < 0)
            return;
        SequenceTurn& turn = m_input.turns[std::size_t(effect)];
        SequenceDelivery delivery{cause, edge.evidence, edge.score, false, false};
        const bool isDeclared = readsTopic(edge);
        delivery.isWithin = !isDeclared && m_input.turns[std::size_t(cause)].service == turn.service;
        delivery.isUndeclared = !isDeclared && !delivery.isWithin;
        turn.deliveries.push_back(delivery);
    }

    [[nodiscard]] bool readsTopic(const identity::Edge& edge) const
    {
        const store::EventRow& cause = m_snapshot.events.row(edge.from);
        const std::string_view service = m_snapshot.events.text(m_snapshot.events.row(edge.to).source);
        const catalog::DeclaredTopic* topic =
            m_snapshot.catalog ? m_snapshot.catalog->topic(m_snapshot.events.topicName(cause.topic)) : nullptr;
        return topic != nullptr && std::any_of(topic->consumers.begin(), topic->consumers.end(),
                                               [&](const catalog::DeclaredConsumer& c) { return c.service == service; });
    }

    const saga::Story& m_story;
    const session::Snapshot& m_snapshot;
    SequenceInput m_input;
    std::unordered_map<std::uint64_t, int> m_participants;
    std::unordered_map<base::TextId, int> m_labels;
};

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value)
{
    // splitmix64's finalizer (Steele, Lea, Flood 2014)
    hash ^= value + 0x9e3779b97f4a7c15ULL + (hash << 6U) + (hash >> 2U);
    hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebULL;
    return hash ^ (hash >> 31U);
}

} // namespace

void compareTurns(SequenceInput& input)
{
    for (SequenceTurn& turn : input.turns) {
        std::uint64_t likeness = mixed(std::uint64_t(turn.service + 1), std::uint64_t(turn.topic));
        likeness = mixed(likeness, std::uint64_t(turn.label));
        for (const SequenceDelivery& delivery : turn.deliveries) {
            likeness = mixed(likeness, std::uint64_t(input.turns[std::size_t(delivery.cause)].topic));
            likeness = mixed(likeness, std::uint64_t(delivery.evidence) * 2 + (delivery.isWithin ? 1 : 0));
        }
        turn.likeness = likeness;
    }
}

SequenceInput sequenceInput(const saga::Story& story, const session::Snapshot& snapshot)
{
    return SequenceWriter(story, snapshot).write();
}

} // namespace sagascope::ui
