// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "core/saga/Distribution.h"
#include "core/saga/Mining.h"

namespace sagascope::saga {

/// The sagas that are mined, reduced to which kind of event came when: the ground that steps are made from. A kind is an
/// event type or, where a coordinator names its steps, a type with a step. Side effects are counted and left out. First
/// add(), then seal(), then ask.
class MinedTraces
{
public:
    using Kind = std::size_t;
    struct KindStatistics
    {
        std::string type;
        std::string metadataStep;
        catalog::StepRole role{};
        std::uint64_t events = 0;
        std::map<std::string, std::uint64_t> services;
        std::map<std::string, std::uint64_t> fields;  ///< events that have it, by pointer
        std::map<std::string, std::uint64_t> numbers; ///< the same for numbers
        // After seal():
        std::uint64_t sagas = 0;
        std::uint64_t repeated = 0; ///< sagas
        std::uint64_t ended = 0;    ///< sagas that ended well
        std::uint64_t last = 0;     ///< … and in which nothing of its role came later
        double medianRank = 0;
        base::Duration medianOffset{0}; ///< since the saga's first event
    };
    struct Stop
    {
        Kind kind = 0;
        base::Timestamp time = base::kNoTime;
        bool isSameFact = false;
    };
    using Trace = std::vector<Stop>;

    void add(const MinedSaga& saga);
    void seal();

    [[nodiscard]] bool isOrchestrated() const { return m_withSagaId * 2 > m_traces.size(); }
    [[nodiscard]] std::uint64_t sagas() const { return m_traces.size(); }
    [[nodiscard]] std::uint64_t failed() const { return m_failed; }
    [[nodiscard]] std::uint64_t unfinished() const { return m_unfinished; }
    [[nodiscard]] std::uint64_t ended() const { return m_traces.size() - m_failed - m_unfinished; }
    [[nodiscard]] const std::vector<KindStatistics>& kinds() const { return m_kinds; }
    [[nodiscard]] const std::map<std::string, std::uint64_t>& sideEffects() const { return m_sideEffects; } ///< sagas by type
    /// Ways of the sagas that ended well: the first stop at each kind, in order.
    [[nodiscard]] const std::vector<Trace>& endedTraces() const { return m_ended; }

    /// Over all sagas that have both: in how many `first` comes before `second`, of how many, and how long it takes.
    struct Succession
    {
        std::uint64_t before = 0;
        std::uint64_t both = 0;
        Distribution gaps;
    };
    [[nodiscard]] Succession succession(Kind first, Kind second) const;

private:
    Kind kindOf(const MinedEvent& event);
    void foldKinds();
    void measure();
    [[nodiscard]] bool isFailed(const Trace& trace) const;
    [[nodiscard]] std::vector<bool> goingOn() const;
    [[nodiscard]] Trace firstStops(const Trace& trace) const;
    void measureEnded(const Trace& firsts);

    std::vector<KindStatistics> m_kinds;
    std::map<std::pair<std::string, std::string>, Kind> m_byName;
    std::vector<Trace> m_traces;
    std::vector<Trace> m_firsts; ///< after seal(): the same with the first stop of each kind alone
    std::vector<Trace> m_ended;
    std::map<std::string, std::uint64_t> m_sideEffects;
    std::uint64_t m_withSagaId = 0;
    std::uint64_t m_failed = 0;
    std::uint64_t m_unfinished = 0;
};

} // namespace sagascope::saga
