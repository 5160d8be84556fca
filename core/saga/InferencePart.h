// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "core/base/Ids.h"
#include "core/base/Time.h"
#include "core/identity/Identity.h"
#include "core/saga/Inferred.h"
#include "core/saga/Saga.h"
#include "core/store/EventStore.h"

namespace sagascope::catalog {
struct SagaDefinition;
struct StepDefinition;
}

namespace sagascope::saga {

class Evaluation;

/// What one group shows of itself to inference: a *head* has the start of its definition and no outcome, a *tail* has
/// steps and no start. A function of the group's events alone: neither of the clock nor of other groups.
struct InferencePart
{
    struct Step
    {
        const catalog::StepDefinition* definition = nullptr; ///< owned by the catalog
        base::EventIndex event;
        double amount = 0; ///< 0 when unknown
        identity::CurrencyCode currency = identity::kNoCurrency;
        friend bool operator==(const Step&, const Step&) = default;
    };

    const catalog::SagaDefinition* definition = nullptr; ///< owned by the catalog; infers links
    bool isHead = false;
    bool isDeclared = false;                ///< carries a correlation or saga id
    base::TextId user;                      ///< the only one that its events name
    base::Timestamp at = base::kNoTime;     ///< of its first step
    std::vector<Step> steps;                ///< the first event of each, in logical order; never empty

    friend bool operator==(const InferencePart&, const InferencePart&) = default;
    [[nodiscard]] bool has(const catalog::StepDefinition& step) const;
    [[nodiscard]] const Step& start() const; ///< of a head
};

/// Nothing when the group takes no part: its definition infers nothing, it is complete by itself, or it names no user
/// or several.
[[nodiscard]] std::optional<InferencePart> inferencePartOf(const Evaluation& evaluation);

/// How well a tail fits a head, and what was compared: equal matches are explained in the same words.
struct Match
{
    double score = 0; ///< to four digits, so that the last bits of a sum decide nothing
    std::array<double, kFeatureCount> fits{};
    base::EventIndex entry;                              ///< the tail's event that was compared
    const catalog::StepDefinition* entryStep = nullptr;  ///< its step
    base::TextId user;
    double headAmount = 0;
    double tailAmount = 0;
    identity::CurrencyCode currency = identity::kNoCurrency; ///< of the head
    base::Duration apart{0};

    friend bool operator==(const Match&, const Match&) = default;
};

/// Nothing when they contradict each other: another amount or currency, a step that both have, each with declared ids
/// of its own, or too far apart. Both are of one definition and one user.
[[nodiscard]] std::optional<Match> matchParts(const InferencePart& head, const InferencePart& tail);

/// The match feature by feature, those that don't fit included.
[[nodiscard]] std::vector<ScorePart> explainMatch(const Match& match, const catalog::SagaDefinition& definition,
                                                  const identity::Identity::View& identity);

} // namespace sagascope::saga
