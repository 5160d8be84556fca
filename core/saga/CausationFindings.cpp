// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/CausationFindings.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <map>
#include <string_view>

#include "core/catalog/SagaDefinition.h"
#include "core/saga/CauseGraph.h"

namespace sagascope::saga {
namespace {

using base::Rule;
using Events = FindingSink::Events;
using std::chrono::milliseconds;

/// A → B → C → D → E → F (spec, anti-pattern 1).
constexpr std::size_t kLongChainHops = 5;
/// Who waits for an answer gives up after this time: the platform's consumers poll for five seconds at most
/// (`maxWaitMs` of its group settings), and waiting longer would be no call in disguise any more.
constexpr milliseconds kReplyDelay{5000};
/// One request's handler publishes its events one after the other; a person or another request takes longer.
constexpr milliseconds kRequestSpan{1000};

/// How the last word of a topic names an answer (spec, anti-pattern 3: `user.validation.result`).
constexpr std::array<std::string_view, 6> kResultWords{"result", "results", "reply", "replies", "response", "responses"};

bool isResultTopic(std::string_view topic)
{
    if (topic.empty() || topic.back() == 'd') // what happened, as nearly all topics say: no answer ends so
        return false;
    const std::size_t cut = topic.find_last_of(".-_");
    const std::string_view last = cut == std::string_view::npos ? topic : topic.substr(cut + 1);
    return std::find(kResultWords.begin(), kResultWords.end(), last) != kResultWords.end();
}

base::Timestamp clockOf(const store::EventRow& row)
{
    return row.brokerTime == base::kNoTime ? row.producerTime : row.brokerTime;
}

void findDangling(const FindingInput& input, FindingSink& findings)
{
    findings.add(Rule::CausationDangling, findings.eventsWhere([&](const Member& member) {
        if (member.cause.isValid())
            return false; // somebody with that id was seen
        const bool isSelf = member.row->causationId == member.row->eventId;
        return !member.row->causationId.isNull() && !isSelf && !member.isCopy()
            && !input.members.identity().sameIds().causeOf(member.event).isValid();
    }));
}

PositionEdges positions(const FindingInput& input)
{
    PositionEdges edges;
    edges.reserve(input.edges.size());
    for (const identity::Edge& edge : input.edges)
        edges.emplace_back(input.members.indexOf(edge.from), input.members.indexOf(edge.to));
    return edges;
}

/// Members that are caught in a cycle. In logical order only a cycle makes an edge run backwards, so most sagas are
/// done with a glance.
std::vector<bool> caughtInCycle(std::size_t count, const PositionEdges& edges)
{
    std::vector<bool> isCaught;
    if (std::all_of(edges.begin(), edges.end(), [](const auto& edge) { return edge.first < edge.second; }))
        return isCaught;
    const std::vector<std::size_t> component = cycleComponents(count, edges);
    std::vector<std::size_t> sizes(count, 0);
    for (const std::size_t c : component)
        ++sizes[c];
    isCaught.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        isCaught[i] = sizes[component[i]] > 1;
    return isCaught;
}

void findCycles(const FindingInput& input, const std::vector<bool>& isCaught, FindingSink& findings)
{
    Events events;
    for (std::size_t i = 0; i < isCaught.size(); ++i) {
        if (isCaught[i])
            events.push_back(input.members[i].event);
    }
    findings.add(Rule::CausationCycle, std::move(events));
}

/// Hops from a root along the edges that run forwards; they come sorted by their effect, so causes are settled first.
/// What is only inferred makes no chain.
void findLongChains(const FindingInput& input, const PositionEdges& edges, FindingSink& findings)
{
    if (edges.size() < kLongChainHops)
        return;
    std::vector<std::size_t> depth(input.members.size(), 0);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const auto [from, to] = edges[i];
        if (from < to && input.edges[i].evidence != identity::Evidence::Inferred)
            depth[to] = std::max(depth[to], depth[from] + 1);
    }
    Events events;
    for (std::size_t i = 0; i < depth.size(); ++i) {
        if (depth[i] >= kLongChainHops)
            events.push_back(input.members[i].event);
    }
    findings.add(Rule::ChainTooLong, std::move(events),
                 [&] { return std::to_string(*std::max_element(depth.begin(), depth.end())); });
}

void findSkew(const FindingInput& input, FindingSink& findings)
{
    Events skewed;
    for (const identity::Edge& edge : input.edges) {
        const base::Timestamp cause = input.members.store().row(edge.from).producerTime;
        const base::Timestamp effect = input.members.store().row(edge.to).producerTime;
        const bool isKnown = cause != base::kNoTime && effect != base::kNoTime;
        if (edge.evidence == identity::Evidence::Declared && isKnown && effect < cause)
            skewed.push_back(edge.to);
    }
    findings.add(Rule::TimestampSkew, std::move(skewed));
}

/// Members that the broker received before one that comes earlier in the saga. Copies follow their originals whatever
/// the clocks say, so they take no part.
void findInversions(FindingSink& findings)
{
    base::Timestamp latest = base::kNoTime;
    findings.add(Rule::OrderInversion, findings.eventsWhere([&](const Member& member) {
        const base::Timestamp received = member.row->brokerTime;
        if (member.isAttempt() || member.isCopy() || received == base::kNoTime)
            return false;
        const bool isInverted = received < latest;
        latest = std::max(latest, received);
        return isInverted;
    }));
}

bool shareIdentifier(const Member& a, const Member& b)
{
    return std::any_of(a.links.begin(), a.links.end(), [&](identity::Link link) {
        return std::any_of(b.links.begin(), b.links.end(), [&](identity::Link other) { return other.id() == link.id(); });
    });
}

bool isPrompt(base::Timestamp asked, base::Timestamp answered)
{
    return asked != base::kNoTime && asked <= answered && answered - asked <= kReplyDelay;
}

/// What the reply at `position` answers: its declared cause, else the latest earlier event of its own domain that
/// shares an identifier with it.
base::EventIndex requestOf(const FindingInput& input, std::size_t position)
{
    const MemberList& members = input.members;
    const Member& reply = members[position];
    if (reply.cause.isValid())
        return reply.cause;
    const std::string_view domain = reply.type.substr(0, reply.type.find('.'));
    for (std::size_t i = position; i-- > 0 && isPrompt(members[i].row->time(), reply.row->time());) {
        const Member& other = members[i];
        const bool isSameDomain = other.type.substr(0, other.type.find('.')) == domain && other.type != reply.type;
        if (isSameDomain && !other.isCopy() && shareIdentifier(other, reply))
            return other.event;
    }
    return {};
}

void findReplies(const FindingInput& input, FindingSink& findings)
{
    Events events;
    auto topic = input.members[0].row->topic;
    bool isOnResultTopic = isResultTopic(input.members.store().topicName(topic));
    for (std::size_t i = 0; i < input.members.size(); ++i) {
        const Member& reply = input.members[i];
        if (reply.row->topic != topic) {
            topic = reply.row->topic;
            isOnResultTopic = isResultTopic(input.members.store().topicName(topic));
        }
        const bool canReply = isOnResultTopic && !reply.isCopy();
        const base::EventIndex request = canReply ? requestOf(input, i) : base::EventIndex();
        if (request.isValid() && isPromptReply(reply.event, request, input.members.store()))
            events.insert(events.end(), {request, reply.event});
    }
    findings.add(Rule::RequestReply, std::move(events));
}

/// Events of one source that nothing in the saga caused, each of another type, within the time of one request.
struct Burst
{
    base::Timestamp begin;
    std::vector<std::string_view> types;
    Events events;
};

/// Nothing that was seen caused it, and it awaits no other step: a request from outside is what is left as its cause.
std::vector<const Member*> beginnings(const FindingInput& input, const PositionEdges& edges)
{
    std::vector<bool> isCaused(input.members.size());
    for (const auto& edge : edges)
        isCaused[edge.second] = true;
    std::vector<const Member*> found;
    for (std::size_t i = 0; i < isCaused.size(); ++i) {
        if (isCaused[i])
            continue;
        const Member& member = input.members[i];
        const bool isAwaiting = member.step && !member.step->awaits.empty();
        if (!isAwaiting && member.repeat == identity::Repeat::None && member.row->source.isValid()
            && member.row->causationId.isNull() && member.row->time() != base::kNoTime)
            found.push_back(&member);
    }
    return found;
}

void findBursts(const FindingInput& input, const PositionEdges& edges, FindingSink& findings)
{
    const std::vector<const Member*> all = beginnings(input, edges);
    if (all.size() < 2)
        return;
    std::map<base::TextId, Burst> open; // by source
    Events events;
    const auto close = [&](Burst& burst) {
        if (burst.events.size() > 1)
            events.insert(events.end(), burst.events.begin(), burst.events.end());
        burst = {};
    };
    for (const Member* member : all) {
        Burst& burst = open[member->row->source];
        if (!burst.events.empty() && member->row->time() - burst.begin > kRequestSpan)
            close(burst);
        if (burst.events.empty())
            burst.begin = member->row->time();
        if (std::find(burst.types.begin(), burst.types.end(), member->type) == burst.types.end()) {
            burst.types.push_back(member->type);
            burst.events.push_back(member->event);
        }
    }
    for (auto& [source, burst] : open)
        close(burst);
    findings.add(Rule::RequestBurst, std::move(events));
}

} // namespace

bool isPromptReply(base::EventIndex reply, base::EventIndex request, const store::EventStore::View& events)
{
    const store::EventRow& answer = events.row(reply);
    return isResultTopic(events.topicName(answer.topic)) && isPrompt(clockOf(events.row(request)), clockOf(answer));
}

void findCausation(const FindingInput& input, FindingSink& findings)
{
    const PositionEdges edges = positions(input);
    findDangling(input, findings);
    findCycles(input, caughtInCycle(input.members.size(), edges), findings);
    findLongChains(input, edges, findings);
    findSkew(input, findings);
    findInversions(findings);
    findReplies(input, findings);
    findBursts(input, edges, findings);
}

} // namespace sagascope::saga
