// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SagaComparison.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

#include "core/catalog/SagaDefinition.h"
#include "core/saga/LateLines.h"
#include "core/session/Session.h"

namespace sagascope::session {
namespace {

using base::SagaId;
using saga::SagaState;
using saga::SagaSummary;

/// How much a saga of today and one of then have in common.
struct Overlap
{
    SagaId before;
    SagaId after;
    std::size_t members = 0;
};

/// What is compared of one saga.
struct Verdict
{
    SagaState state{};
    std::string_view definition; ///< empty: none
    base::RuleSet findings;      ///< of the saga alone
};

std::string_view nameOf(const catalog::SagaDefinition* definition)
{
    return definition ? std::string_view(definition->name) : std::string_view();
}

const SagaSummary& lineOf(const Snapshot& snapshot, SagaId saga)
{
    return snapshot.sagas.saga(saga);
}

/// The line's rules without those that its events break by themselves, which no definition has a say in.
base::RuleSet findingsOf(const Snapshot& snapshot, const SagaSummary& line)
{
    base::RuleSet rules = line.rules;
    for (const base::EventIndex event : *line.events) {
        if (!snapshot.events.row(event).has(store::EventFlag::HasHits))
            continue;
        for (const store::StoredHit& hit : snapshot.events.hitsOf(event))
            rules.reset(static_cast<std::size_t>(hit.rule));
    }
    return rules;
}

/// The line of a big saga may be behind, so such a saga is told.
Verdict verdictOf(const Snapshot& snapshot, SagaId id)
{
    const SagaSummary& line = lineOf(snapshot, id);
    Verdict verdict{line.state, nameOf(line.definition), {}};
    if (!saga::LateLines::mayWait(line.events)) {
        verdict.findings = findingsOf(snapshot, line);
        return verdict;
    }
    const saga::Story story = storyOf(snapshot, id);
    verdict.state = story.state;
    verdict.definition = nameOf(story.definition);
    for (const saga::StoryFinding& finding : story.findings)
        verdict.findings.set(static_cast<std::size_t>(finding.rule));
    return verdict;
}

/// Gathers sagas, and keeps the first examples by key.
class Gathering
{
public:
    void add(SagaId id, std::string_view key)
    {
        ++m_count;
        m_examples.push_back({id, std::string(key)});
        if (m_examples.size() >= 4 * SagaCount::kMostExamples)
            cut();
    }

    [[nodiscard]] std::uint64_t count() const { return m_count; }

    void moveTo(SagaCount& out)
    {
        cut();
        out.count = m_count;
        out.examples = std::move(m_examples);
    }

private:
    void cut()
    {
        const auto isBefore = [](const SagaExample& a, const SagaExample& b) {
            return std::tie(a.key, a.id) < std::tie(b.key, b.id);
        };
        std::sort(m_examples.begin(), m_examples.end(), isBefore);
        m_examples.resize(std::min(m_examples.size(), SagaCount::kMostExamples));
    }

    std::uint64_t m_count = 0;
    std::vector<SagaExample> m_examples;
};

class Comparison
{
public:
    Comparison(const Snapshot& before, WhatIf& result)
        : m_before(before), m_after(*result.changed), m_out(result), m_partner(before.sagas.slotCount()),
          m_hasPartner(m_after.sagas.slotCount())
    {
    }

    void run()
    {
        collectOverlaps();
        match();
        for (std::uint32_t i = 0; i < m_before.sagas.slotCount(); ++i)
            if (lineOf(m_before, SagaId(i)).isAlive)
                compare(SagaId(i));
        for (std::uint32_t i = 0; i < m_after.sagas.slotCount(); ++i)
            if (lineOf(m_after, SagaId(i)).isAlive)
                lookAtNew(SagaId(i));
        tell();
    }

private:
    using MoveKey = std::tuple<std::string_view, std::string_view, SagaState, SagaState>;

    void collectOverlaps()
    {
        std::vector<SagaId> meets;
        for (std::uint32_t i = 0; i < m_before.sagas.slotCount(); ++i) {
            const SagaSummary& line = lineOf(m_before, SagaId(i));
            if (!line.isAlive)
                continue;
            meets.clear();
            for (const base::EventIndex event : *line.events)
                if (const SagaId after = m_after.sagas.sagaOf(event); after.isValid())
                    meets.push_back(after);
            std::sort(meets.begin(), meets.end());
            for (std::size_t first = 0, end = 0; first < meets.size(); first = end) {
                while (end < meets.size() && meets[end] == meets[first])
                    ++end;
                m_overlaps.push_back({SagaId(i), meets[first], end - first});
            }
        }
    }

    /// The greatest overlaps first, so that sagas that stayed the same find each other whatever else there is. In a tie
    /// keys decide, which do not depend on the order of arrival.
    void match()
    {
        std::vector<Overlap> byWeight = m_overlaps;
        const auto rank = [&](const Overlap& o) {
            const SagaSummary& before = lineOf(m_before, o.before);
            const SagaSummary& after = lineOf(m_after, o.after);
            const bool isSame = o.members == before.events->size() && o.members == after.events->size();
            return std::tuple(!isSame, -std::int64_t(o.members), std::string_view(before.key),
                              std::string_view(after.key), o.before, o.after);
        };
        std::sort(byWeight.begin(), byWeight.end(), [&](const Overlap& a, const Overlap& b) { return rank(a) < rank(b); });
        for (const Overlap& overlap : byWeight) {
            if (m_partner[overlap.before.value].isValid() || m_hasPartner[overlap.after.value])
                continue;
            m_partner[overlap.before.value] = overlap.after;
            m_hasPartner[overlap.after.value] = true;
        }
    }

