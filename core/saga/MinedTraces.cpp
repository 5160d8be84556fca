// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/MinedTraces.h"

#include <algorithm>
#include <set>

#include "core/saga/TypeWords.h"

namespace sagascope::saga {
namespace {

/// A saga that stops where so many others go on has not ended.
constexpr double kMostGoOn = 0.8;

void addCounts(std::map<std::string, std::uint64_t>& into, const std::map<std::string, std::uint64_t>& from)
{
    for (const auto& [name, count] : from)
        into[name] += count;
}

template <typename Value> Value medianOf(std::vector<Value>& values)
{
    if (values.empty())
        return {};
    const auto middle = values.begin() + std::ptrdiff_t((values.size() - 1) / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

} // namespace

MinedTraces::Kind MinedTraces::kindOf(const MinedEvent& event)
{
    const auto [known, isNew] = m_byName.try_emplace({event.type, event.metadataStep}, m_kinds.size());
    if (isNew) {
        KindStatistics& kind = m_kinds.emplace_back();
        kind.type = event.type;
        kind.metadataStep = event.metadataStep;
        kind.role = TypeWords::of(event.type).role();
    }
    return known->second;
}

void MinedTraces::add(const MinedSaga& saga)
{
    Trace trace;
    std::set<std::string_view> beside;
    for (const MinedEvent& event : saga.events) {
        if (isSideEffect(event.type)) {
            if (beside.insert(event.type).second)
                ++m_sideEffects[event.type];
            continue;
        }
        const Kind kind = kindOf(event);
        KindStatistics& statistics = m_kinds[kind];
        ++statistics.events;
        if (!event.service.empty())
            ++statistics.services[event.service];
        for (const MinedField& field : event.fields)
            ++statistics.fields[field.pointer];
        for (const std::string& pointer : event.numbers)
            ++statistics.numbers[pointer];
        trace.push_back({kind, event.time, event.isSameFact});
    }
    m_withSagaId += saga.hasSagaId ? 1 : 0;
    m_traces.push_back(std::move(trace));
}

void MinedTraces::seal()
{
    foldKinds();
    measure();
    const std::vector<bool> isGoingOn = goingOn();
    for (const Trace& firsts : m_firsts) {
        if (isFailed(firsts))
            ++m_failed;
        else if (firsts.empty() || isGoingOn[firsts.back().kind])
            ++m_unfinished;
        else
            measureEnded(firsts);
    }
}

/// Steps are named in orchestrated sagas only, and even there not in every event: one without a name is of the one kind
/// of its type that has one.
void MinedTraces::foldKinds()
{
    std::vector<Kind> into(m_kinds.size());
    for (Kind kind = 0; kind < m_kinds.size(); ++kind) {
        into[kind] = kind;
        const auto isTwin = [&](const KindStatistics& other) { return other.type == m_kinds[kind].type && &other != &m_kinds[kind]; };
        const auto twins = std::count_if(m_kinds.begin(), m_kinds.end(), isTwin);
        const auto twin = std::find_if(m_kinds.begin(), m_kinds.end(), isTwin);
        if (isOrchestrated() ? m_kinds[kind].metadataStep.empty() && twins == 1 : twins > 0 && twin < m_kinds.begin() + std::ptrdiff_t(kind))
            into[kind] = Kind(twin - m_kinds.begin());
    }
    for (Kind kind = 0; kind < m_kinds.size(); ++kind) {
        if (into[kind] == kind)
            continue;
        KindStatistics& target = m_kinds[into[kind]];
        target.events += m_kinds[kind].events;
        addCounts(target.services, m_kinds[kind].services);
        addCounts(target.fields, m_kinds[kind].fields);
        addCounts(target.numbers, m_kinds[kind].numbers);
    }
    for (Trace& trace : m_traces)
        for (Stop& stop : trace)
            stop.kind = into[stop.kind];
    if (!isOrchestrated())
        for (KindStatistics& kind : m_kinds)
            kind.metadataStep.clear();
}

MinedTraces::Trace MinedTraces::firstStops(const Trace& trace) const
{
    Trace firsts;
    for (const Stop& stop : trace)
        if (std::none_of(firsts.begin(), firsts.end(), [&](const Stop& s) { return s.kind == stop.kind; }))
            firsts.push_back(stop);
    return firsts;
}

void MinedTraces::measure()
{
    std::vector<std::vector<double>> ranks(m_kinds.size());
    std::vector<std::vector<base::Duration>> offsets(m_kinds.size());
    for (const Trace& trace : m_traces) {
        std::map<Kind, std::size_t> times;
        for (const Stop& stop : trace)
            times[stop.kind] += stop.isSameFact ? 0 : 1;
        for (const auto& [kind, count] : times)
            m_kinds[kind].repeated += count > 1 ? 1 : 0;
        m_firsts.push_back(firstStops(trace));
        const Trace& firsts = m_firsts.back();
        for (std::size_t i = 0; i < firsts.size(); ++i) {
            ++m_kinds[firsts[i].kind].sagas;
            ranks[firsts[i].kind].push_back(double(i));
            if (firsts[i].time != base::kNoTime && firsts.front().time != base::kNoTime)
                offsets[firsts[i].kind].push_back(firsts[i].time - firsts.front().time);
        }
    }
    for (Kind kind = 0; kind < m_kinds.size(); ++kind) {
        m_kinds[kind].medianRank = medianOf(ranks[kind]);
        m_kinds[kind].medianOffset = medianOf(offsets[kind]);
    }
}

bool MinedTraces::isFailed(const Trace& trace) const
{
    return std::any_of(trace.begin(), trace.end(), [&](const Stop& s) { return m_kinds[s.kind].role != catalog::StepRole::Step; });
}

/// By kind: whether most sagas that stop there go on.
std::vector<bool> MinedTraces::goingOn() const
{
    std::vector<std::uint64_t> last(m_kinds.size());
    for (const Trace& firsts : m_firsts)
        if (!firsts.empty())
            ++last[firsts.back().kind];
    std::vector<bool> isGoingOn(m_kinds.size());
    for (Kind kind = 0; kind < m_kinds.size(); ++kind) {
        const auto sagas = double(m_kinds[kind].sagas);
        isGoingOn[kind] = sagas > 0 && (sagas - double(last[kind])) / sagas >= kMostGoOn;
    }
    return isGoingOn;
}

void MinedTraces::measureEnded(const Trace& firsts)
{
    for (const Stop& stop : firsts)
        ++m_kinds[stop.kind].ended;
    ++m_kinds[firsts.back().kind].last;
    m_ended.push_back(firsts);
}

MinedTraces::Succession MinedTraces::succession(Kind first, Kind second) const
{
    Succession result;
    for (const Trace& trace : m_firsts) {
        const auto at = [&](Kind kind) { return std::find_if(trace.begin(), trace.end(), [&](const Stop& s) { return s.kind == kind; }); };
        const auto a = at(first);
        const auto b = at(second);
        if (a == trace.end() || b == trace.end())
            continue;
        ++result.both;
        if (b < a)
            continue;
        ++result.before;
        if (a->time != base::kNoTime && b->time != base::kNoTime)
            result.gaps.add(std::max(b->time - a->time, base::Duration::zero()));
    }
    result.gaps.seal();
    return result;
}

} // namespace sagascope::saga
