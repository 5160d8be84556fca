// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/StepTrace.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "core/catalog/SagaDefinition.h"
#include "core/saga/Evaluation.h"
#include "core/saga/Member.h"

namespace sagascope::saga {
namespace {

constexpr std::uint32_t kNoStep = 0xFFFFFFFF;
constexpr std::size_t kNoCause = std::size_t(-1);
/// Above this many members looking for each other one by one costs more than the long way.
constexpr std::size_t kMaxPlain = 64;

bool shareIdentifier(base::EventIndex a, base::EventIndex b, const identity::Identity::View& identity)
{
    const auto left = identity.linksOf(a);
    const auto right = identity.linksOf(b);
    return std::any_of(left.begin(), left.end(), [&](identity::Link link) {
        const auto isSame = [&](identity::Link other) { return other.id() == link.id(); };
        return std::any_of(right.begin(), right.end(), isSame) && !identity.isHub(link.id());
    });
}

} // namespace

std::vector<Branch> branchesOf(const catalog::SagaDefinition& definition)
{
    std::vector<Branch> branches;
    for (const catalog::FollowRule& rule : definition.follows) {
        for (std::size_t i = 0; i < rule.causes.size(); ++i)
            branches.push_back({rule.effect, rule.causes[i], rule.names[i]});
    }
    return branches;
}

StepTrace TraceChunk::operator[](std::size_t i) const
{
    const Head& head = m_heads[i];
    const std::uint32_t firstStep = i == 0 ? 0 : m_heads[i - 1].endStep;
    const std::uint32_t firstBranch = i == 0 ? 0 : m_heads[i - 1].endBranch;
    StepTrace trace{head.saga, head.definition, head.state, head.startedAt, head.endedAt, {}, {}};
    trace.steps = std::span(m_steps).subspan(firstStep, head.endStep - firstStep);
    trace.branches = std::span(m_branches).subspan(firstBranch, head.endBranch - firstBranch);
    return trace;
}

/// What one definition (or none) makes of event types, looked up by the store's text ids.
class StepTracer::Lexicon
{
public:
    /// What a type means here.
    struct Word
    {
        std::uint32_t step = kNoStep;
        bool isRepeatable = true;
        bool isEffect = false; ///< some branch ends with it
        std::string_view type;
    };

    Lexicon(const catalog::SagaDefinition* definition, base::TextPool& types) : m_definition(definition), m_types(types)
    {
        if (definition)
            m_branches = branchesOf(*definition);
    }

    [[nodiscard]] const catalog::SagaDefinition* definition() const { return m_definition; }

    [[nodiscard]] Evaluation& evaluation()
    {
        using Definitions = std::vector<const catalog::SagaDefinition*>;
        if (!m_evaluation)
            m_evaluation = std::make_unique<Evaluation>(m_definition ? Definitions{m_definition} : Definitions{});
        return *m_evaluation;
    }

    [[nodiscard]] Word read(std::string_view type, std::string_view metadataStep)
    {
        Word word;
        word.type = type;
        word.isEffect = std::any_of(m_branches.begin(), m_branches.end(), [&](const Branch& b) { return b.effect == type; });
        if (!m_definition) {
            word.step = m_types.intern(type).value;
        } else if (const auto* step = m_definition->stepOf(type, metadataStep)) {
            word.step = std::uint32_t(step - m_definition->steps.data());
            word.isRepeatable = step->isRepeatable;
        }
        return word;
    }

    [[nodiscard]] const Word& read(base::TextId id, const store::EventStore::View& events)
    {
        const auto found = m_words.find(id);
        return found != m_words.end() ? found->second : m_words.emplace(id, read(events.text(id), {})).first->second;
    }