    void compare(SagaId id)
    {
        const SagaSummary& line = lineOf(m_before, id);
        const Verdict before = verdictOf(m_before, id);
        ++m_out.sagasBefore;
        ++m_out.statesBefore[static_cast<std::size_t>(before.state)];
        const std::size_t parts = partsOf(id);
        if (parts > 1)
            m_split.add(id, line.key);
        const SagaId partner = m_partner[id.value];
        if (!partner.isValid()) {
            if (parts == 0)
                m_vanished.add(id, line.key);
            countRules(before.findings, m_removed);
            return;
        }
        const Verdict after = verdictOf(m_after, partner);
        if (before.definition != after.definition)
            m_redefined[{before.definition, after.definition}].add(id, line.key);
        if (before.state != after.state)
            m_moves[{after.definition, before.definition, before.state, after.state}].add(id, line.key);
        countRules(before.findings & ~after.findings, m_removed);
        countRules(after.findings & ~before.findings, m_added);
        const bool isSame = before.state == after.state && before.definition == after.definition
            && before.findings == after.findings && std::ranges::equal(*line.events, *lineOf(m_after, partner).events);
        m_out.unchanged += isSame ? 1 : 0;
    }

    /// In how many sagas of then the members are.
    [[nodiscard]] std::size_t partsOf(SagaId before) const
    {
        const auto isLess = [](const Overlap& o, SagaId id) { return o.before < id; };
        auto overlap = std::lower_bound(m_overlaps.begin(), m_overlaps.end(), before, isLess);
        std::size_t parts = 0;
        for (; overlap != m_overlaps.end() && overlap->before == before; ++overlap)
            ++parts;
        return parts;
    }

    void lookAtNew(SagaId id)
    {
        const SagaSummary& line = lineOf(m_after, id);
        ++m_out.sagasAfter;
        ++m_out.statesAfter[static_cast<std::size_t>(line.state)];
        SagaId first;
        bool isMerged = false;
        for (const base::EventIndex event : *line.events) {
            const SagaId before = m_before.sagas.sagaOf(event);
            isMerged = isMerged || (before.isValid() && first.isValid() && before != first);
            first = first.isValid() ? first : before;
        }
        if (isMerged)
            m_merged.add(first, line.key);
        if (!first.isValid())
            m_appeared.add(id, line.key);
        if (!m_hasPartner[id.value])
            countRules(verdictOf(m_after, id).findings, m_added);
    }

    static void countRules(const base::RuleSet& rules, std::map<base::Rule, std::uint64_t>& counts)
    {
        for (const base::Rule rule : base::allRules())
            if (rules.test(static_cast<std::size_t>(rule)))
                ++counts[rule];
    }

    void tell()
    {
        for (auto& [key, gathered] : m_moves) {
            StateMove& move = m_out.moves.emplace_back();
            gathered.moveTo(move);
            move.definition = std::get<0>(key);
            move.definitionBefore = std::get<1>(key);
            move.from = std::get<2>(key);
            move.to = std::get<3>(key);
        }
        for (auto& [key, gathered] : m_redefined) {
            DefinitionMove& move = m_out.redefined.emplace_back();
            gathered.moveTo(move);
            move.from = key.first;
            move.to = key.second;
        }
        const auto isBigger = [](const SagaCount& a, const SagaCount& b) { return a.count > b.count; };
        std::stable_sort(m_out.moves.begin(), m_out.moves.end(), isBigger);
        std::stable_sort(m_out.redefined.begin(), m_out.redefined.end(), isBigger);
        m_merged.moveTo(m_out.merged);
        m_split.moveTo(m_out.split);
        m_appeared.moveTo(m_out.appeared);
        m_vanished.moveTo(m_out.vanished);
        tellFindings();
    }

    void tellFindings()
    {
        for (const base::Rule rule : base::allRules()) {
            const std::uint64_t added = m_added.contains(rule) ? m_added[rule] : 0;
            const std::uint64_t removed = m_removed.contains(rule) ? m_removed[rule] : 0;
            if (added + removed > 0)
                m_out.findings.push_back({rule, added, removed});
        }
        std::stable_sort(m_out.findings.begin(), m_out.findings.end(), [](const FindingMove& a, const FindingMove& b) {
            return a.added + a.removed > b.added + b.removed;
        });
    }

    const Snapshot& m_before;
    const Snapshot& m_after;
    WhatIf& m_out;
    std::vector<Overlap> m_overlaps; ///< by the saga of today
    std::vector<SagaId> m_partner;   ///< by saga of today; invalid when none
    std::vector<bool> m_hasPartner;  ///< by saga of then
    std::map<MoveKey, Gathering> m_moves;
    std::map<std::pair<std::string_view, std::string_view>, Gathering> m_redefined;
    Gathering m_merged;
    Gathering m_split;
    Gathering m_appeared;
    Gathering m_vanished;
    std::map<base::Rule, std::uint64_t> m_added;
    std::map<base::Rule, std::uint64_t> m_removed;
};

} // namespace

void compareSagas(const Snapshot& before, WhatIf& result)
{
    Comparison(before, result).run();
}

} // namespace sagascope::session
