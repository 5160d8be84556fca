// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/Sequence.h"

#include <algorithm>
#include <string_view>

#include "core/catalog/Catalog.h"

namespace sagascope::session {
namespace {

using store::EventFlag;

constexpr int kLongestPeriod = 4;

class SequenceWriter
{
public:
    SequenceWriter(const saga::Story& story, const Snapshot& snapshot) : m_story(story), m_snapshot(snapshot) {}

    Sequence write()
    {
        m_sequence.turns.reserve(m_story.events.size());
        for (const saga::StoryEvent& member : m_story.events)
            addTurn(member);
        for (const identity::Edge& edge : m_story.edges)
            addDelivery(edge);
        compareTurns(m_sequence.turns);
        return std::move(m_sequence);
    }

private:
    int participant(ParticipantKind kind, std::uint32_t id, std::string_view name)
    {
        const std::uint64_t key = std::uint64_t(kind) << 32U | id;
        const auto [known, isNew] = m_participants.try_emplace(key, int(m_sequence.participants.size()));
        if (isNew)
            m_sequence.participants.push_back({kind, std::string(name)});
        return known->second;
    }

    int labelOf(base::TextId type)
    {
        const auto [known, isNew] = m_labels.try_emplace(type, int(m_sequence.labels.size()));
        if (isNew)
            m_sequence.labels.emplace_back(m_snapshot.events.text(type));
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
        turn.step = member.step;
        if (member.step >= 0) {
            const saga::StoryStep& step = m_story.steps[std::size_t(member.step)];
            turn.isFailure = step.status == saga::StepStatus::Failed;
            turn.isCompensation = !step.compensates.empty();
        }
        if (turn.time != base::kNoTime)
            m_sequence.start = m_sequence.start == base::kNoTime ? turn.time : std::min(m_sequence.start, turn.time);
        m_sequence.positions[member.event] = int(m_sequence.turns.size());
        m_sequence.turns.push_back(std::move(turn));
    }

    [[nodiscard]] int positionOf(base::EventIndex event) const
    {
        const auto found = m_sequence.positions.find(event);
        return found == m_sequence.positions.end() ? -1 : found->second;
    }

    void addDelivery(const identity::Edge& edge)
    {
        const int cause = positionOf(edge.from);
        const int effect = positionOf(edge.to);
        if (cause < 0 || effect < 0 || m_sequence.turns[std::size_t(effect)].service < 0)
            return;
        SequenceTurn& turn = m_sequence.turns[std::size_t(effect)];
        SequenceDelivery delivery{cause, edge.evidence, edge.score, false, false};
        const bool isDeclared = readsTopic(edge);
        delivery.isWithin = !isDeclared && m_sequence.turns[std::size_t(cause)].service == turn.service;
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
    const Snapshot& m_snapshot;
    Sequence m_sequence;
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

/// The block from `first` that covers most turns by repeating; the shortest of equals.
SequenceBlock blockAt(int first, const std::vector<SequenceTurn>& turns)
{
    SequenceBlock best{first, 1, 1};
    int covered = 1;
    for (int period = 1; period <= kLongestPeriod; ++period) {
        int end = first + period;
        while (end < int(turns.size()) && turns[std::size_t(end)].likeness == turns[std::size_t(end - period)].likeness)
            ++end;
        const int count = (end - first) / period;
        if (count > 1 && count * period > covered) {
            best = {first, period, count};
            covered = count * period;
        }
        if (period == 1 && count > 1)
            break; // one message over and over: nothing longer says more
    }
    return best;
}

} // namespace

void compareTurns(std::vector<SequenceTurn>& turns)
{
    for (SequenceTurn& turn : turns) {
        std::uint64_t likeness = mixed(std::uint64_t(turn.service + 1), std::uint64_t(turn.topic));
        likeness = mixed(likeness, std::uint64_t(turn.label));
        for (const SequenceDelivery& delivery : turn.deliveries) {
            likeness = mixed(likeness, std::uint64_t(turns[std::size_t(delivery.cause)].topic));
            likeness = mixed(likeness, std::uint64_t(delivery.evidence) * 2 + (delivery.isWithin ? 1 : 0));
        }
        turn.likeness = likeness;
    }
}

std::vector<SequenceBlock> foldRepeats(const std::vector<SequenceTurn>& turns)
{
    std::vector<SequenceBlock> blocks;
    for (int i = 0; i < int(turns.size()); i = blocks.back().last() + 1)
        blocks.push_back(blockAt(i, turns));
    return blocks;
}

Sequence sequenceOf(const saga::Story& story, const Snapshot& snapshot)
{
    return SequenceWriter(story, snapshot).write();
}

} // namespace sagascope::session