    /// Index of the branch; kNoStep when the definition has no such one.
    [[nodiscard]] std::uint32_t branch(std::string_view effect, std::string_view cause) const
    {
        for (std::size_t i = 0; i < m_branches.size(); ++i) {
            if (m_branches[i].effect == effect && m_branches[i].cause == cause)
                return std::uint32_t(i);
        }
        return kNoStep;
    }

private:
    const catalog::SagaDefinition* m_definition;
    std::unique_ptr<Evaluation> m_evaluation; ///< for what takes the long way
    base::TextPool& m_types;
    std::vector<Branch> m_branches;
    std::unordered_map<base::TextId, Word> m_words;
};

/// A member in as few words as the plain way needs.
struct StepTracer::Lean
{
    base::EventIndex event;
    const store::EventRow* row = nullptr;
    std::size_t cause = kNoCause; ///< position of the declared cause
    bool namesCause = false;      ///< a declared cause is known, inside the saga or not
    Lexicon::Word word;
};

StepTracer::StepTracer(const RecordedSagas& from, base::TextPool& types) : m_from(from), m_types(types) {}
StepTracer::~StepTracer() = default;

StepTracer::Lexicon& StepTracer::lexiconOf(const catalog::SagaDefinition* definition)
{
    auto& lexicon = m_lexicons[definition];
    if (!lexicon)
        lexicon = std::make_unique<Lexicon>(definition, m_types);
    return *lexicon;
}

void StepTracer::trace(base::SagaId id, TraceChunk& into)
{
    const SagaSummary& saga = m_from.sagas.saga(id);
    if (!saga.isAlive || !saga.events)
        return;
    Lexicon& lexicon = lexiconOf(saga.definition);
    const bool isJoined = saga.inferred && saga.inferred->link; // its rules run across the join, too
    if (!isJoined && sortPlain(*saga.events))
        tracePlain(lexicon, into);
    else
        traceLong(saga, lexicon, into);
    TraceChunk::Head head{id, saga.state, saga.definition, saga.startedAt, saga.endedAt, 0, 0};
    const std::size_t firstBranch = into.m_heads.empty() ? 0 : into.m_heads.back().endBranch;
    const auto first = into.m_branches.begin() + std::ptrdiff_t(firstBranch);
    std::sort(first, into.m_branches.end());
    into.m_branches.erase(std::unique(first, into.m_branches.end()), into.m_branches.end());
    head.endStep = std::uint32_t(into.m_steps.size());
    head.endBranch = std::uint32_t(into.m_branches.size());
    into.m_heads.push_back(head);
}

/// Fills m_plain with the members in logical order. False when that takes more than comparing times: there are
/// repeats by id, or a cause later than its effect.
bool StepTracer::sortPlain(std::span<const base::EventIndex> members)
{
    if (members.size() > kMaxPlain)
        return false;
    m_plain.clear();
    for (const base::EventIndex event : members) {
        if (!m_from.identity.sameIds().isAlone(event))
            return false;
        m_plain.push_back({event, &m_from.events.row(event), kNoCause, false, {}});
    }
    std::sort(m_plain.begin(), m_plain.end(),
              [&](const Lean& a, const Lean& b) { return isBefore(a.event, b.event, m_from.events); });
    for (std::size_t i = 0; i < m_plain.size(); ++i) {
        const base::EventIndex named = m_from.identity.sameIds().causeOf(m_plain[i].event);
        if (!named.isValid() || named == m_plain[i].event)
            continue;
        if (!m_from.identity.sameIds().isAlone(named))
            return false;
        m_plain[i].namesCause = true;
        const auto cause = std::find_if(m_plain.begin(), m_plain.end(), [&](const Lean& m) { return m.event == named; });
        if (cause == m_plain.end())
            continue;
        m_plain[i].cause = std::size_t(cause - m_plain.begin());
        if (m_plain[i].cause > i)
            return false;
    }
    return true;
}

void StepTracer::tracePlain(Lexicon& lexicon, TraceChunk& into)
{
    m_facts.clear();
    for (Lean& member : m_plain) {
        const identity::EventExtras extras = m_from.identity.extras(member.event);
        if (extras.originalType.isValid() || extras.sagaStep.isValid()) {
            const auto type = extras.originalType.isValid() ? m_from.identity.text(extras.originalType)
                                                            : m_from.events.text(member.row->type);
            const auto step = extras.sagaStep.isValid() ? m_from.identity.text(extras.sagaStep) : std::string_view();
            member.word = lexicon.read(type, step);
        } else {
            member.word = lexicon.read(member.row->type, m_from.events);
        }
        if (member.word.step == kNoStep)
            continue;
        const std::uint64_t fact = m_from.identity.facts(member.event).factHash;
        if (!member.word.isRepeatable && fact != 0) {
            if (std::find(m_facts.begin(), m_facts.end(), fact) != m_facts.end())
                continue;
            m_facts.push_back(fact);
        }
        into.m_steps.push_back({member.row->time(), member.event, member.word.step, member.row->source});
    }
    if (lexicon.definition())
        traceBranches(lexicon, into);
}

/// The same edges as findEdges() finds, as far as the definition names their types.
void StepTracer::traceBranches(Lexicon& lexicon, TraceChunk& into)
{
    const auto isOffered = [](const Lean& m) {
        return !m.row->has(store::EventFlag::Retry) && !m.row->has(store::EventFlag::DeadLetter);
    };
    const auto note = [&](const Lean& effect, const Lean& cause) {
        const std::uint32_t branch = lexicon.branch(effect.word.type, cause.word.type);
        if (branch != kNoStep)
            into.m_branches.push_back(std::uint16_t(branch));
        return branch != kNoStep;
    };
    for (std::size_t i = 0; i < m_plain.size(); ++i) {
        const Lean& effect = m_plain[i];
        if (!effect.word.isEffect)
            continue;
        if (effect.namesCause) {
            if (effect.cause != kNoCause)
                note(effect, m_plain[effect.cause]);
            continue;
        }
        for (std::size_t k = i; k-- > 0;) {
            const Lean& cause = m_plain[k];
            const bool fits = isOffered(cause) && lexicon.branch(effect.word.type, cause.word.type) != kNoStep
                && shareIdentifier(cause.event, effect.event, m_from.identity);
            if (fits) {
                note(effect, cause);
                break;
            }
        }
    }
}

void StepTracer::traceLong(const SagaSummary& saga, Lexicon& lexicon, TraceChunk& into)
{
    Evaluation& evaluation = lexicon.evaluation();
    evaluation.arrange(*saga.events, m_from.events, m_from.identity, saga.inferred.get());
    const MemberList& members = evaluation.members();
    for (const identity::Edge& edge : evaluation.edges()) {
        const std::uint32_t branch =
            lexicon.branch(members[members.indexOf(edge.to)].type, members[members.indexOf(edge.from)].type);
        if (branch != kNoStep)
            into.m_branches.push_back(std::uint16_t(branch));
    }
    for (const Member& member : members) {
        const Lexicon::Word word = lexicon.read(member.type, member.metadataStep);
        const bool counts = word.step != kNoStep && !member.isCopy() && member.repeat != identity::Repeat::SameFact;
        if (counts)
            into.m_steps.push_back({member.row->time(), member.event, word.step, member.row->source});
    }
}

} // namespace sagascope::saga
