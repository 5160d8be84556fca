// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/saga/MinedJoins.h"

#include <algorithm>
#include <utility>

#include "core/base/Hash.h"
#include "core/saga/TypeWords.h"

namespace sagascope::saga {
namespace {

constexpr double kMostlyTied = 0.5;
constexpr double kMostlyUnique = 0.95;

std::string_view lastToken(std::string_view pointer)
{
    return pointer.substr(pointer.rfind('/') + 1);
}

bool isUuid(std::string_view value)
{
    return value.size() == 36 && value[8] == '-' && value[13] == '-' && value[18] == '-' && value[23] == '-';
}

bool mayIdentify(const MinedField& field)
{
    return !field.kind.empty() || isIdentifierName(lastToken(field.pointer)) || isUuid(field.value);
}

bool isUserKind(std::string_view kind)
{
    return kind == "user";
}

double share(std::uint64_t part, std::uint64_t whole)
{
    return whole == 0 ? 0 : double(part) / double(whole);
}

} // namespace

std::size_t MinedJoins::fieldOf(const MinedField& field)
{
    const auto [known, isNew] = m_byPointer.try_emplace(field.pointer, m_fields.size());
    if (isNew) {
        m_fields.emplace_back().pointer = field.pointer;
        m_fields.back().parent = known->second;
    }
    if (!field.kind.empty())
        m_fields[known->second].declaredKind = field.kind;
    return known->second;
}

std::size_t MinedJoins::rootOf(std::size_t field)
{
    while (m_fields[field].parent != field)
        field = m_fields[field].parent;
    return field;
}

void MinedJoins::noteHome(Field& field, std::string_view value)
{
    const auto [known, isNew] = field.home.try_emplace(base::hash64(value), m_sagas);
    field.values += isNew ? 1 : 0;
    if (!isNew && known->second != m_sagas)
        known->second = kSeveral;
}

void MinedJoins::add(const MinedSaga& saga)
{
    std::map<std::string_view, std::vector<Use>> byValue;
    std::set<std::size_t> here;
    for (std::size_t i = 0; i < saga.events.size(); ++i) {
        for (const MinedField& stated : saga.events[i].fields) {
            if (!mayIdentify(stated))
                continue;
            const std::size_t field = fieldOf(stated);
            m_fields[field].types.insert(saga.events[i].type);
            here.insert(field);
            noteHome(m_fields[field], stated.value);
            byValue[stated.value].push_back({i, field});
        }
    }
    std::set<std::size_t> tied;
    for (const auto& [value, uses] : byValue)
        noteTies(saga, uses, tied);
    for (const std::size_t field : here)
        ++m_fields[field].sagas;
    for (const std::size_t field : tied)
        ++m_fields[field].tied;
    ++m_sagas;
}

/// The events that carry one value are tied by it, whatever the fields are called.
void MinedJoins::noteTies(const MinedSaga& saga, const std::vector<Use>& uses, std::set<std::size_t>& tied)
{
    if (std::all_of(uses.begin(), uses.end(), [&](const Use& use) { return use.event == uses.front().event; }))
        return;
    for (const Use& use : uses) {
        tied.insert(use.field);
        ++m_fields[use.field].tiedTypes[saga.events[use.event].type];
        m_fields[rootOf(use.field)].parent = rootOf(uses.front().field);
    }
}

/// Of the fields that share values with this one, what the catalog says, else what a name suggests.
std::string MinedJoins::kindOf(std::size_t field)
{
    std::string kind = "entity";
    const std::size_t root = rootOf(field);
    if (!m_fields[field].declaredKind.empty())
        return m_fields[field].declaredKind;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        if (rootOf(i) != root)
            continue;
        if (!m_fields[i].declaredKind.empty())
            return m_fields[i].declaredKind;
        if (kind == "entity")
            kind = kindByName(lastToken(m_fields[i].pointer));
    }
    return kind;
}

