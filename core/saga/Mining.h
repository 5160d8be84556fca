// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/Time.h"
#include "core/catalog/SagaDefinition.h"

namespace sagascope::saga {

/// A text or whole number in an event's payload that may be an identifier.
struct MinedField
{
    std::string pointer; ///< starts at the envelope: "/payload/bookingId"
    std::string kind;    ///< that the catalog declares for it; empty when it does not say
    std::string value;
};

/// One event of a saga as mining looks at it. Copies (redelivered, on a retry topic) are left out by who fills it.
struct MinedEvent
{
    std::string type; ///< without the platform's prefix
    std::string service;
    std::string metadataStep; ///< empty when none
    base::Timestamp time = base::kNoTime;
    bool isSameFact = false;         ///< tells what another told before
    std::vector<std::size_t> causes; ///< positions of its declared causes in the saga
    std::vector<MinedField> fields;
    std::vector<std::string> numbers; ///< pointers of numbers: one of them may be an amount
};

/// A chosen saga: its events in the order in which they came about, by the clock that time limits go by.
struct MinedSaga
{
    std::vector<MinedEvent> events;
    bool hasSagaId = false; ///< a coordinator names it
};

/// Why a step of a proposal is as it is. In the order of the definition's steps.
struct StepEvidence
{
    std::uint64_t sagas = 0;   ///< that have it
    double share = 0;          ///< … of all
    double shareOfEnded = 0;   ///< … of those that ended without a failure; it decides what is required
    double repeatedShare = 0;  ///< of the sagas that have it: more than once, copies and same facts aside
    double medianRank = 0;     ///< place among the saga's steps, from 0
    double serviceShare = 0;   ///< of its events that come from `service`
    std::uint64_t waits = 0;   ///< samples of the time since `awaits`
    base::Duration median{0};  ///< of those
    base::Duration p99{0};     ///< of those; the time limit is the next round number
    std::string word;          ///< what of its event type made it a failure or a compensation; empty for a plain step
};

/// Why a join of a proposal is as it is. In the order of the definition's joins.
struct JoinEvidence
{
    std::uint64_t sagas = 0; ///< in which its value is on two or more events
    double share = 0;        ///< … of those that have it at all
    double unique = 0;       ///< share of its values that are in one saga only
    bool isDeclaredId = false; ///< a correlation or saga id, which ties events together without any definition
};

/// One cause of a rule "this type follows that type".
struct FollowEvidence
{
    std::string effect;
    std::string cause;
    std::uint64_t count = 0;    ///< effects that this is the cause of, or directly follow it
    std::uint64_t of = 0;       ///< effects that have any
    std::uint64_t declared = 0; ///< of `count`: a causation id says so
};

/// An event type that is too rare to be a step.
struct LeftOutType
{
    std::string eventType;
    std::uint64_t sagas = 0;
    double share = 0;
};

/// A definition made from sagas, with what speaks for each part. A plain value.
struct Proposal
{
    catalog::SagaDefinition definition;
    std::uint64_t chosen = 0;     ///< sagas that it was to be made from
    std::uint64_t sagas = 0;      ///< … that were looked at: a fair sample where there are very many
    std::uint64_t failed = 0;     ///< … of these, with a failure or a compensation
    std::uint64_t unfinished = 0; ///< … that stop where most others go on
    std::vector<StepEvidence> steps;
    std::vector<JoinEvidence> joins;
    std::vector<FollowEvidence> follows; ///< in the order of the rules and of their causes
    std::vector<LeftOutType> leftOut;    ///< most frequent first
    bool isJoinedByDeclaredIdsOnly = false; ///< no field of the payload ties the events together
    bool hasClearStart = false;
    bool hasClearEnd = false; ///< otherwise the definition has no end
};

/// Gathers what sagas have in common, and proposes a definition from it: what 95 % of the ended ones have is required, what
/// 5 % of all have is a step, order is by median rank. One thread.
class Mining
{
public:
    /// `known`: the definition that most of the sagas follow, whose names, facts and inference are kept; null when there is
    /// none. It must outlive the call to propose().
    explicit Mining(const catalog::SagaDefinition* known = nullptr);
    ~Mining();

    void add(const MinedSaga& saga);
    /// What was gathered, as a definition of that name that parseSagaDefinition() accepts. Needs a saga with an event.
    [[nodiscard]] Proposal propose(std::string name) const;

private:
    class Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace sagascope::saga
