// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sagas/SagaOrder.h"

#include <algorithm>
#include <chrono>

#include "core/catalog/SagaDefinition.h"
#include "core/session/QueryMatcher.h"
#include "core/session/QueryText.h"

namespace sagascope::ui {
namespace {

/// Signed numbers in the order of unsigned ones.
std::uint64_t rankOf(std::int64_t value)
{
    return std::uint64_t(value) ^ (std::uint64_t(1) << 63U);
}

/// The first eight letters in the order of numbers: most comparisons need no more.
std::uint64_t rankOf(std::string_view lowerText)
{
    std::uint64_t rank = 0;
    for (std::size_t i = 0; i < sizeof rank; ++i)
        rank = rank << 8U | (i < lowerText.size() ? static_cast<unsigned char>(lowerText[i]) : 0U);
    return rank;
}

std::string_view nameOf(const catalog::SagaDefinition* definition)
{
    return definition == nullptr ? std::string_view() : definition->name;
}

std::int64_t severityRank(const saga::SagaSummary& saga)
{
    // The worst finding first, then how many there are.
    const std::int64_t worst = saga.worstFinding ? std::int64_t(*saga.worstFinding) + 1 : 0;
    return worst * 100'000 + saga.findingCount;
}

std::uint64_t ascendingRank(const saga::SagaSummary& saga, SagaColumn column)
{
    switch (column) {
    case SagaColumn::Definition: return rankOf(nameOf(saga.definition));
    case SagaColumn::Key: return rankOf(session::toLowerAscii(saga.key.substr(0, sizeof(std::uint64_t))));
    case SagaColumn::State: return rankOf(std::int64_t(saga.state));
    case SagaColumn::Started: return rankOf(saga.startedAt.time_since_epoch().count());
    case SagaColumn::Duration: return rankOf(session::durationOf(saga).count());
    case SagaColumn::LastEvent: return rankOf(saga.lastEventAt.time_since_epoch().count());
    case SagaColumn::Events: return rankOf(saga.events ? std::int64_t(saga.events->size()) : 0);
    case SagaColumn::Evidence: return rankOf(std::int64_t(saga.weakestEvidence));
    case SagaColumn::Findings: return rankOf(severityRank(saga));
    }
    return 0;
}

} // namespace

SagaLine lineOf(const session::Snapshot& snapshot, base::SagaId id, const SagaOrder& order)
{
    const saga::SagaSummary& saga = snapshot.sagas.saga(id);
    const std::uint64_t rank = ascendingRank(saga, order.column);
    SagaLine line{order.isDescending ? ~rank : rank, {}, saga.startedAt, id};
    if (order.column == SagaColumn::Key)
        line.text = session::toLowerAscii(saga.key);
    else if (order.column == SagaColumn::Definition)
        line.text = nameOf(saga.definition);
    return line;
}

SagaGroup groupOf(const session::Snapshot& snapshot, base::SagaId id, SagaGrouping grouping)
{
    const saga::SagaSummary& saga = snapshot.sagas.saga(id);
    const auto named = [](std::string_view text) { return SagaGroup{text.empty() ? kLastRank : 0, std::string(text)}; };
    switch (grouping) {
    case SagaGrouping::None: break;
    case SagaGrouping::State: return {std::uint64_t(saga.state), {}};
    case SagaGrouping::Definition: return named(nameOf(saga.definition));
    case SagaGrouping::Caption: return named(saga.caption);
    case SagaGrouping::User: return named(userOf(snapshot, saga));
    case SagaGrouping::Evidence: return {std::uint64_t(saga.weakestEvidence), {}};
    case SagaGrouping::Hour:
        // The newest hour first.
        return {~rankOf(std::chrono::floor<std::chrono::hours>(saga.startedAt).time_since_epoch().count()), {}};
    }
    return {};
}

base::Timestamp hourOf(const SagaGroup& group)
{
    const auto hours = std::int64_t(~group.rank ^ (std::uint64_t(1) << 63U));
    return base::Timestamp(std::chrono::hours(hours));
}

std::string_view userOf(const session::Snapshot& snapshot, const saga::SagaSummary& saga)
{
    std::string_view user;
    if (!saga.events)
        return user;
    const auto take = [&](std::string_view value) {
        if (user.empty() || value < user)
            user = value;
    };
    base::TextId last; // mostly all events of a saga name the same
    for (const base::EventIndex event : *saga.events) {
        if (const base::TextId named = snapshot.identity.facts(event).user; named.isValid() && named != last) {
            last = named;
            take(snapshot.identity.text(named));
        }
        for (const identity::Link& link : snapshot.identity.linksOf(event)) {
            if (link.kind() == identity::IdentifierKind::User)
                take(snapshot.identity.value(link.id()));
        }
    }
    return user;
}

} // namespace sagascope::ui
