// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/DefinitionProposal.h"

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>
#include <variant>

#include "core/catalog/Catalog.h"
#include "core/catalog/DefinitionFolder.h"
#include "core/event/JsonDocument.h"
#include "core/event/Topic.h"
#include "core/identity/IdentifierRules.h"
#include "core/saga/TypeWords.h"
#include "core/session/Session.h"
#include "core/store/EventReader.h"

namespace sagascope::session {
namespace {

using saga::MinedEvent;
using saga::MinedSaga;

constexpr std::size_t kMostSagas = 5'000;
constexpr std::size_t kMostEvents = 2'000; ///< of one saga
constexpr std::size_t kMostFields = 100;   ///< of one event
constexpr std::size_t kLongestValue = 128;
constexpr int kDeepest = 3; ///< objects inside the payload

/// Reads chosen sagas of a snapshot as mining wants them.
class SagaReading
{
public:
    explicit SagaReading(const Snapshot& snapshot) : m_snapshot(snapshot), m_events(snapshot.events) {}

    MinedSaga read(base::SagaId id)
    {
        saga::Story story = storyOf(m_snapshot, id);
        sortByClock(story.events);
        MinedSaga mined;
        std::unordered_map<base::EventIndex, std::size_t> places;
        for (const saga::StoryEvent& event : story.events) {
            const bool isCopy = event.repeat == identity::Repeat::Redelivery || event.repeat == identity::Repeat::Attempt;
            if (isCopy || mined.events.size() >= kMostEvents || !readEvent(event, mined))
                continue;
            places.emplace(event.event, mined.events.size() - 1);
        }
        for (const identity::Edge& edge : story.edges) {
            const auto cause = places.find(edge.from);
            const auto effect = places.find(edge.to);
            if (edge.evidence == identity::Evidence::Declared && cause != places.end() && effect != places.end())
                mined.events[effect->second].causes.push_back(cause->second);
        }
        return mined;
    }

private:
    /// Time limits go by the brokers' clock, and producers may state a bare date. Where it is unknown of one, the logical
    /// order stays.
    void sortByClock(std::vector<saga::StoryEvent>& events) const
    {
        const auto clock = [&](const saga::StoryEvent& event) { return m_snapshot.events.row(event.event).brokerTime; };
        if (std::none_of(events.begin(), events.end(), [&](const auto& event) { return clock(event) == base::kNoTime; }))
            std::stable_sort(events.begin(), events.end(), [&](const auto& a, const auto& b) { return clock(a) < clock(b); });
    }

    bool readEvent(const saga::StoryEvent& told, MinedSaga& mined)
    {
        const event::Event* event = m_events.read(told.event);
        if (!event)
            return false;
        MinedEvent out;
        out.type = identity::effectiveType(*event);
        out.service = event->source.text;
        out.metadataStep = event->sagaStep;
        const store::EventRow& row = m_snapshot.events.row(told.event);
        out.time = row.brokerTime == base::kNoTime ? row.producerTime : row.brokerTime;
        out.isSameFact = told.repeat == identity::Repeat::SameFact;
        const catalog::DeclaredTopic* topic = m_snapshot.catalog->find(out.type, m_events.record()->topic);
        readFields(event->at("/payload"), "/payload", topic, 0, out);
        mined.hasSagaId = mined.hasSagaId || !event->sagaId.empty();
        mined.events.push_back(std::move(out));
        return true;
    }

    static void readFields(event::JsonNode node, const std::string& pointer, const catalog::DeclaredTopic* topic, int depth,
                           MinedEvent& out)
    {
        node.forEachMember([&](std::string_view name, event::JsonNode value) {
            const bool isPlain = !name.empty() && name.size() <= kLongestValue
                && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < 127 && c != '/' && c != '~'; });
            if (!isPlain || out.fields.size() + out.numbers.size() >= kMostFields)
                return;
            const std::string place = pointer + "/" + std::string(name);
            if (value.isObject() && depth < kDeepest)
                readFields(value, place, topic, depth + 1, out);
            else
                readScalar(value, place, topic, out);
        });
    }

