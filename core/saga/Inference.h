// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "core/base/Ids.h"
#include "core/identity/Identity.h"
#include "core/saga/InferencePart.h"

namespace sagascope::saga {

/// The layer over the groups that identifiers made: which head and which tail of one user are one saga. Two of them are
/// linked when each is the other's clear best: it reaches the definition's threshold, and no other comes within the
/// margin. Links are never chained, and each is a function of the set of parts, so a part that comes late may retract
/// an earlier link or make it ambiguous.
///
/// Parts lie in cells of one definition, one user and one window's time, so a change concerns only what lies near it.
/// A cell with more than kCrowd parts says that its user is nobody in particular: nothing is inferred in it or beside
/// it, which also bounds what any change costs. One thread.
class Inference
{
public:
    using GroupId = identity::Identity::GroupId;
    /// Open or headless groups of one user and definition within one window.
    static constexpr std::size_t kCrowd = 64;

    struct Contender
    {
        GroupId group = 0;
        Match match;
        base::EventIndex compared; ///< the event of this side that was compared
        friend bool operator==(const Contender&, const Contender&) = default;
    };
    /// Linked to the only contender; or kept apart from all of them; or none.
    struct Verdict
    {
        bool isLinked = false;
        std::vector<Contender> contenders; ///< best first
        friend bool operator==(const Verdict&, const Verdict&) = default;
    };

    /// What a group shows from now on; nothing when it takes no part (any more).
    void put(GroupId group, std::optional<InferencePart> part);
    /// Judges what the changes since the last call concern. Returns the groups whose verdict became another, sorted.
    [[nodiscard]] std::vector<GroupId> judge();

    [[nodiscard]] const InferencePart* partOf(GroupId group) const; ///< null when it takes no part
    [[nodiscard]] const Verdict& verdictOf(GroupId group) const;    ///< as of the last judge()

private:
    struct CellKey
    {
        const catalog::SagaDefinition* definition = nullptr;
        base::TextId user;
        std::int64_t window = 0; ///< windows since 1970
        friend auto operator<=>(const CellKey&, const CellKey&) = default;
    };
    struct CellHash
    {
        std::size_t operator()(const CellKey& key) const noexcept;
    };
    struct Cell
    {
        std::vector<GroupId> parts;
        bool isSilenced = false; ///< crowded, and its parts know
        [[nodiscard]] bool isCrowded() const { return parts.size() > kCrowd; }
    };
    struct Entry
    {
        InferencePart part;
        CellKey cell;
        std::size_t position = 0; ///< in the cell
        Verdict verdict;
    };
    struct Rank
    {
        GroupId group = 0;
        Match match;
    };
    /// Who comes within the margin of a part's best, best first; nobody when that misses the threshold or a crowd is near.
    using Ranking = std::vector<Rank>;
    using Rankings = std::unordered_map<GroupId, Ranking>;

    [[nodiscard]] static CellKey cellOf(const InferencePart& part);
    void enter(GroupId group, Entry& entry);
    void leave(const Entry& entry);
    void noteChange(const CellKey& key);
    [[nodiscard]] std::vector<CellKey> concernedCells();
    void silence(Cell& cell, std::vector<GroupId>& changed);
    [[nodiscard]] Ranking rank(GroupId group) const;
    [[nodiscard]] const Ranking& rankingOf(GroupId group, Rankings& known) const;
    [[nodiscard]] Verdict verdict(GroupId group, Rankings& known) const;

    std::unordered_map<GroupId, Entry> m_entries;
    std::unordered_map<CellKey, Cell, CellHash> m_cells;
    std::vector<CellKey> m_changed;
};

} // namespace sagascope::saga
