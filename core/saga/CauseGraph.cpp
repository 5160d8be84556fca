// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/CauseGraph.h"

#include <algorithm>
#include <limits>
#include <queue>
#include <unordered_map>

#include "core/base/Components.h"
#include "core/catalog/SagaDefinition.h"
#include "core/saga/Repeats.h"

namespace sagascope::saga {
namespace {

constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();

PositionEdges attemptEdges(const MemberList& members)
{
    PositionEdges edges;
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].repeat != identity::Repeat::Attempt)
            continue;
        if (const std::size_t original = members.indexOf(members[i].repeatOf); original < members.size())
            edges.emplace_back(original, i);
    }
    return edges;
}

/// A collapsed cycle: its members by time, and how many components must come before it.
struct Unit
{
    std::vector<std::size_t> positions;
    std::vector<std::size_t> next;
    std::size_t waitsFor = 0;
};

std::vector<Unit> units(const MemberList& members, const PositionEdges& edges)
{
    const std::vector<std::size_t> component = cycleComponents(members.size(), edges);
    std::vector<Unit> result(component.empty() ? 0 : *std::max_element(component.begin(), component.end()) + 1);
    for (std::size_t i = 0; i < component.size(); ++i)
        result[component[i]].positions.push_back(i);
    for (Unit& unit : result) {
        std::sort(unit.positions.begin(), unit.positions.end(), [&](std::size_t a, std::size_t b) {
            return isBefore(members[a].event, members[b].event, members.store());
        });
    }
    for (const auto& [from, to] : edges) {
        if (component[from] == component[to])
            continue;
        result[component[from]].next.push_back(component[to]);
        ++result[component[to]].waitsFor;
    }
    return result;
}

bool shareIdentifier(const Member& a, const Member& b)
{
    return std::any_of(a.links.begin(), a.links.end(), [&](identity::Link link) {
        return std::any_of(b.links.begin(), b.links.end(), [&](identity::Link other) { return other.id() == link.id(); });
    });
}

/// Members by event type, so that looking for a cause costs what there is of that type, not the whole saga.
class CauseFinder
{
public:
    CauseFinder(const MemberList& members, const InferredLink* link) : m_members(members), m_isJoined(members.size())
    {
        for (std::size_t i = 0; link && i < members.size(); ++i)
            m_isJoined[i] = std::binary_search(link->events.begin(), link->events.end(), members[i].event);
    }

    /// Call in logical order.
    void offer(std::size_t position) { m_byType[m_members[position].type].push_back(position); }

    [[nodiscard]] std::size_t latest(std::string_view type, std::size_t position, identity::Evidence evidence) const
    {
        const auto found = m_byType.find(type);
        if (found == m_byType.end())
            return kUnseen;
        const Member& effect = m_members[position];
        const auto fits = [&](std::size_t cause) {
            const bool isTied = evidence == identity::Evidence::Inferred ? m_isJoined[cause] != m_isJoined[position]
                                                                         : shareIdentifier(m_members[cause], effect);
            return isTied && isBefore(m_members[cause].event, effect.event, m_members.store());
        };
        const auto cause = std::find_if(found->second.rbegin(), found->second.rend(), fits);
        return cause == found->second.rend() ? kUnseen : *cause;
    }

private:
    const MemberList& m_members;
    std::vector<bool> m_isJoined; ///< by position: tied by inference to those that are not
    std::unordered_map<std::string_view, std::vector<std::size_t>> m_byType;
};

struct RuleCause
{
    std::size_t position = kUnseen;
    std::string_view rule;
};

/// The latest cause that any rule of the definition gives the effect.
RuleCause ruleCause(const CauseFinder& finder, const catalog::SagaDefinition& definition, std::size_t effect,
                    std::string_view type, identity::Evidence evidence)
{
    RuleCause cause;
    for (const catalog::FollowRule& rule : definition.follows) {
        if (rule.effect != type)
            continue;
        for (std::size_t k = 0; k < rule.causes.size(); ++k) {
            const std::size_t found = finder.latest(rule.causes[k], effect, evidence);
            if (found != kUnseen && (cause.position == kUnseen || found > cause.position))
                cause = {found, rule.names[k]};
        }
    }
    return cause;
}

} // namespace

base::EventIndex declaredCause(const Member& effect, const MemberList& members)
{
    if (effect.isCopy())
        return {};
    const base::EventIndex named = members.identity().sameIds().causeOf(effect.event);
    if (!named.isValid())
        return {};
    const base::EventIndex cause = orderedClass(named, members.store(), members.identity()).front();
    return cause == effect.event ? base::EventIndex() : cause;
}

PositionEdges declaredEdges(const MemberList& members)
{
    PositionEdges edges;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const base::EventIndex cause = declaredCause(members[i], members);
        if (const std::size_t from = cause.isValid() ? members.indexOf(cause) : members.size(); from < members.size())
            edges.emplace_back(from, i);
    }
    return edges;
}

std::vector<std::size_t> cycleComponents(std::size_t count, const PositionEdges& edges)
{
    return base::components(count, edges);
}

std::vector<std::size_t> logicalOrder(const MemberList& members, const PositionEdges& declared)
{
    PositionEdges edges = declared;
    const PositionEdges attempts = attemptEdges(members);
    edges.insert(edges.end(), attempts.begin(), attempts.end());
    std::vector<Unit> all = units(members, edges);

    const auto isLater = [&](std::size_t a, std::size_t b) {
        return isBefore(members[all[b].positions.front()].event, members[all[a].positions.front()].event, members.store());
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(isLater)> ready(isLater);
    for (std::size_t unit = 0; unit < all.size(); ++unit) {
        if (all[unit].waitsFor == 0)
            ready.push(unit);
    }
    std::vector<std::size_t> order;
    order.reserve(members.size());
    while (!ready.empty()) {
        const Unit& unit = all[ready.top()];
        ready.pop();
        order.insert(order.end(), unit.positions.begin(), unit.positions.end());
        for (const std::size_t next : unit.next) {
            if (--all[next].waitsFor == 0)
                ready.push(next);
        }
    }
    return order;
}

std::vector<identity::Edge> ruleEdges(const MemberList& members, const catalog::SagaDefinition& definition,
                                      const InferredLink* link)
{
    using identity::Evidence;
    std::vector<identity::Edge> edges;
    CauseFinder finder(members, link);
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (!members[i].isCopy() && !members[i].isAttempt())
            finder.offer(i);
    }
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member& effect = members[i];
        if (effect.isCopy() || declaredCause(effect, members).isValid())
            continue;
        const RuleCause shared = ruleCause(finder, definition, i, effect.type, Evidence::Aliased);
        const bool isAcross = shared.position == kUnseen && link != nullptr;
        const RuleCause cause = isAcross ? ruleCause(finder, definition, i, effect.type, Evidence::Inferred) : shared;
        if (cause.position != kUnseen)
            edges.push_back({members[cause.position].event, effect.event, isAcross ? Evidence::Inferred : Evidence::Aliased,
                             cause.rule, isAcross ? std::optional(link->score) : std::nullopt});
    }
    return edges;
}

} // namespace sagascope::saga
