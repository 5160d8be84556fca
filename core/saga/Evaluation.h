// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/identity/Evidence.h"
#include "core/identity/Identity.h"
#include "core/saga/Inferred.h"
#include "core/saga/Member.h"
#include "core/saga/Progress.h"
#include "core/saga/RepeatIndex.h"
#include "core/saga/Saga.h"
#include "core/saga/TypeTable.h"
#include "core/store/EventStore.h"

namespace sagascope::catalog {
class Catalog;
}

namespace sagascope::saga {

/// One saga worked out: order, repeats, steps, edges, evidence, state, findings. This is the one truth about a saga;
/// the line in the list (SagaSummary) and the whole story (tell()) only dress it differently, so they cannot disagree.
///
/// It is made to be used for one saga after the other: it keeps its memory, and what it learnt of event types. All
/// sagas must be of one store. One thread; the catalog, and the views handed in, must outlive what is asked about them.
class Evaluation
{
public:
    /// An identifier of the saga, hubs left out.
    struct Carried
    {
        base::IdentifierId id;
        identity::IdentifierKind kind{}; ///< a booking's value is a reference as soon as one event calls it so
        std::uint32_t carriers = 0;      ///< members that are no copies
        std::size_t lastCarrier = 0;     ///< while counting
    };

    explicit Evaluation(const catalog::Catalog& catalog);
    /// With just these to choose from; they must outlive it.
    explicit Evaluation(const std::vector<const catalog::SagaDefinition*>& definitions);

    /// What does not depend on the clock: everything but state, times and findings. `inferred` may be null.
    void arrange(std::span<const base::EventIndex> events, const store::EventStore::View& store,
                 const identity::Identity::View& identity, const Inferred* inferred);
    /// The rest, as of `now`.
    void judge(base::Timestamp now);

    /// What it learnt of repeats, for whoever asks about events of the same views.
    [[nodiscard]] RepeatIndex& repeats() { return m_repeats; }

    [[nodiscard]] const MemberList& members() const { return m_members; } ///< in logical order
    [[nodiscard]] const std::vector<identity::Edge>& edges() const { return m_edges; } ///< by the effect's position
    [[nodiscard]] const catalog::SagaDefinition* definition() const;
    [[nodiscard]] const std::vector<Carried>& identifiers() const { return m_identifiers; } ///< in no particular order
    [[nodiscard]] const Carried* identifier(base::IdentifierId id) const; ///< null for a hub
    [[nodiscard]] identity::Evidence evidence(std::size_t position) const { return m_evidence[position]; }
    /// Whether the identifier ties the member to the rest: to another member, or a copy to its original.
    [[nodiscard]] bool isTie(const Member& member, base::IdentifierId id) const;
    /// The smallest identifier of the kind that the definition prefers; the first event's place where there is none.
    [[nodiscard]] std::string_view key(base::TextPool& texts) const;

    [[nodiscard]] SagaState state() const { return m_state; }
    [[nodiscard]] base::Timestamp startedAt() const { return m_startedAt; }
    [[nodiscard]] base::Timestamp endedAt() const { return m_endedAt; }
    [[nodiscard]] base::Timestamp nextDeadline() const;
    [[nodiscard]] const Progress* progress() const { return m_definition ? &m_progress : nullptr; }
    [[nodiscard]] const std::vector<StoryFinding>& findings() const { return m_findings; }
    [[nodiscard]] std::vector<StoryFinding> takeFindings() { return std::move(m_findings); }

private:
    void markRepeats();
    [[nodiscard]] base::EventIndex declaredCause(const Member& effect);
    void assignSteps();
    void collectIdentifiers();
    Carried& carried(identity::Link link);
    void weighEvidence();
    void findTimes();

    TypeTable m_types;
    RepeatIndex m_repeats;
    MemberList m_members;
    std::vector<identity::Edge> m_edges;
    std::vector<std::size_t> m_order;
    std::vector<identity::Evidence> m_evidence; ///< by position
    std::vector<Carried> m_identifiers;
    std::unordered_map<base::IdentifierId, std::size_t> m_places; ///< of many identifiers
    std::vector<StoryFinding> m_findings;
    Progress m_progress;
    const Inferred* m_inferred = nullptr;
    std::optional<std::size_t> m_definition; ///< a place in m_types
    SagaState m_state = SagaState::Running;
    base::Timestamp m_startedAt = base::kNoTime;
    base::Timestamp m_endedAt = base::kNoTime;
};

} // namespace sagascope::saga
