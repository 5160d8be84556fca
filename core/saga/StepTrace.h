// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/TextPool.h"
#include "core/base/Time.h"
#include "core/identity/Identity.h"
#include "core/saga/SagaTracker.h"
#include "core/store/EventStore.h"

namespace sagascope::catalog {
struct SagaDefinition;
}

namespace sagascope::saga {

/// Views of one moment that belong together, as a snapshot holds them.
struct RecordedSagas
{
    store::EventStore::View events;
    identity::Identity::View identity;
    SagaTracker::View sagas;
};

/// One step that a saga took, as populations count it.
struct TraceStep
{
    base::Timestamp at = base::kNoTime; ///< producer time, else broker time
    base::EventIndex event;
    /// Index into the definition's steps; without a definition a TextId of the event type in the tracer's pool.
    std::uint32_t step = 0;
    base::TextId source; ///< in the store's texts; invalid when absent
};

/// A saga boiled down to its steps in logical order. Repeats are left out, be they copies or the same fact stated
/// again; so are events that are no step of the definition. `branches` names the pairs of types that the definition
/// lets follow one another and that did so here: indices into branchesOf(), without duplicates.
struct StepTrace
{
    base::SagaId saga;
    const catalog::SagaDefinition* definition = nullptr;
    SagaState state = SagaState::Running;
    base::Timestamp startedAt = base::kNoTime;
    base::Timestamp endedAt = base::kNoTime; ///< kNoTime while it has not ended
    std::span<const TraceStep> steps;
    std::span<const std::uint16_t> branches;
};

/// "This type follows that type", once per cause of the definition's rules.
struct Branch
{
    std::string_view effect;
    std::string_view cause;
    std::string_view name; ///< "effect<-cause"
};
[[nodiscard]] std::vector<Branch> branchesOf(const catalog::SagaDefinition& definition);

/// The traces of some sagas in flat arrays. Immutable once made; any thread.
class TraceChunk
{
public:
    [[nodiscard]] std::size_t size() const { return m_heads.size(); }
    [[nodiscard]] StepTrace operator[](std::size_t i) const;

private:
    friend class StepTracer;
    struct Head
    {
        base::SagaId saga;
        SagaState state = SagaState::Running;
        const catalog::SagaDefinition* definition = nullptr;
        base::Timestamp startedAt = base::kNoTime;
        base::Timestamp endedAt = base::kNoTime;
        std::uint32_t endStep = 0; ///< its steps end here, and start where those before end
        std::uint32_t endBranch = 0;
    };
    std::vector<Head> m_heads;
    std::vector<TraceStep> m_steps;
    std::vector<std::uint16_t> m_branches;
};

/// Makes traces without telling the whole story: no evidence, no findings, no keys. Sagas without repeats whose
/// causes come first in time, which is nearly all, need one sort of their members; the others go the long way.
/// Not thread-safe; lives no longer than what it was made from.
class StepTracer
{
public:
    /// `types` receives the event types of sagas without definition.
    StepTracer(const RecordedSagas& from, base::TextPool& types);
    ~StepTracer();

    /// Appends the saga's trace; nothing when the slot is not alive.
    void trace(base::SagaId saga, TraceChunk& into);

private:
    class Lexicon;
    struct Lean;
    [[nodiscard]] bool sortPlain(std::span<const base::EventIndex> members);
    void tracePlain(Lexicon& lexicon, TraceChunk& into);
    void traceBranches(Lexicon& lexicon, TraceChunk& into);
    void traceLong(const SagaSummary& saga, Lexicon& lexicon, TraceChunk& into);
    [[nodiscard]] Lexicon& lexiconOf(const catalog::SagaDefinition* definition);

    const RecordedSagas& m_from;
    base::TextPool& m_types;
    std::unordered_map<const catalog::SagaDefinition*, std::unique_ptr<Lexicon>> m_lexicons;
    std::vector<Lean> m_plain;           ///< members of the saga at hand, in logical order
    std::vector<std::uint64_t> m_facts;  ///< of its steps
};

} // namespace sagascope::saga
