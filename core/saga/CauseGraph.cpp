// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/CauseGraph.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <optional>
#include <queue>
#include <unordered_map>

#include "core/base/Components.h"

namespace sagascope::saga {
namespace {

constexpr std::size_t kUnseen = std::numeric_limits<std::size_t>::max();

/// What decides the order besides time: from declared causes, and from originals to their attempts.
PositionEdges orderingEdges(const MemberList& members)
{
    PositionEdges edges;
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member& member = members[i];
        if (const std::size_t from = member.cause.isValid() ? members.indexOf(member.cause) : members.size(); from < members.size())
            edges.emplace_back(from, i);
        if (member.repeat != identity::Repeat::Attempt)
            continue;
        if (const std::size_t original = members.indexOf(member.repeatOf); original < members.size())
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
            return isBefore(members[a], members[b], members.store());
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

/// Topological order over collapsed cycles, the earliest that is ready first.
void sortByCause(const MemberList& members, const PositionEdges& edges, std::vector<std::size_t>& order)
{
    std::vector<Unit> all = units(members, edges);
    const auto isLater = [&](std::size_t a, std::size_t b) {
        return isBefore(members[all[b].positions.front()], members[all[a].positions.front()], members.store());
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(isLater)> ready(isLater);
    for (std::size_t unit = 0; unit < all.size(); ++unit) {
        if (all[unit].waitsFor == 0)
            ready.push(unit);
    }
    order.clear();
    while (!ready.empty()) {
        const Unit& unit = all[ready.top()];
        ready.pop();
        order.insert(order.end(), unit.positions.begin(), unit.positions.end());
        for (const std::size_t next : unit.next) {
            if (--all[next].waitsFor == 0)
                ready.push(next);
        }
    }
}

bool shareIdentifier(const Member& a, const Member& b)
{
    return std::any_of(a.links.begin(), a.links.end(), [&](identity::Link link) {
        return std::any_of(b.links.begin(), b.links.end(), [&](identity::Link other) { return other.id() == link.id(); });
    });
}

struct RuleCause
{
    std::size_t position = kUnseen;
    std::string_view rule;
};

/// Finds the latest member that the rules let an effect follow. Few members are looked at one by one; among many, those
/// of the wanted type are found through a list, and those that are too late are skipped by halving.
class CauseFinder
{
public:
    CauseFinder(const MemberList& members, TypeTable& types, std::size_t definition, const InferredLink* link)
        : m_members(members), m_types(types), m_definition(definition), m_hasLists(members.size() > kFewMembers)
    {
        if (link) {
            m_isJoined.resize(members.size());
            for (std::size_t i = 0; i < members.size(); ++i)
                m_isJoined[i] = std::binary_search(link->events.begin(), link->events.end(), members[i].event);
        }
        if (m_hasLists)
            makeLists();
    }

    [[nodiscard]] RuleCause causeOf(std::size_t effect, identity::Evidence evidence) const
    {
        const std::span<const TypeTable::Cause> causes = m_types.causes(m_members[effect].number, m_definition);
        if (causes.empty())
            return {};
        return m_hasLists ? amongMany(effect, causes, evidence) : amongFew(effect, causes, evidence);
    }

private:
    static constexpr std::size_t kFewMembers = 48;
    struct TypeList
    {
        std::vector<std::size_t> positions;
        /// By place in `positions`: the smallest rank in time from there on, which only grows.
        std::vector<std::size_t> earliestFrom;
    };

    [[nodiscard]] static bool canCause(const Member& member) { return !member.isCopy() && !member.isAttempt(); }

    [[nodiscard]] bool isTied(std::size_t cause, std::size_t effect, identity::Evidence evidence) const
    {
        return evidence == identity::Evidence::Inferred ? m_isJoined[cause] != m_isJoined[effect]
                                                        : shareIdentifier(m_members[cause], m_members[effect]);
    }

    [[nodiscard]] RuleCause amongFew(std::size_t effect, std::span<const TypeTable::Cause> causes, identity::Evidence evidence) const
    {
        const Member& of = m_members[effect];
        for (std::size_t i = m_members.isByTime() ? effect : m_members.size(); i-- > 0;) {
            const Member& member = m_members[i];
            const auto cause = std::find_if(causes.begin(), causes.end(),
                                            [&](const auto& c) { return c.type == m_types.plain(member.number); });
            const bool fits = cause != causes.end() && canCause(member) && isTied(i, effect, evidence)
                && (m_members.isByTime() || isBefore(member, of, m_members.store()));
            if (fits)
                return {i, cause->rule};
        }
        return {};
    }

    [[nodiscard]] RuleCause amongMany(std::size_t effect, std::span<const TypeTable::Cause> causes, identity::Evidence evidence) const
    {
        RuleCause best;
        for (const TypeTable::Cause& cause : causes) {
            const auto found = m_lists.find(cause.type);
            const std::size_t latest = found == m_lists.end() ? kUnseen : latestIn(found->second, effect, evidence);
            if (latest != kUnseen && (best.position == kUnseen || latest > best.position))
                best = {latest, cause.rule};
        }
        return best;
    }

    [[nodiscard]] std::size_t latestIn(const TypeList& list, std::size_t effect, identity::Evidence evidence) const
    {
        const auto tooLate = std::lower_bound(list.earliestFrom.begin(), list.earliestFrom.end(), m_ranks[effect]);
        for (auto i = std::size_t(tooLate - list.earliestFrom.begin()); i-- > 0;) {
            const std::size_t position = list.positions[i];
            if (m_ranks[position] < m_ranks[effect] && isTied(position, effect, evidence))
                return position;
        }
        return kUnseen;
    }

    void makeLists()
    {
        std::vector<std::size_t> byTime(m_members.size());
        std::iota(byTime.begin(), byTime.end(), std::size_t(0));
        if (!m_members.isByTime())
            std::sort(byTime.begin(), byTime.end(), [&](std::size_t a, std::size_t b) {
                return isBefore(m_members[a], m_members[b], m_members.store());
            });
        m_ranks.resize(byTime.size());
        for (std::size_t rank = 0; rank < byTime.size(); ++rank)
            m_ranks[byTime[rank]] = rank;
        for (std::size_t i = 0; i < m_members.size(); ++i) {
            if (canCause(m_members[i]))
                m_lists[m_types.plain(m_members[i].number)].positions.push_back(i);
        }
        for (auto& [type, list] : m_lists) {
            list.earliestFrom.resize(list.positions.size());
            std::size_t earliest = kUnseen;
            for (std::size_t i = list.positions.size(); i-- > 0;)
                list.earliestFrom[i] = earliest = std::min(earliest, m_ranks[list.positions[i]]);
        }
    }

    const MemberList& m_members;
    TypeTable& m_types;
    std::size_t m_definition;
    bool m_hasLists;
    std::vector<bool> m_isJoined;     ///< by position: tied by inference to those that are not
    std::vector<std::size_t> m_ranks; ///< by position, in time
    std::unordered_map<TypeTable::Number, TypeList> m_lists;
};

} // namespace

std::vector<std::size_t> cycleComponents(std::size_t count, const PositionEdges& edges)
{
    return base::components(count, edges);
}

void findLogicalOrder(const MemberList& members, std::vector<std::size_t>& order)
{
    const auto isEarlier = [&](std::size_t a, std::size_t b) { return isBefore(members[a], members[b], members.store()); };
    order.resize(members.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const bool arrivedByTime = std::is_sorted(order.begin(), order.end(), isEarlier);
    if (!arrivedByTime)
        std::sort(order.begin(), order.end(), isEarlier);
    const PositionEdges edges = orderingEdges(members);
    const auto runsForward = [&](const auto& edge) {
        return arrivedByTime ? edge.first < edge.second : isEarlier(edge.first, edge.second);
    };
    // The earliest that is ready comes first; where every cause is earlier than its effect, that is the order of time.
    if (!std::all_of(edges.begin(), edges.end(), runsForward))
        sortByCause(members, edges, order);
}

void findEdges(const MemberList& members, TypeTable& types, std::optional<std::size_t> definition,
               const InferredLink* link, std::vector<identity::Edge>& edges)
{
    using identity::Evidence;
    edges.clear();
    std::optional<CauseFinder> finder;
    if (definition)
        finder.emplace(members, types, *definition, link);
    for (std::size_t i = 0; i < members.size(); ++i) {
        const Member& effect = members[i];
        if (effect.cause.isValid()) {
            if (members.indexOf(effect.cause) < members.size())
                edges.push_back({effect.cause, effect.event, Evidence::Declared, {}, std::nullopt});
            continue;
        }
        if (effect.isCopy() || !finder)
            continue;
        const RuleCause shared = finder->causeOf(i, Evidence::Aliased);
        const bool isAcross = shared.position == kUnseen && link != nullptr;
        const RuleCause cause = isAcross ? finder->causeOf(i, Evidence::Inferred) : shared;
        if (cause.position != kUnseen)
            edges.push_back({members[cause.position].event, effect.event, isAcross ? Evidence::Inferred : Evidence::Aliased,
                             cause.rule, isAcross ? std::optional(link->score) : std::nullopt});
    }
}

} // namespace sagascope::saga