/// Fields that tie events in most sagas that have them, and whose values hardly ever lead to another saga. Best first.
std::vector<std::size_t> MinedJoins::goodFields(bool isUserAllowed)
{
    std::vector<std::size_t> good;
    for (std::size_t i = 0; i < m_fields.size(); ++i) {
        const Field& field = m_fields[i];
        const auto isShared = [](const auto& home) { return home.second == kSeveral; };
        const auto shared = std::uint64_t(std::count_if(field.home.begin(), field.home.end(), isShared));
        const bool isGood = share(field.tied, field.sagas) >= kMostlyTied
            && share(field.values - shared, field.values) >= kMostlyUnique && (isUserAllowed || !isUserKind(kindOf(i)));
        if (isGood)
            good.push_back(i);
    }
    std::sort(good.begin(), good.end(), [&](std::size_t a, std::size_t b) {
        return m_fields[a].tied != m_fields[b].tied ? m_fields[a].tied > m_fields[b].tied : m_fields[a].pointer < m_fields[b].pointer;
    });
    return good;
}

/// Two numberings under one kind would tie strangers together: order 17 and account 17.
bool MinedJoins::clashes(std::size_t field, const std::string& kind, const std::vector<std::size_t>& chosen)
{
    for (const std::size_t other : chosen) {
        if (kindOf(other) != kind)
            continue;
        std::uint64_t strangers = 0;
        for (const auto& [value, saga] : m_fields[field].home) {
            const auto known = m_fields[other].home.find(value);
            strangers += known != m_fields[other].home.end() && known->second != saga ? 1 : 0;
        }
        if (share(strangers, m_fields[field].values) > 1 - kMostlyUnique)
            return true;
    }
    return false;
}

void MinedJoins::fill(Proposal& proposal, bool isOrchestrated)
{
    if (isOrchestrated)
        addDeclared("saga", "/metadata/sagaId", proposal);
    std::vector<std::size_t> fields = goodFields(false);
    if (fields.empty() && !isOrchestrated)
        fields = goodFields(true);
    std::vector<std::size_t> chosen;
    for (const std::size_t field : fields) {
        const std::string kind = kindOf(field);
        if (clashes(field, kind, chosen))
            continue;
        chosen.push_back(field);
        addJoin(field, kind, proposal);
    }
    proposal.isJoinedByDeclaredIdsOnly = chosen.empty();
    if (proposal.definition.joins.empty())
        addDeclared("correlation", "/metadata/correlationId", proposal);
    if (isOrchestrated)
        proposal.definition.requiresKind = "saga";
    nameKeys(proposal);
}

void MinedJoins::addJoin(std::size_t field, const std::string& kind, Proposal& proposal) const
{
    const Field& from = m_fields[field];
    catalog::JoinField join{kind, {}, {from.pointer}};
    for (const std::string& type : from.types)
        if (from.tiedTypes.contains(type) && proposal.definition.tells(type))
            join.types.push_back(type);
    if (join.types.empty())
        return;
    const auto isShared = [](const auto& home) { return home.second == kSeveral; };
    const auto shared = std::uint64_t(std::count_if(from.home.begin(), from.home.end(), isShared));
    proposal.definition.joins.push_back(std::move(join));
    proposal.joins.push_back({from.tied, share(from.tied, from.sagas), share(from.values - shared, from.values), false});
}

void MinedJoins::addDeclared(const char* kind, const char* pointer, Proposal& proposal)
{
    catalog::JoinField join{kind, proposal.definition.stepTypes(), {pointer}, true};
    const auto& beside = proposal.definition.sideEffects;
    join.types.insert(join.types.end(), beside.begin(), beside.end());
    proposal.definition.joins.push_back(std::move(join));
    proposal.joins.push_back({proposal.sagas, 1, 1, true});
}

void MinedJoins::nameKeys(Proposal& proposal)
{
    auto& kinds = proposal.definition.keyKinds;
    for (const catalog::JoinField& join : proposal.definition.joins)
        if (std::find(kinds.begin(), kinds.end(), join.kind) == kinds.end())
            kinds.push_back(join.kind);
}

} // namespace sagascope::saga
