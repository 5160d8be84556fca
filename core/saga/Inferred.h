// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/Ids.h"

namespace sagascope::saga {

/// What two groups that share no identifier may have in common. The names are part of the report's contract.
enum class Feature : std::uint8_t { User, Amount, Currency, Time, NextStep };
inline constexpr int kFeatureCount = 5;
[[nodiscard]] std::string_view featureName(Feature feature); ///< "user", "amount", "currency", "time", "next-step"

/// One feature's part in a score, which is the sum of all shares.
struct ScorePart
{
    Feature feature = Feature::User;
    /// What they have in common: the user, the amount (`482`, or `482 / 48200` where one side counts cents), the
    /// currency, the seconds between them, the name of the step that was waited for. Empty when one side doesn't say.
    std::string value;
    double weight = 0; ///< from the definition
    double fit = 0;    ///< 0..1, how well they agree

    [[nodiscard]] double share() const { return weight * fit; }
    friend bool operator==(const ScorePart&, const ScorePart&) = default;
};

/// Why a saga holds events that share no identifier with its others.
struct InferredLink
{
    double score = 0; ///< 0..1
    std::vector<ScorePart> parts;
    std::vector<base::EventIndex> events; ///< those joined to the group that has the start; sorted
};

/// A saga that this one may be one with, had another not fitted as well.
struct Candidate
{
    base::SagaId saga;
    double score = 0;
    std::vector<ScorePart> parts;
};

/// All that inference says of one saga. Immutable once made. Never both: a saga with a link has no candidates.
struct Inferred
{
    std::optional<InferredLink> link;
    std::vector<Candidate> candidates;     ///< best first
    std::vector<base::EventIndex> concerned; ///< the events that the candidates were compared with
};

} // namespace sagascope::saga