    static void readScalar(event::JsonNode value, const std::string& pointer, const catalog::DeclaredTopic* topic, MinedEvent& out)
    {
        const bool isInteger = value.kind() == event::JsonKind::Integer;
        if (isInteger || value.kind() == event::JsonKind::Real)
            out.numbers.push_back(pointer);
        if (!isInteger && value.kind() != event::JsonKind::Text)
            return;
        auto text = value.scalarText();
        if (text && text->size() <= kLongestValue && !identity::isPlaceholder(*text))
            out.fields.push_back({pointer, kindOf(pointer, topic), std::move(*text)});
    }

    static std::string kindOf(const std::string& pointer, const catalog::DeclaredTopic* topic)
    {
        if (topic)
            for (const catalog::DeclaredIdentifier& declared : topic->identifiers)
                if (declared.pointer == pointer)
                    return declared.kind;
        return {};
    }

    const Snapshot& m_snapshot;
    store::EventReader m_events;
};

/// The definition that most of them follow; null when that is none.
const catalog::SagaDefinition* commonDefinition(const Snapshot& snapshot, std::span<const base::SagaId> sagas)
{
    std::map<std::string_view, std::size_t> counts;
    for (const base::SagaId id : sagas)
        if (const auto* definition = snapshot.sagas.saga(id).definition)
            ++counts[definition->name];
    for (const auto& [name, count] : counts)
        if (count * 2 > sagas.size())
            return snapshot.catalog->definition(name);
    return nullptr;
}

/// "loyalty.points.requested" makes loyalty-points, or loyalty-points-2 where that is taken.
std::string nameFor(std::string_view firstType, const catalog::Catalog& catalog)
{
    const saga::TypeWords words = saga::TypeWords::of(firstType);
    std::string name;
    for (const char c : words.stem.empty() ? words.action : words.stem) {
        const bool isUpper = c >= 'A' && c <= 'Z';
        const char small = isUpper ? char(c - 'A' + 'a') : c;
        const bool isLetter = (small >= 'a' && small <= 'z') || (small >= '0' && small <= '9');
        if (isLetter)
            name += small;
        else if (!name.empty() && name.back() != '-')
            name += '-';
    }
    while (!name.empty() && name.back() == '-')
        name.pop_back();
    name.resize(std::min<std::size_t>(name.size(), 60));
    if (!catalog::DefinitionFolder::isFileSafe(name))
        name = "proposal";
    const std::string first = name;
    for (int again = 2; catalog.definition(name) != nullptr; ++again)
        name = first + "-" + std::to_string(again);
    return name;
}

} // namespace

std::optional<saga::Proposal> proposeDefinition(const SnapshotPtr& snapshot, std::span<const base::SagaId> chosen,
                                                const std::function<bool()>& isStopped)
{
    std::vector<base::SagaId> sagas;
    for (const base::SagaId id : chosen)
        if (id.value < snapshot->sagas.slotCount() && snapshot->sagas.saga(id).isAlive)
            sagas.push_back(id);
    if (sagas.empty() || !snapshot->catalog)
        return std::nullopt;
    const catalog::SagaDefinition* known = commonDefinition(*snapshot, sagas);
    saga::Mining mining(known);
    SagaReading reading(*snapshot);
    const std::size_t looked = std::min(sagas.size(), kMostSagas);
    for (std::size_t i = 0; i < looked; ++i) {
        if (isStopped && isStopped())
            return std::nullopt;
        mining.add(reading.read(sagas[i * sagas.size() / looked]));
    }
    saga::Proposal proposal = mining.propose(known ? known->name : std::string("proposal"));
    if (proposal.definition.steps.empty())
        return std::nullopt;
    proposal.chosen = sagas.size();
    if (!known)
        proposal.definition.name = nameFor(proposal.definition.steps.front().eventType, *snapshot->catalog);
    return proposal;
}

} // namespace sagascope::session
