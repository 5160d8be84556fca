// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

#include "core/session/Snapshot.h"

namespace sagascope::ui {

/// The list's columns, in their order on screen.
enum class SagaColumn : std::uint8_t { Definition, Key, State, Started, Duration, LastEvent, Events, Evidence, Findings };
inline constexpr int kSagaColumnCount = 9;

enum class SagaGrouping : std::uint8_t { None, State, Definition, Caption, User, Evidence, Hour };
inline constexpr int kSagaGroupingCount = 7;

/// How the list is arranged: newest first without groups, unless somebody wants it otherwise.
struct SagaOrder
{
    SagaColumn column = SagaColumn::Started;
    bool isDescending = true;
    SagaGrouping grouping = SagaGrouping::None;

    friend bool operator==(const SagaOrder&, const SagaOrder&) = default;
};

/// A group of the list: `rank` orders groups first, then `text` (a definition, a caption, a user).
struct SagaGroup
{
    std::uint64_t rank = 0;
    std::string text;

    friend auto operator<=>(const SagaGroup&, const SagaGroup&) = default;
};

/// A line of the list and its place within its group. Lines of equal rank and text stand newest first.
struct SagaLine
{
    std::uint64_t rank = 0; ///< of the column's value; already turned round for descending orders
    std::string text;       ///< of the key, where that is what is sorted by
    base::Timestamp startedAt = base::kNoTime;
    base::SagaId saga;

    friend bool operator==(const SagaLine&, const SagaLine&) = default;
};

/// Whether one line stands above another. Only texts must know the direction: ranks have it in them.
struct SagaLineBefore
{
    bool isTextDescending = false;
    bool operator()(const SagaLine& a, const SagaLine& b) const
    {
        if (a.rank != b.rank)
            return a.rank < b.rank;
        if (const int byText = a.text.compare(b.text); byText != 0)
            return isTextDescending ? byText > 0 : byText < 0;
        return a.startedAt != b.startedAt ? a.startedAt > b.startedAt : a.saga > b.saga;
    }
};

[[nodiscard]] SagaLine lineOf(const session::Snapshot& snapshot, base::SagaId saga, const SagaOrder& order);
[[nodiscard]] SagaGroup groupOf(const session::Snapshot& snapshot, base::SagaId saga, SagaGrouping grouping);

/// The hour of a group by Hour.
[[nodiscard]] base::Timestamp hourOf(const SagaGroup& group);

/// The smallest user id that an event of the saga names; empty when none does.
[[nodiscard]] std::string_view userOf(const session::Snapshot& snapshot, const saga::SagaSummary& saga);

inline constexpr std::uint64_t kLastRank = ~std::uint64_t(0); ///< of the group of those that have none

} // namespace sagascope::ui
